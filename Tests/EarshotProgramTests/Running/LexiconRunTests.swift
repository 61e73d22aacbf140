import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("The use of the word lists, of the running program")
struct LexiconRunTests {
    private struct Row: Decodable {
        struct Quote: Decodable {
            var text: String
            var aspect: String
            var polarity: String
            var outcome: String
        }
        var term: String
        var texts: Int
        var followed: Int
        var overruled: Int
        var quotes: [Quote]
    }

    private func lexicon(_ site: SampleSite, _ arguments: String...) async throws -> (
        lines: [String], log: [String], status: Int32?
    ) {
        let run = try await RunningProgram.run(["lexicon", "--config", site.config] + arguments)
        return (run.output.split(separator: "\n").map(String.init), run.log, run.end?.status)
    }

    @Test("the command prints a table, an order by what is overruled, a term that is looked for, and JSON")
    func command() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let table = try await lexicon(site)
        #expect(table.status == 0, "\(table.log)")
        #expect(table.log.contains("40 voices were counted"), "\(table.log)")
        let rows = table.lines.map { $0.components(separatedBy: "\t") }
        #expect(rows.allSatisfy { $0.count == TermSheet.columns.count })
        let fuel = try #require(rows.first { $0[0] == "高速油耗" })
        #expect(fuel[1] == "40" && fuel[2] == "40" && fuel[6].hasPrefix("fuel 40/0"), "\(fuel)")
        #expect(try await lexicon(site, "--voices", "7").log.contains("7 voices were counted"))
        let overruled = try await lexicon(site, "--overruled").lines
        let shares = overruled.compactMap { Double($0.components(separatedBy: "\t")[5]) }
        #expect(shares == shares.sorted(by: >) && overruled.count < rows.count)
        let lines = try await lexicon(site, "--term", "油耗", "--json").lines
        let found = try lines.map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
        let row = try #require(found.first)
        #expect(found.allSatisfy { $0.term.contains("油耗") })
        #expect(row.texts == 40 && row.followed == 40 && row.quotes.count == 3)
        #expect(row.quotes.allSatisfy { $0.text.contains("油耗太高") && $0.polarity == "negative" })
    }

    @Test("the service shows it to whoever has the console's token, and to nobody else")
    func page() async throws {
        let site = try SampleSite()
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let caller = try #require(Caller(port: port))
        #expect(await caller.call("GET", "/console/lexicon/terms")?.status == 401)
        let cookie = try #require(
            await caller.call(
                "POST", "/console/session", headers: [("Content-Type", "application/json")],
                body: Array(#"{"token":"\#(SampleSite.consoleToken)"}"#.utf8))?.cookie)
        // 油耗, as a browser writes it.
        let target = "/console/lexicon/terms?search=%E6%B2%B9%E8%80%97"
        let answer = try #require(await caller.call("GET", target, headers: [("Cookie", cookie)]))
        #expect(answer.status == 200)
        #expect(answer.body.contains(#""term":"高速油耗","texts":40"#), "\(answer.body.prefix(400))")
        #expect(answer.body.contains(#""name":"油耗""#))
        #expect(await caller.call("GET", "/console/lexicon")?.status == 200)
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }
}
