import Earshot
import EarshotTesting
import Foundation
import Glibc
import SQLite
import Store
import Testing

@testable import EarshotProgram

@Suite("The program reads voices again")
struct RereadingRunTests {
    /// A site with word lists of its own and without a model, and voices that it has taken in.
    private struct House {
        let site: SampleSite
        static let count = 6000

        init() async throws {
            site = try SampleSite()
            try FileManager.default.copyItem(
                atPath: "\(SampleSite.project)/bot-config/lexicon", toPath: site.folder.file("lexicon"))
            let settings = try String(contentsOfFile: site.config, encoding: .utf8)
            try site.write(
                settings.replacing(
                    "lexicon: \"\(SampleSite.project)/bot-config/lexicon\"",
                    with: "model: \"\", lexicon: \"lexicon\""),
                to: "earshot.json")
            try site.write((0..<House.count).map(House.line).joined(separator: "\n"), to: "voices.ndjson")
        }

        /// Voices say of fuel consumption what the word lists do not know, 嗷嗷叫, and of other things what they know.
        private static func line(_ number: Int) -> String {
            let words = number % 3 == 0 ? "空间真大" : "油耗嗷嗷叫"
            let day = number % 20 + 1
            let text = "\(words),\(number * 7919)号车主在\(number * 104_729)公里处说"
            return #"{"id":"\#(number)","source":"论坛","text":"\#(text)","#
                + #""published_at":"2026-10-\#(day < 10 ? "0" : "")\#(day)T10:00:00+08:00","#
                + #""location":{"city":"\#(["杭州", "上海", "宁波"][number % 3])"}}"#
        }

        func ingest() async throws {
            let run = try await RunningProgram.run(
                ["ingest", "--config", site.config, site.folder.file("voices.ndjson")],
                environment: SampleSite.environment)
            #expect(run.end?.status == 0, "\(run.log)")
        }

        /// Takes in voices that come after those of the house.
        func ingestMore(_ count: Int) async throws {
            let more = (House.count..<House.count + count).map(House.line)
            try site.write(more.joined(separator: "\n"), to: "more.ndjson")
            let run = try await RunningProgram.run(
                ["ingest", "--config", site.config, site.folder.file("more.ndjson")],
                environment: SampleSite.environment)
            #expect(run.end?.status == 0, "\(run.log)")
        }

        /// Has the word lists forget it again.
        func forget() throws {
            try FileManager.default.removeItem(atPath: site.folder.file("lexicon/own.json5"))
        }

        /// Teaches the word lists a word.
        func learn() throws {
            try site.write(#"{opinions: {"-1.5": "嗷嗷叫"}}"#, to: "lexicon/own.json5")
        }

        /// Lets no pass get to its end, however fast the machine is, until it may.
        func holdUp(_ isHeld: Bool) throws {
            try Connection(path: site.folder.file("data/voices.db")).executeScript(
                isHeld
                    ? """
                    CREATE TRIGGER held BEFORE UPDATE OF reached ON edition WHEN NEW.reached > \(House.count / 2)
                    BEGIN SELECT RAISE(ABORT, 'held up by a test'); END
                    """ : "DROP TRIGGER held")
        }

        func status() async throws -> Status {
            let run = try await RunningProgram.run(
                ["reread", "--status", "--config", site.config], environment: SampleSite.environment)
            return try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
        }

        /// The counts, and whether they are those of the mentions.
        func counts() async throws -> (rows: [String], differences: Int) {
            let differences = try await site.withStores { try await $0.voices.recountDifferences() }
            let connection = try Connection(path: site.folder.file("data/voices.db"), access: .readOnly)
            let rows = try connection.query(
                """
                SELECT day, place, subject, aspect.name, negative, neutral, positive
                FROM daily_count JOIN aspect ON aspect.id = daily_count.aspect
                """
            ) { row in (0..<7).map { row.optionalText($0) ?? "-" }.joined(separator: "|") }
            return (rows.sorted(), differences)
        }

        /// Whether somebody complains of fuel consumption.
        static func complains(_ rows: [String]) -> Bool {
            rows.contains { $0.contains("|fuel|") && !$0.contains("|fuel|0|") }
        }
    }

    private struct Status: Decodable {
        var edition: Int
        var key: String?
        var since: String?
        var voices: Int?
        var strays: Int?
        var wanted: String?
        var up_to_date: Bool?
        var next: [Next]?
        var read: Int?

        struct Next: Decodable {
            var edition: Int
            var key: String
            var read: Int
            var left: Int
        }
    }

