import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

@Suite("The weekly list of answers that people called bad")
struct AnswersReportTests {
    /// Somebody calls the answer to a question bad.
    private func fail(_ text: String, _ house: ReportHouse) async throws {
        let (id, account) = (UUID().uuidString, Fixtures.westLakeDealer.accounts[0])
        _ = try await house.conversations.handle(
            InboundMessage(
                channel: "wecom-bot/test", id: id, account: account, chat: "c", isGroup: false,
                content: .text(text), takesFeedback: true))
        _ = try await house.bot.keep(
            Feedback(
                event: MessageKey(channel: "wecom-bot/test", id: "f\(id)"), message: id,
                account: account, verdict: .negative, reasons: [.wrong], comment: "打 13812345678 问过"),
            at: house.clock.now)
    }

    @Test(
        "comes on Mondays, once, with the days before, also to an administrator, and is kept as it was sent")
    func comes() async throws {
        let house = try await ReportHouse()
        try await fail("杭州上周油耗差评", house)
        try await fail("杭州近30天油耗差评", house)
        for person in [Fixtures.headquarters, Fixtures.administrator] {
            let answer = try await house.say("订阅没答好的", as: person)
            #expect(answer.contains("已订阅没答好的问题，每周一 09:00"), "\(answer)")
        }
        house.put(2, 8, 59)
        #expect(try await house.rounds.send().isEmpty)
        house.put(2, 9)
        let sent = try await house.rounds.send()
        #expect(sent.map(\.key) == ["report/1/2026-11-23", "report/2/2026-11-23"])
        let text = try #require(sent.first?.reply.lines)
        #expect(text.contains("没答好的问题 · 11/16–11/22") && text.contains("共 2 个差评"), "\(text)")
        #expect(text.contains("油耗（不正确 ") && !text.contains("13812345678"), "\(text)")
        #expect(try await house.rounds.send().isEmpty)
        let issue = try #require(try await house.bot.reportIssues(limit: 1).first)
        #expect(try house.office.words.reply(issue) == sent.last?.reply)
        #expect(try house.office.words.rows(issue).allSatisfy { $0[0] == "period" || $0[0] == "answers" })
    }

    @Test(
        "of more questions than a list has, it says with which words all of them are read, of the same days")
    func all() throws {
        let days = Fixtures.today...Fixtures.today
        let heading = try BotFixture.texts.get().words(
            Phrase.failedAnswers.with([
                "count": "12", "shown": "8", "days": .text(Figures.days(days, today: Fixtures.today)),
            ]))
        #expect(heading.contains("全部可以说「11/21 没答好的」"), "\(heading)")
    }

    @Test("comes late once after downtime, and a week without any is one line")
    func late() async throws {
        let house = try await ReportHouse()
        _ = try await house.say("每周一早上9点发我没答好的", as: Fixtures.headquarters)
        house.put(3, 7)
        let after = try await ReportHouse(reopening: house)
        let sent = try await after.rounds.send()
        #expect(sent.map(\.reply.lines) == ["没答好的问题 11/16–11/22（补发）：没有收到差评。"])
        #expect(try await after.rounds.send().isEmpty)
    }

    @Test("whoever may not read it any more is sent nothing, and others cannot subscribe")
    func readers() async throws {
        let house = try await ReportHouse()
        for person in [Fixtures.westLakeDealer, Fixtures.eastManager] {
            #expect(try await house.say("订阅没答好的", as: person).contains("由总部和系统管理员查看"))
            #expect(try await house.subscriptions(of: person).isEmpty)
        }
        _ = try await house.say("订阅没答好的", as: Fixtures.headquarters)
        var moved = Fixtures.headquarters
        moved.role = .manager
        moved.regions = Fixtures.eastManager.regions
        let others = FixtureDirectory().people.filter { $0.id != moved.id } + [moved]
        let after = try await ReportHouse(people: others, reopening: house)
        house.put(2, 9)
        #expect(try await after.rounds.send().isEmpty)
    }
}
