import Earshot
import FoundationEssentials
import HTTP
import Synchronization
import Testing

@testable import Web

@Suite("Opening a report by its link")
struct ReportPagesTests {
    private let clock = StillClock()
    private static let token = String(repeating: "ab", count: 20)

    private func pages() -> ReportPages {
        ReportPages(
            clock: clock,
            open: { token, _ in token == ReportPagesTests.token ? ReportPageTests.text : nil },
            sheet: { Array($0.table.map { $0.joined(separator: ",") }.joined(separator: "\n").utf8) },
            gone: { "这个链接打不开。" })
    }

    /// As a browser writes a segment of a path, whatever is in it.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private func get(
        _ token: String, query: String? = nil, of pages: ReportPages, from client: IPAddress? = nil
    ) async throws -> Response {
        try await Routes(pages.routes).call(
            HTTP.Request(
                path: "/reports/\(token.isEmpty ? "-" : ReportPagesTests.escaped(token))",
                parameters: ["token": token], rawQuery: query, client: client))
    }

    @Test("the page is kept nowhere, found by no search, and names no address of elsewhere")
    func page() async throws {
        let answer = try await get(ReportPagesTests.token, of: pages())
        #expect(answer.status == 200)
        #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(answer.headers["Referrer-Policy"] == "no-referrer")
        #expect(answer.headers["X-Robots-Tag"]?.hasPrefix("noindex") == true)
        #expect(answer.headers["X-Frame-Options"] == "DENY")
        #expect(answer.headers["Content-Security-Policy"] == ReportPage(ReportPageTests.text).policy)
        #expect(answer.text.contains("href=\"?csv\"") && !answer.text.contains(ReportPagesTests.token))
    }

    @Test("the table of the same report is a file to be kept")
    func table() async throws {
        let answer = try await get(ReportPagesTests.token, query: "csv", of: pages())
        #expect(answer.headers["Content-Type"] == "text/csv; charset=utf-8")
        #expect(answer.headers["Content-Disposition"] == "attachment; filename=\"report.csv\"")
        #expect(answer.headers["Cache-Control"] == "no-store")
        #expect(answer.text.contains("most_complained,油耗,76,34,+120%"))
    }

    @Test("whatever leads nowhere is answered with the same words and header")
    func gone() async throws {
        let pages = pages()
        let unknown = try await get(String(repeating: "cd", count: 20), of: pages)
        #expect(unknown.status == 404 && unknown.text == "这个链接打不开。")
        for token in [
            "", "x", "..", "../../etc/passwd", "％61", ReportPagesTests.token.uppercased(),
            ReportPagesTests.token + "0",
        ] {
            for query in [nil, "csv", "x=1"] {
                #expect(try await get(token, query: query, of: pages) == unknown, "\(token)")
            }
        }
    }

    @Test("a fault inside says nothing of itself")
    func fault() async throws {
        struct Fault: Error {}
        let pages = ReportPages(
            clock: clock, open: { _, _ in throw Fault() }, sheet: { _ in [] }, gone: { "" })
        let answer = try await get(ReportPagesTests.token, of: pages)
        #expect(answer.status == 500 && answer.body.isEmpty)
    }

    @Test("callers beyond those that are told apart count as one, and those that are told apart go on")
    func crowd() {
        var rate = OpeningRate()
        func opens(_ number: Int) -> Bool {
            rate.allow(IPAddress("10.0.\(number >> 8).\(number & 255)"), at: clock.now)
        }
        for number in 0..<OpeningRate.mostCallers { #expect(opens(number)) }
        for number in 0..<OpeningRate.perCaller { #expect(opens(OpeningRate.mostCallers + number)) }
        #expect(!opens(OpeningRate.mostCallers + OpeningRate.perCaller))
        #expect(opens(7))
    }

    @Test("one caller opens so many in a minute, and shuts nobody else out")
    func rate() async throws {
        let pages = pages()
        let (one, other) = (IPAddress("192.0.2.1"), IPAddress("198.51.100.1"))
        for _ in 0..<OpeningRate.perCaller {
            #expect(try await get(ReportPagesTests.token, of: pages, from: one).status == 200)
        }
        #expect(try await get(ReportPagesTests.token, of: pages, from: one).status == 429)
        #expect(try await get(ReportPagesTests.token, of: pages, from: other).status == 200)
        // Guessing is counted as opening.
        for _ in 1..<OpeningRate.perCaller { _ = try await get("x", of: pages, from: other) }
        #expect(try await get(ReportPagesTests.token, of: pages, from: other).status == 429)
        clock.advance(by: .seconds(60))
        #expect(try await get(ReportPagesTests.token, of: pages, from: one).status == 200)
    }
}