    @Test("killed in the middle it goes on where it was, and the figures are then those of a fresh intake")
    func killed() async throws {
        let house = try await House()
        try await house.ingest()
        let before = try await house.counts()
        #expect(!before.rows.isEmpty && !House.complains(before.rows))
        try house.learn()
        try house.holdUp(true)

        let (program, _) = try await house.site.serve()
        #expect(await program.logged("the voices are being read again") != nil)
        program.signal(SIGKILL)
        #expect(await program.end()?.isSignal == true)
        #expect(try await house.counts().rows == before.rows)
        let status = try await house.status()
        let next = try #require(status.next?.first)
        #expect(next.read > 0 && next.left > 0 && next.read + next.left == House.count)
        #expect(status.up_to_date == false && status.edition == 1 && next.key == status.wanted)

        try house.holdUp(false)
        let (again, port) = try await house.site.serve()
        let begun = await again.logged("reading the voices again")
        let reached = begun?.firstMatch(of: /"reread\.reached":"(\d+)"/).flatMap { Int($0.1) }
        #expect((reached ?? 0) >= next.read, "\(begun ?? "")")
        #expect(await again.logged("the figures have changed over to another edition") != nil)
        let ready = await Caller(port: port)?.call("GET", "/readyz")
        #expect(ready?.status == 200)
        #expect(
            ready?.body.hasPrefix("ready\nfigures of edition 2 (\(next.key))\n") == true,
            "\(ready?.body ?? "")")
        let metrics = await Caller(port: port)?.call("GET", "/metrics")?.body ?? ""
        #expect(metrics.contains("earshot_figures_edition{key=\"\(next.key)\"} 2\n"))
        #expect(metrics.contains("earshot_reread_left 0\n"))
        again.signal(SIGTERM)
        #expect(await again.end() == RunningProgram.End(status: 0, isSignal: false))

        let fresh = try await House()
        try fresh.learn()
        try await fresh.ingest()
        let (after, expected) = (try await house.counts(), try await fresh.counts())
        #expect(after.rows == expected.rows)
        #expect(after.differences == 0)
        #expect(House.complains(after.rows))
        #expect(try await house.status().up_to_date == true)
    }

    @Test("SIGHUP has it look, SIGTERM ends it within a batch, and the command does the rest by hand")
    func byHand() async throws {
        let house = try await House()
        try await house.ingest()
        try house.holdUp(true)
        let (program, port) = try await house.site.serve()
        try house.learn()
        program.signal(SIGHUP)
        #expect(await program.logged("reading the voices again") != nil)
        let refused = try await RunningProgram.run(
            ["reread", "--config", house.site.config], environment: SampleSite.environment)
        #expect(refused.end?.status == 1)
        #expect(refused.log.joined().contains("kill -HUP"), "\(refused.log)")
        #expect(await Caller(port: port)?.call("GET", "/readyz")?.status == 200)
        program.signal(SIGTERM)
        #expect(await program.end() == RunningProgram.End(status: 0, isSignal: false))
        #expect(!program.log.contains { $0.contains("changed over") })
        try house.holdUp(false)

        let run = try await RunningProgram.run(
            ["reread", "--config", house.site.config], environment: SampleSite.environment)
        #expect(run.end?.status == 0, "\(run.log)")
        let done = try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
        #expect(done.edition == 2 && done.since != nil)
        #expect((done.read ?? 0) > 0)
        #expect(try await House.complains(house.counts().rows))

        let again = try await RunningProgram.run(
            ["reread", "--config", house.site.config], environment: SampleSite.environment)
        #expect(try JSONDecoder().decode(Status.self, from: Data(again.output.utf8)).read == 0)
        let (unchanged, _) = try await house.site.serve()
        unchanged.signal(SIGTERM)
        _ = await unchanged.end()
        #expect(!unchanged.log.contains { $0.contains("reading the voices again") })
    }

    @Test("the status tells of voices that another reading has added, though the key is the wanted one")
    func strays() async throws {
        let house = try await House()
        try await house.ingest()
        let whole = try await house.status()
        #expect(whole.up_to_date == true && whole.strays == 0)
        try house.learn()
        try await house.ingestMore(20)
        try house.forget()
        let status = try await house.status()
        #expect(status.key == status.wanted && status.strays == 20 && status.up_to_date == false)
        let check = try await RunningProgram.run(
            ["check", "--config", house.site.config], environment: SampleSite.environment)
        let key = try #require(status.key)
        #expect(check.end?.status == 0 && check.output.contains("reading    key \(key)\n"), "\(check.output)")
        #expect(
            check.log.contains {
                $0.hasPrefix(
                    "warning: the figures, edition 1, are of another reading (key \(key), 20 voices of yet another)"
                )
            }, "\(check.log)")
    }

    @Test("the status leaves a file of an earlier edition alone, and makes none where there is none")
    func earlierFile() async throws {
        let site = try SampleSite()
        func status() async throws -> (end: RunningProgram.End?, output: String, log: [String]) {
            try await RunningProgram.run(
                ["reread", "--status", "--config", site.config], environment: SampleSite.environment)
        }
        let empty = try await status()
        #expect(empty.output.contains(#""edition":0"#) && empty.output.contains(#""up_to_date":true"#))
        #expect(!FileManager.default.fileExists(atPath: site.folder.file("data")))

        try await site.withStores { _ in }
        let file = site.folder.file("data/voices.db")
        func schema(_ name: String) throws -> Int? {
            try Connection(path: site.folder.file(name)).queryOne("PRAGMA user_version") { $0.int(0) }
        }
        try Connection(path: file).executeScript("PRAGMA user_version = 4")
        try Connection(path: site.folder.file("data/bot.db")).executeScript("PRAGMA user_version = 10")
        let refused = try await status()
        #expect(refused.end?.status == 1 && refused.output.isEmpty)
        #expect(refused.log.joined().contains("voices.db is of schema 4"), "\(refused.log)")
        #expect(try schema("data/voices.db") == 4 && schema("data/bot.db") == 10)
    }
}
