import EarshotTesting
import Testing

@testable import Earshot

@Suite("In a group, where everybody reads the answers")
struct GroupTests {
    /// Says some things in a group, one after the other.
    private func hear(
        _ texts: [String], as person: Person, settings: Dialogue.Settings = Dialogue.Settings()
    ) async throws -> [String] {
        let bot = try await BotFixture()
        let conversations = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, settings: settings)
        var answers: [String] = []
        for (number, text) in texts.enumerated() {
            answers.append(
                try await conversations.handle(
                    InboundMessage(
                        channel: "dingtalk/test", id: "\(number)", account: person.accounts.first,
                        chat: "group", isGroup: true, content: .text(text))
                ).lines)
        }
        return answers
    }

    @Test(
        "what is said of a store is not told, whoever asks and however",
        arguments: [
            (Fixtures.westLakeDealer, "我们店口碑怎么样"), (Fixtures.westLakeDealer, "我们店的差评原话"),
            (Fixtures.westLakeDealer, "杭州西湖店售后怎么样"), (Fixtures.eastManager, "杭州西湖店口碑怎么样"),
            (Fixtures.headquarters, "杭州西湖店和全国比"), (Fixtures.westLakeDealer, "杭州和杭州西湖店比"),
        ])
    func stores(person: Person, question: String) async throws {
        let answers = try await hear([question, "那售后呢", "差评原话"], as: person)
        #expect(answers[0].contains("单聊"), "\(answers[0])")
        #expect(answers.allSatisfy { !$0.contains("西湖店") && !$0.contains("提到本店") }, "\(answers)")
    }

    @Test("a store named as the other side of a comparison is not told either")
    func otherSide() async throws {
        for person in [Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters] {
            let answers = try await hear(["杭州客户最近在说什么", "和杭州西湖店比"], as: person)
            #expect(answers[1].contains("单聊"), "\(answers[1])")
        }
    }

    @Test("a city's voices are told")
    func cities() async throws {
        let answers = try await hear(["我们城市的客户最近在说什么", "1"], as: Fixtures.westLakeDealer)
        #expect(answers[0].contains("杭州 · 近7天客户之声"))
        #expect(answers[1].contains("杭州 · 油耗 · 差评原话"))
    }

    @Test("where the site says so, stores are told in groups too")
    func allowed() async throws {
        let answers = try await hear(
            ["我们店口碑怎么样"], as: Fixtures.westLakeDealer,
            settings: Dialogue.Settings(storesInGroups: true))
        #expect(answers[0].contains("杭州西湖店口碑"))
    }
}
