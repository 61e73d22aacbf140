import EarshotTesting
import Foundation
import Store
import Testing
import Texts

@testable import Earshot

/// A bot that takes suggestions, with people of two regions.
final class SuggestionHouse: Sendable {
    let folder: TemporaryFolder
    let clock = ManualClock()
    let bot: BotStore
    let conversations: Conversations

    static let dealer = Fixtures.westLakeDealer
    static let colleague = Fixtures.ningboDealer
    static let guangzhouDealer = WarningHouse.guangzhouDealer
    static let secondGuangzhouDealer = Person(
        id: "liumei", name: "刘梅", role: .dealer, dealer: WarningHouse.guangzhouStore,
        accounts: ["dingtalk:d4"])
    static let manager = Fixtures.eastManager
    static let southManager = WarningHouse.southManager
    static let headquarters = Fixtures.headquarters
    static let second = Person(id: "sunbo", name: "孙波", role: .hq, accounts: ["dingtalk:h3"])
    /// Of the same name as the colleague, in another region.
    static let namesake = Person(
        id: "namesake", name: colleague.name, role: .dealer, dealer: WarningHouse.guangzhouStore,
        accounts: ["dingtalk:d9"])
    static let everybody = [
        dealer, colleague, guangzhouDealer, secondGuangzhouDealer, manager, southManager, headquarters,
        second,
        Fixtures.administrator,
    ]

    /// - Parameters:
    ///   - other: whose file is opened again, as after a restart.
    ///   - also: people beside everybody.
    init(
        search: (any EvidenceSearch)? = nil, reopening other: SuggestionHouse? = nil, also: [Person] = []
    ) throws {
        folder = try other?.folder ?? TemporaryFolder()
        let bot = try BotStore(path: folder.file("bot.db"), digest: { "test:" + $0 })
        self.bot = bot
        let voices = try VoiceStore(path: folder.file("voices.db"))
        let directory = FixtureDirectory(SuggestionHouse.everybody + also)
        let texts = try BotFixture.texts.get()
        let suggestions = SuggestionService(
            desk: bot, directory: directory, search: search,
            showing: AttachmentShowing(desk: bot, ways: ChatsOfTwo(), texts: texts),
            stores: SuggestionHouse.everybody.compactMap(\.dealer),
            subject: { text in
                SuggestionService.Subject(aspect: text.contains("油耗") ? Aspect("fuel") : nil)
            })
        let dialogue = try Dialogue(
            people: Dialogue.People(directory: directory, register: bot), router: BotFixture.router.get(),
            texts: texts, services: [Insight(figures: RecentFigures(of: voices)), suggestions]
        ).keeping(AttachmentKeeping(source: Shelf(), desk: bot))
        conversations = Conversations(register: bot, dialogue: { dialogue }, clock: clock)
        if let other {
            clock.advance(by: .milliseconds(other.clock.now.milliseconds - clock.now.milliseconds))
        }
    }

    /// A PNG from its head to its end.
    static let wholePicture: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
        + Array(0..<17) + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]

    /// A platform that shows who asked pictures of a megabyte, but on another channel.
    private struct ChatsOfTwo: PictureWays {
        func pictureWay(to origin: Question.Origin) async throws -> PictureWay? {
            guard origin.message.channel == "dingtalk/test" else { return nil }
            return PictureWay(channel: "dingtalk/test", recipient: origin.account, mostBytes: 1 << 20)
        }
    }

    /// A platform that has some pictures and files; the picture called so lacks its end.
    private struct Shelf: AttachmentSource {
        private static let files: [String: [UInt8]] = [
            "picture": Array(wholePicture.prefix(10)), "whole": wholePicture,
            "large": wholePicture.prefix(29) + Array(repeating: 0, count: 1 << 20) + wholePicture.suffix(12),
            "gif": Array("GIF89a".utf8) + [1, 0, 1, 0], "pdf": Array("%PDF-1.7".utf8),
        ]

        func canFetch(on channel: String) -> Bool { true }

        func fetch(
            _ attachment: MessageAttachment, of message: MessageKey, limit: Int
        ) async throws(AttachmentFault) -> [UInt8] {
            guard let bytes = Shelf.files[attachment.locator] else { throw AttachmentFault(.refused) }
            return bytes
        }
    }

    /// Finds as much as it is told.
    struct FoundEvidence: EvidenceSearch {
        var month = 1930
        var isAtLeast = false
        /// On ten days before and after a suggestion was shipped.
        var counts = (before: 40, after: 12)
        var all = (before: 9120, after: 9120)

        func evidence(for words: String, in city: City?, upTo day: Day) async throws -> Evidence? {
            let here = city.map { _ in Evidence.Span(month: min(76, month), quarter: min(201, month)) }
            return Evidence(
                day: day, city: here, nation: Evidence.Span(month: month, quarter: 2 * month),
                voices: month == 0 ? [] : [7, 9], isAtLeast: isAtLeast)
        }

        func count(
            of words: String, in city: City?, during days: ClosedRange<Day>
        ) async throws -> MatterCount? {
            let isBefore = days.lowerBound < Fixtures.today
            let nation = isBefore ? counts.before : counts.after
            return MatterCount(
                city: city.map { _ in nation / 3 }, nation: nation, of: isBefore ? all.before : all.after,
                isAtLeast: isAtLeast)
        }

        func voices(_ numbers: [Int64], seenFrom place: VisiblePlace) async throws -> [QuotableVoice] {
            guard case .city(Fixtures.hangzhou) = place.area else { return [] }
            return numbers.map {
                QuotableVoice(
                    number: $0,
                    text: "高速油耗 \($0) 比标的高，\(colleague.dealer?.name ?? "")说正常，电话 13812345678", source: "论坛",
                    day: Fixtures.today - 3)
            }
        }
    }

    /// Says something and gives the answer as lines of text.
    func say(
        _ text: String, as person: Person = dealer, id: String = UUID().uuidString, inGroup: Bool = false,
        picture: String? = nil, on channel: String = "dingtalk/test"
    ) async throws -> String {
        try await send(
            .text(text), as: person, id: id, inGroup: inGroup, picture: picture, on: channel
        ).lines
    }

    func send(
        _ content: InboundMessage.Content, as person: Person = dealer, id: String = UUID().uuidString,
        inGroup: Bool = false, picture: String? = nil, with attachments: [MessageAttachment] = [],
        on channel: String = "dingtalk/test"
    ) async throws -> Reply {
        try await conversations.handle(
            InboundMessage(
                channel: channel, id: id, account: person.accounts.first,
                chat: inGroup ? "group" : "chat-\(person.id)", isGroup: inGroup, content: content,
                attachments: attachments
                    + [picture.map { MessageAttachment(.picture, locator: $0) }].compactMap(\.self)))
    }

    func stored(_ number: Int64 = 1) async throws -> Suggestion? {
        try await bot.suggestion(number, within: .all)
    }

    func all() async throws -> [Suggestion] {
        var filter = SuggestionFilter()
        filter.includesParts = true
        return try await bot.suggestions(filter, within: .all, offset: 0, limit: 1000)
    }
}
