import EarshotTesting
import Store
import Synchronization
import Testing

@testable import Earshot

@Suite("Pictures, files and recordings that people send")
struct AttachmentTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]

    /// A platform that has these, by their locator.
    private final class Shelf: AttachmentSource {
        private let files: [String: [UInt8]]
        let asked = Mutex<[String]>([])

        init(_ files: [String: [UInt8]]) { self.files = files }

        func canFetch(on channel: String) -> Bool { channel == "wecom/dealers" }

        func fetch(
            _ attachment: MessageAttachment, of message: MessageKey, limit: Int
        ) async throws(AttachmentFault) -> [UInt8] {
            asked.withLock { $0.append(attachment.locator) }
            guard let bytes = files[attachment.locator] else { throw AttachmentFault(.refused) }
            guard bytes.count <= limit else { throw AttachmentFault(.tooLarge) }
            return bytes
        }
    }

    private let folder: TemporaryFolder
    private let store: BotStore
    private let clock = ManualClock()
    private let shelf: Shelf
    private let conversations: Conversations

    init() async throws {
        folder = try TemporaryFolder()
        let store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        self.store = store
        let voices = try VoiceStore(path: folder.file("voices.db"))
        _ = try await voices.add(BotFixture.week)
        let shelf = Shelf([
            "p1": AttachmentTests.png, "p2": AttachmentTests.png + [1], "elf": [0x7F, 0x45, 0x4C, 0x46, 2],
            "nothing": [], "pdf": Array("%PDF-1.7".utf8), "amr": Array("#!AMR\n".utf8),
            "large": AttachmentTests.png + Array(repeating: 0, count: 1 << 20),
            "half": AttachmentTests.png + Array(repeating: 0, count: 900_000),
        ])
        self.shelf = shelf
        let limits = AttachmentKeeping.Limits(days: 30, mostBytes: 1 << 20, mostBytesOfAccount: 3 << 19)
        let dialogue = try BotFixture.dialogue(store, voices).keeping(
            AttachmentKeeping(source: shelf, desk: store, limits: limits))
        conversations = Conversations(register: store, dialogue: { dialogue }, clock: clock)
    }

    private func send(
        _ content: InboundMessage.Content, _ attachments: [MessageAttachment], id: String = "m1",
        on channel: String = "wecom/dealers", from account: String? = Fixtures.westLakeDealer.accounts.first
    ) async throws -> String {
        var hasPictures = false
        if case .text = content { hasPictures = true }
        return try await conversations.handle(
            InboundMessage(
                channel: channel, id: id, account: account, chat: "c", content: content,
                hasPictures: hasPictures, attachments: attachments)
        ).lines
    }

    private func kept() async throws -> [KeptAttachment] {
        try await store.attachments(of: nil, limit: 100)
    }

    private static let ask = "内容我还看不懂，请用文字告诉我是什么事、您想了解什么。"

    @Test(
        "a picture is on disk before it is acknowledged, and its sender learns for how long and who sees it")
    func picture() async throws {
        let answer = try await send(.picture, [MessageAttachment(.picture, locator: "p1")])
        #expect(answer == "收到了图片 1 张，已保存，30 天后自动删除，只有系统管理员能查看。\n" + AttachmentTests.ask)
        let reopened = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        let (attachment, bytes) = try #require(try await reopened.attachment(1))
        #expect(bytes == AttachmentTests.png)
        #expect(
            attachment
                == KeptAttachment(
                    number: 1, kind: .picture, format: .png, size: 10,
                    account: try #require(Fixtures.westLakeDealer.accounts.first),
                    message: MessageKey(channel: "wecom/dealers", id: "m1"), receivedAt: clock.now,
                    forgetAt: clock.now + .seconds(30 * 86_400)))
        #expect(attachment.fileName == "attachment-1.png")
    }

    @Test("a repeat of the message gets the same answer, and nothing is fetched or kept twice")
    func repeated() async throws {
        let first = try await send(.picture, [MessageAttachment(.picture, locator: "p1")])
        #expect(try await send(.picture, [MessageAttachment(.picture, locator: "p1")]) == first)
        #expect(try await kept().count == 1)
        #expect(shelf.asked.withLock { $0 } == ["p1"])
    }

    @Test("what could not be fetched, is too large, or is not what it is said to be, is told and not kept")
    func lost() async throws {
        let answer = try await send(
            .picture,
            ["p1", "gone", "large", "elf", "pdf"].map { MessageAttachment(.picture, locator: $0) })
        #expect(
            answer == """
                收到了图片 1 张，已保存，30 天后自动删除，只有系统管理员能查看。
                有 1 个没有保存：超过了 1 MB，请缩小后重发。
                有 2 个没有保存：不支持这种格式。
                有 1 个没有取到，没有保存，请重发一次。
                \(AttachmentTests.ask)
                """)
        #expect(try await kept().map(\.format) == [.png])
    }

    @Test("an empty file is said to be empty, and nobody is asked to send it again")
    func empty() async throws {
        let answer = try await send(.file, [MessageAttachment(.file, locator: "nothing")])
        #expect(answer == "有 1 个没有保存：是空文件。\n" + AttachmentTests.ask)
        #expect(try await kept().isEmpty)
    }

    @Test("beside a text, pictures are kept and the text is answered")
    func beside() async throws {
        let alone = try await send(.text("油耗的差评原文"), [], id: "m0", on: "wecom/others")
        let answer = try await send(.text("油耗的差评原文"), [MessageAttachment(.picture, locator: "p1")])
        #expect(
            answer == """
                收到了图片 1 张，已保存，30 天后自动删除，只有系统管理员能查看。
                内容我还看不懂，下面只回答您写的文字。

                """ + alone.split(separator: "\n", maxSplits: 1)[1])
        #expect(try await kept().count == 1)
    }

    @Test("a file and a recording without words are kept; of a recording with words, the words are enough")
    func others() async throws {
        #expect(
            try await send(.file, [MessageAttachment(.file, locator: "pdf")]).hasPrefix("收到了文件 1 个，已保存"))
        let recording = MessageAttachment(.recording, locator: "amr")
        #expect(
            try await send(.speech(recognised: nil), [recording], id: "m2").hasPrefix("收到了语音 1 条，已保存"))
        let words = try await send(.speech(recognised: "油耗的差评原文"), [recording], id: "m3")
        #expect(words.contains("油耗"))
        #expect(try await kept().map(\.kind) == [.recording, .file])
    }

    @Test("one account keeps no more than its share, and has it back when the time is up")
    func share() async throws {
        let halves = ["half", "half"].map { MessageAttachment(.picture, locator: $0) }
        let answer = try await send(.picture, halves)
        #expect(answer.contains("收到了图片 1 张"))
        #expect(answer.contains("有 1 个没有保存：您的保存空间已用完"))
        clock.advance(by: .seconds(30 * 86_400))
        _ = try await store.forget(at: clock.now)
        #expect(try await kept().isEmpty)
        #expect(try await send(.picture, [halves[0]], id: "m2").contains("收到了图片 1 张"))
    }

    @Test("of a message with more than nine, nine are looked at and the rest is told")
    func many() async throws {
        let answer = try await send(
            .picture, Array(repeating: MessageAttachment(.picture, locator: "p1"), count: 12))
        #expect(answer.contains("收到了图片 9 张"))
        #expect(answer.contains("有 3 个没有保存：一次最多 9 个"))
    }

    @Test(
        "of somebody unknown, and where nothing can be fetched, nothing is asked for and nothing is promised")
    func nothing() async throws {
        let picture = [MessageAttachment(.picture, locator: "p1")]
        let stranger = try await send(.picture, picture, from: "wecom:x9")
        #expect(!stranger.contains("已保存"))
        let answer = try await send(.picture, picture, id: "m2", on: "wecom/others")
        #expect(answer == "图片收到了，不过我还看不懂图片内容。请用文字告诉我您想了解什么。")
        #expect(shelf.asked.withLock { $0 }.isEmpty)
        #expect(try await kept().isEmpty)
    }

    @Test("an administrator removes one before its time, once")
    func dropped() async throws {
        _ = try await send(.picture, ["p1", "p2"].map { MessageAttachment(.picture, locator: $0) })
        #expect(try await store.dropAttachment(1, by: "operator", at: clock.now))
        #expect(try await !store.dropAttachment(1, by: "operator", at: clock.now))
        #expect(try await kept().map(\.number) == [2])
    }
}
