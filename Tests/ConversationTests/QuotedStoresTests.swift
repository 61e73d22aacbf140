import EarshotTesting
import Testing

@testable import Earshot

@Suite("Stores that customers name in quotes")
struct QuotedStoresTests {
    private static let riverside = Dealer(
        id: "HZ002", name: "杭州滨江店", city: Fixtures.hangzhou, aliases: ["滨江4S店"])

    private func bot(edits: [String: String] = [:]) async throws -> BotFixture {
        try await BotFixture(
            (0..<30).map { number in
                let day = Fixtures.today - (1 + number % 7)
                return UnderstoodVoice(
                    voice: Voice(
                        id: "\(number)", source: "论坛", text: "第\(number)次去杭州滨江店和西湖店，滨江4S店等太久",
                        publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                    reading: Reading(
                        sentiment: -0.8,
                        opinions: [
                            Opinion(
                                aspect: Aspect("after_sales.waiting")!, polarity: .negative, lean: -0.8,
                                evidence: 0..<6)
                        ]), fingerprint: Fingerprint(of: "\(number)"), day: day, city: Fixtures.hangzhou,
                    subject: .own, dealerID: nil)
            }, edits: edits, stores: [Fixtures.westLakeStore, QuotedStoresTests.riverside])
    }

    @Test(
        "a dealer reads of another store without its name, of the own one with it",
        arguments: ["我们城市的客户最近在说什么", "售后差评原话", "售后怎么样"])
    func dealer(question: String) async throws {
        let answer = try await bot().say(question)
        #expect(answer.contains("去某门店和西湖店，某门店等太久"), "\(answer)")
        #expect(!answer.contains("滨江"), "\(answer)")
    }

    @Test("the next page is like the first")
    func more() async throws {
        let bot = try await bot()
        _ = try await bot.say("售后差评原话")
        let answer = try await bot.say("更多")
        #expect(answer.contains("某门店") && !answer.contains("滨江"), "\(answer)")
    }

    @Test(
        "a manager and headquarters read every name",
        arguments: [Fixtures.eastManager, Fixtures.headquarters])
    func others(person: Person) async throws {
        let answer = try await bot().say("杭州售后差评原话", as: person)
        #expect(answer.contains("杭州滨江店和西湖店，滨江4S店"), "\(answer)")
    }

    @Test(
        "in a group nobody reads a store's name, whoever asks and on whichever page",
        arguments: [Fixtures.westLakeDealer, Fixtures.eastManager, Fixtures.headquarters], [false, true])
    func group(person: Person, storesInGroups: Bool) async throws {
        let bot = try await bot()
        let stores = [Fixtures.westLakeStore, QuotedStoresTests.riverside]
        let conversations = try BotFixture.conversations(
            bot.bot, bot.voices, bot.clock, settings: Dialogue.Settings(storesInGroups: storesInGroups),
            stores: stores)
        for (number, text) in ["杭州售后差评原话", "更多", "杭州售后怎么样", "杭州的客户最近在说什么"].enumerated() {
            let answer = try await conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: "\(number)", account: person.accounts.first, chat: "group",
                    isGroup: true, content: .text(text))
            ).lines
            #expect(answer.contains("去某门店和某门店，某门店等太久") != storesInGroups, "\(answer)")
            #expect((answer.contains("滨江") || answer.contains("西湖")) == storesInGroups, "\(answer)")
        }
    }

    @Test("names taken out before the words that a quote was chosen for do not push these out of it")
    func evidence() async throws {
        let names = String(repeating: "杭州滨江店、", count: 60)
        let text = names + "保养排队三小时" + String(repeating: "其他都还可以，", count: 45)
        let voices = (1...7).map { ago in
            let day = Fixtures.today - ago
            return UnderstoodVoice(
                voice: Voice(
                    id: "\(ago)", source: "论坛", text: text,
                    publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                reading: Reading(
                    sentiment: -0.8,
                    opinions: [
                        Opinion(
                            aspect: Aspect("after_sales.waiting")!, polarity: .negative, lean: -0.8,
                            evidence: names.utf8.count..<(names.utf8.count + 21))
                    ]), fingerprint: Fingerprint(of: "\(ago)"), day: day, city: Fixtures.hangzhou,
                subject: .own, dealerID: nil)
        }
        let bot = try await BotFixture(
            voices, stores: [Fixtures.westLakeStore, QuotedStoresTests.riverside])
        let answer = try await bot.say("售后差评原话")
        #expect(answer.contains("保养排队三小时"), "\(answer)")
        #expect(!answer.contains("滨江"))
    }

    @Test("the word for a store is a text that may be edited")
    func words() async throws {
        let bot = try await bot(edits: [
            "quoted": "{{#pieces}}{{text}}{{#store}}（别的店）{{/store}}{{/pieces}}"
        ])
        #expect(try await bot.say("售后差评原话").contains("去（别的店）和西湖店"))
    }
}
