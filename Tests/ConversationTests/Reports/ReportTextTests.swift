import EarshotTesting
import Store
import Testing

@testable import Earshot

@Suite("The words of reports")
struct ReportTextTests {
    @Test("what is sent and what is asked for is kept in the words in which it was read")
    func kept() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("订阅日报")
        house.put(1, 8, 30)
        let sent = try #require(try await house.rounds.send().first)
        let issue = try #require(try await house.bot.lastIssue(of: 1))
        #expect(issue.text?.message == sent.reply)
        let asked = try await house.say("看昨天的日报")
        let shown = try #require(try await house.bot.reportIssues(limit: 1).first?.text)
        #expect(asked.hasPrefix(shown.message.lines), "\(asked)")
        let review = try await house.say("杭州上个月的复盘", as: Fixtures.eastManager)
        let reviewed = try #require(try await house.bot.reportIssues(limit: 1).first?.text)
        #expect(review.hasPrefix(reviewed.message.lines), "\(review)")
    }

    @Test("the table has all aspects, with the counts of what leads in the message")
    func aspects() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("看上周的周报")
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        let table = try #require(issue.text?.table)
        #expect(table.first == ReportWords.header)
        let complaints = Dictionary(
            table.filter { $0[0] == "aspect_complaints" }.map { ($0[1], $0[2]) }, uniquingKeysWith: { $1 })
        let leading = table.filter { $0[0] == "most_complained" }
        #expect(!leading.isEmpty && complaints.count >= leading.count)
        for row in leading { #expect(complaints[row[1]] == row[2], "\(row)") }
        #expect(issue.report.figures.aspects.count == complaints.count)
    }
}
