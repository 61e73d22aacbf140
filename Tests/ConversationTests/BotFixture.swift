import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A whole bot on real files: the shipped commands and texts, and voices that a test made up.
struct BotFixture {
    let folder: TemporaryFolder
    let clock = ManualClock()
    let bot: BotStore
    let voices: VoiceStore
    let conversations: Conversations

    static let project = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    static let prompts = "\(project)/prompts/zh-CN"

    /// Read once: compiling the commands costs more than a whole conversation, and so do the texts.
    static let router = Result { try makeRouter() }
    static let texts = Result { try PromptTexts(folder: prompts) }

    /// - Parameter edits: texts that differ from the delivered ones, by their template's name.
    init(
        _ voices: [UnderstoodVoice] = BotFixture.week, edits: [String: String] = [:],
        stores: [Dealer] = []
    ) async throws {
        folder = try TemporaryFolder()
        bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.voices = try VoiceStore(path: folder.file("voices.db"))
        conversations = try BotFixture.conversations(
            bot, self.voices, clock, texts: BotFixture.texts(edits, in: folder), stores: stores)
        _ = try await self.voices.add(voices)
    }

    private static func texts(_ edits: [String: String], in folder: TemporaryFolder) throws -> PromptTexts {
        guard !edits.isEmpty else { return try texts.get() }
        let copy = folder.file("prompts")
        try FileManager.default.copyItem(atPath: prompts, toPath: copy)
        for (name, text) in edits {
            try text.write(toFile: "\(copy)/\(name).mustache", atomically: true, encoding: .utf8)
        }
        return try PromptTexts(folder: copy)
    }

    static func conversations(
        _ bot: BotStore, _ voices: VoiceStore, _ clock: ManualClock,
        directory: FixtureDirectory = FixtureDirectory(), texts: PromptTexts? = nil,
        settings: Dialogue.Settings = Dialogue.Settings(), stores: [Dealer] = []
    ) throws -> Conversations {
        let dialogue = try dialogue(
            bot, voices, directory: directory, texts: texts, settings: settings, stores: stores)
        return Conversations(register: bot, dialogue: { dialogue }, clock: clock)
    }

    static func dialogue(
        _ bot: BotStore, _ voices: VoiceStore, directory: FixtureDirectory = FixtureDirectory(),
        texts: PromptTexts? = nil, settings: Dialogue.Settings = Dialogue.Settings(),
        stores: [Dealer] = []
    ) throws -> Dialogue {
        let insight = Insight(figures: voices, stores: stores)
        return try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: try router.get(),
            texts: try texts ?? BotFixture.texts.get(), services: [insight, OutboxService(desk: bot)],
            settings: settings, basis: { try await insight.basis(today: $0) })
    }

    static let products = ProductCatalogue(brands: [
        .init(name: "星驰", own: true, series: [.init(name: "星驰X5", aliases: ["X5"]), .init(name: "星驰E7")]),
        .init(name: "云途", series: [.init(name: "云途L7", aliases: ["L7"])]),
        .init(name: "远岚", series: [.init(name: "远岚M6")]), .init(name: "曜景"), .init(name: "沐野"),
    ])

    static func makeRouter(
        dealers: [String] = [Fixtures.westLakeStore.name, Fixtures.ningboStore.name]
    ) throws -> Router {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        let content = try Data(contentsOf: URL(filePath: "\(project)/bot-config/commands.json5"))
        return try Router(
            commands: decoder.decode(Commands.self, from: content), regions: Fixtures.regions.map(\.name),
            dealers: dealers, products: products)
    }

    /// Says something and gives the answer as lines of text.
    func say(_ text: String, as person: Person = Fixtures.westLakeDealer, id: String = UUID().uuidString)
        async throws -> String
    {
        try await reply(to: .text(text), as: person, id: id).lines
    }

    func reply(
        to content: InboundMessage.Content, as person: Person = Fixtures.westLakeDealer,
        id: String = UUID().uuidString
    ) async throws -> Reply {
        try await conversations.handle(
            InboundMessage(
                channel: "dingtalk/test", id: id, account: person.accounts.first, chat: "chat-\(person.id)",
                content: content))
    }

    /// Two weeks in 杭州, 宁波 and 广州 with a wave of complaints about fuel consumption in 杭州.
    static let week: [UnderstoodVoice] = {
        var voices: [UnderstoodVoice] = []
        func add(
            _ count: Int, _ text: String, city: City, ago: ClosedRange<Int>, sentiment: Double,
            _ aspect: String, dealer: String? = nil, rival: Rival? = nil
        ) {
            for number in 0..<count {
                let day = Fixtures.today - (ago.lowerBound + number % ago.count)
                let words = "\(text),\(city.name)的第\(number)位车主\(day)说"
                let opinion = Aspect(aspect[...]).map {
                    Opinion(aspect: $0, polarity: Polarity(lean: sentiment), lean: sentiment, evidence: 0..<6)
                }
                voices.append(
                    UnderstoodVoice(
                        voice: Voice(
                            id: "\(voices.count)", source: "论坛", text: words,
                            publishedAt: LocalCalendar.shanghai.start(of: day) + .seconds(40_000)),
                        reading: Reading(sentiment: sentiment, opinions: opinion.map { [$0] } ?? []),
                        fingerprint: Fingerprint(of: "\(voices.count)"), day: day, city: city,
                        subject: rival.map { .rival($0) } ?? .own, dealerID: dealer))
            }
        }
        add(40, "高速油耗太高", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "fuel")
        add(12, "油耗偏高", city: Fixtures.hangzhou, ago: 8...14, sentiment: -0.8, "fuel")
        add(30, "空间真大", city: Fixtures.hangzhou, ago: 1...7, sentiment: 0.8, "space")
        add(30, "空间够用", city: Fixtures.hangzhou, ago: 8...14, sentiment: 0.8, "space")
        add(
            25, "保养等太久", city: Fixtures.hangzhou, ago: 1...7, sentiment: -0.8, "after_sales.waiting",
            dealer: Fixtures.westLakeStore.id)
        add(50, "外观好看", city: Fixtures.ningbo, ago: 1...7, sentiment: 0.9, "exterior")
        add(30, "内饰异味", city: Fixtures.guangzhou, ago: 1...7, sentiment: -0.9, "interior")
        let rival = Rival(brand: "云途", series: "云途L7")
        add(20, "云途续航真好", city: Fixtures.hangzhou, ago: 8...14, sentiment: 0.9, "charging", rival: rival)
        add(36, "云途续航扎实", city: Fixtures.hangzhou, ago: 1...7, sentiment: 0.9, "charging", rival: rival)
        return voices
    }()
}

extension Reply {
    /// Its text, a line a block.
    var lines: String {
        blocks.map { block in
            switch block {
            case .title(let text), .text(let text), .item(let text): text
            case .figure(let label, let value): "\(label) \(value)"
            case .quote(let text, let source): "「\(text)」\(source)"
            case .link(let label, let address): "\(label) \(address)"
            case .choices(let prompt, let choices):
                "\(prompt):" + choices.map { "\($0.number) \($0.label)" }.joined(separator: " ")
            }
        }.joined(separator: "\n")
    }
}
