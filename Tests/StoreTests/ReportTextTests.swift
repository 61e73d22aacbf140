import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("The words of reports, on disk")
struct ReportTextTests {
    private let folder: TemporaryFolder
    private let store: BotStore

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private static func issue(
        of person: String, words: String, day: Day = Fixtures.today, frame: String = "<p>{{title}}</p>"
    ) -> ReportIssue {
        let none = Tally(positive: 0, neutral: 0, negative: 0)
        var figures = OverviewFigures(
            now: none, before: none, nation: nil, praised: [], complained: [], stages: [], compares: false,
            minimum: 20)
        figures.aspects = [
            .init(
                Aspect("fuel")!, Tally(positive: 1, neutral: 2, negative: 3),
                before: Tally(positive: 4, neutral: 5, negative: 6))
        ]
        return ReportIssue(
            subscription: nil, person: person, kind: .daily, day: day, isLate: false,
            report: Report(
                key: "city:330100|\(day)", place: "杭州", aspect: nil, days: day...day,
                composedAt: Fixtures.now, edition: 1, figures: figures, quotes: []), news: ReportNews(),
            at: Fixtures.now,
            text: ReportText(
                message: Reply([.title(words), .quote(text: "太吵;3:x", source: "论坛")]),
                table: [ReportWords.header, ["volume", words, "1", "", ""]], labels: ["volume": "声量"],
                frame: frame))
    }

    private func keep(_ issues: [ReportIssue]) async throws {
        try await store.database.write { connection in
            for issue in issues { try BotStore.keep(issue, on: connection) }
        }
    }

    private func count(_ table: String) async throws -> Int {
        try await store.database.read { connection in
            try connection.queryOne("SELECT COUNT(*) FROM \(table)") { $0.int(0) } ?? 0
        }
    }

    @Test("what was given comes back as it was, and thousands who are given the same share it")
    func shared() async throws {
        let issues = (0..<50).map { ReportTextTests.issue(of: "p\($0)", words: "杭州日报") }
        try await keep(issues + [ReportTextTests.issue(of: "other", words: "宁波日报")])
        // Two reports and what their pages are put into.
        #expect(try await count("report_text") == 3)
        let kept = try #require(try await store.reportIssue(1))
        #expect(kept.text == issues[0].text)
        #expect(kept.report == issues[0].report)
    }

    @Test("what goes with its time takes its words and its frame along, and nobody else's")
    func retention() async throws {
        var old = ReportTextTests.issue(of: "p", words: "旧", day: Fixtures.today - 1, frame: "old")
        old.at = Fixtures.now - .seconds(500 * 86_400)
        try await keep([old, ReportTextTests.issue(of: "p", words: "新")])
        #expect(try await count("report_text") == 4)
        for _ in 0..<2 { _ = try await store.forget(at: Fixtures.now) }
        #expect(try await store.reportIssue(1) == nil)
        #expect(try await store.reportIssue(2)?.text?.message.blocks.first == .title("新"))
        #expect(try await count("report_issue") == 1)
        #expect(try await count("report_text") <= 3)
    }

    @Test("whoever is forgotten takes their own words along, and is named in none of others")
    func forgotten() async throws {
        try await keep([
            ReportTextTests.issue(of: "wang-lei", words: "您的建议"),
            ReportTextTests.issue(of: "wang-lei", words: "杭州日报 王磊"),
            ReportTextTests.issue(of: "liu-yang", words: "杭州日报 王磊"),
        ])
        _ = try await store.forget(
            DataSubject(person: "wang-lei", names: ["王磊"]), as: "已删除", by: "operator",
            at: Fixtures.now)
        #expect(try await store.reportIssue(1) == nil)
        let left = try #require(try await store.reportIssue(3))
        let title = try #require(left.text?.message.blocks.first)
        guard case .title(let words) = title else { return #expect(Bool(false), "\(title)") }
        #expect(words.hasPrefix("杭州日报 已删除-"))
        #expect(left.text?.message.blocks.last == .quote(text: "太吵;3:x", source: "论坛"))
        #expect(try await count("report_text") == 2)
    }
}
