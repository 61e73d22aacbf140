import EarshotTesting
import Foundation
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("A suggestion from its filing to what customers say after it was shipped")
struct ShippedSuggestionTests {
    private static let complaints = [
        "油耗显示不准,加满一算差了一升半", "仪表显示七个油,实际九个,油耗虚标",
    ]

    /// Other matters, so that the words of this one are not those of every voice.
    private static let others = ["座椅坐久了腰疼", "后排空间宽敞", "提车等了一个月", "空调制冷很快", "车机开机要半分钟"]

    /// What nobody else says, so that no voice is another's repost.
    private static func circumstances(_ number: Int) -> (String, String) {
        func words(_ seed: Int) -> String {
            var value = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
            var text = ""
            for _ in 0..<22 {
                value = value &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.unicodeScalars.append(Unicode.Scalar(0x4E00 + UInt32(value >> 40) % 3000) ?? "一")
            }
            return text
        }
        return (words(2 * number), words(2 * number + 1))
    }

    /// Ten voices on each day.
    private func talk(
        of days: ClosedRange<Int>, in store: VoiceStore, _ comprehension: Comprehension
    ) async throws {
        let voices = days.flatMap { day in
            (0..<10).map { number in
                comprehension.understand(
                    Voice(
                        id: "other-\(day)-\(number)", source: "论坛",
                        text: ShippedSuggestionTests.others[number % 5] + "，\((day + 50) * 10 + number)号车主说的",
                        publishedAt: LocalCalendar.shanghai.start(of: Fixtures.today + day) + .seconds(36_000)
                    ))
            }
        }
        _ = try await store.add(voices)
    }

    private func complain(
        _ counts: [(daysFromNow: Int, count: Int)], in store: VoiceStore, _ comprehension: Comprehension
    ) async throws {
        var voices: [UnderstoodVoice] = []
        for (day, count) in counts {
            for number in 0..<count {
                let (before, behind) = ShippedSuggestionTests.circumstances((day + 50) * 10 + number)
                let text = before + "，" + ShippedSuggestionTests.complaints[number % 2] + "，" + behind
                voices.append(
                    comprehension.understand(
                        Voice(
                            id: "\(day)-\(number)", source: "论坛", text: text,
                            publishedAt: LocalCalendar.shanghai.start(of: Fixtures.today + day)
                                + .seconds(36_000),
                            location: Voice.Location(city: number % 2 == 0 ? "杭州" : "宁波"))))
            }
        }
        _ = try await store.add(voices)
        try VoiceIndexing(store, isStopped: { false }, rest: { _ in }, onEvent: { _ in }).run()
    }

    @Test(
        "whoever filed it is told that it was shipped through them, and ten days later what has become of the complaints"
    )
    func course() async throws {
        let folder = try TemporaryFolder()
        let installation = try Installation.read(DemoTests.config, needsSecrets: false)
        let voices = try VoiceStore(path: folder.file("voices.db"))
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        let clock = ManualClock()
        let comprehension = try installation.comprehension()
        let search = VoiceEvidence(
            voices, words: try installation.evidenceWords(), analyzer: comprehension.analyzer)
        try await talk(of: -29...0, in: voices, comprehension)
        // The ten days before today and the ten after it, and what is neither.
        try await complain([(-12, 9), (-10, 8), (-5, 8), (-1, 8), (0, 5)], in: voices, comprehension)
        let people = [Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.headquarters]
        let directory = FixtureDirectory(people)
        let texts = try installation.texts()
        let service = SuggestionService(desk: bot, directory: directory, search: search)
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot),
            router: try installation.router(), texts: texts,
            services: [Insight(figures: RecentFigures(of: voices)), service])
        let conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        func say(_ text: String, as person: Person) async throws -> String {
            try await conversations.handle(
                InboundMessage(
                    channel: "dingtalk/test", id: UUID().uuidString, account: person.accounts.first,
                    chat: "chat-\(person.id)", content: .text(text))
            ).words
        }
        let rounds = SuggestionRounds(register: bot, clock: clock) {
            SuggestionRounds.Situation(
                directory: directory, texts: texts, reach: FixtureWays(),
                quietHours: QuietHours(from: TimeOfDay(hour: 22), until: TimeOfDay(hour: 8)),
                calendar: .shanghai)
        }
        let outcomes = SuggestionOutcomeRounds(register: bot, clock: clock) {
            EvidenceRounds.Situation(search: search, calendar: .shanghai)
        }
        func told() async throws -> [String: String] {
            clock.advance(by: .seconds(700))
            return Dictionary(
                uniqueKeysWithValues: try await rounds.tell().map { ($0.recipient, $0.reply.words) })
        }

        let filed = try await say("建议:高速油耗显示和实际差太多,能不能改算法", as: Fixtures.westLakeDealer)
        #expect(filed.contains("全国有 38 条"), "\(filed)")
        _ = try await say("支持 1", as: Fixtures.ningboDealer)
        for text in ["采纳 1 下个版本改", "1 处理中", "1 已上线"] { _ = try await say(text, as: Fixtures.headquarters) }
        let shipped = try await told()
        #expect(shipped.keys.sorted() == ["person:chenjie", "person:wangfang"])
        #expect(shipped["person:wangfang"]?.contains("这条建议因您提出而上线，谢谢您！共有 2 家经销商、2 个城市提过。") == true)
        #expect(shipped["person:chenjie"]?.contains("这条建议有您的支持") == true)

        try await talk(of: 1...11, in: voices, comprehension)
        try await complain([(1, 2), (6, 2), (10, 2), (11, 7)], in: voices, comprehension)
        clock.advance(by: .seconds(10 * 86_400))
        #expect(try await outcomes.look() == 0, "the tenth day is not over")
        clock.advance(by: .seconds(86_400))
        #expect(try await outcomes.look() == 1)
        let compared = try await told()
        #expect(compared.keys.sorted() == ["person:chenjie", "person:wangfang"])
        let filer = try #require(compared["person:wangfang"])
        #expect(filer.contains("上线前10天全国 24 条、之后10天 6 条；杭州 12 条、3 条"), "\(filer)")
        #expect(filer.contains("（同期全部声音 124 条、106 条）。客户提得比以前少了"), "\(filer)")
        #expect(try await outcomes.look() == 0)
        clock.advance(by: .seconds(86_400))
        #expect(try await told().isEmpty)
        #expect(
            try await bot.history(of: 1).map(\.kind)
                == [.filed, .supported, .accepted, .started, .shipped, .measured])
        await voices.close()
        await bot.close()
    }
}

extension Reply {
    /// Its text without its choices, a line a block.
    fileprivate var words: String {
        blocks.map { block in
            switch block {
            case .title(let text), .text(let text), .item(let text), .quote(let text, _): text
            case .figure(let label, let value): "\(label) \(value)"
            case .choices, .link: ""
            }
        }.joined(separator: "\n")
    }
}
