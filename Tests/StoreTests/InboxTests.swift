import Earshot
import EarshotTesting
import SQLite
import Store
import Testing

@Suite("The inbox")
struct InboxTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> BotStore {
        try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private func message(_ id: String, _ content: InboundMessage.Content) -> InboundMessage {
        InboundMessage(
            channel: "dingtalk/sales", id: id, account: "dingtalk:u7", displayName: "王芳;3:x", chat: "c1",
            isGroup: true, content: content,
            replyAddress: .init(url: "https://oapi.dingtalk.com/x", expires: Fixtures.now))
    }

    @Test("every kind of message comes back after a restart as it was kept, the earliest first")
    func roundTrip() async throws {
        let kinds: [InboundMessage.Content] = [
            .text("那售后呢\n12;3:"), .opened, .speech(recognised: "油耗"), .speech(recognised: nil), .picture,
            .file,
            .other(kind: "video"),
        ]
        var messages = kinds.enumerated().map { message("m\(9 - $0.offset)", $0.element) }
        messages.append(
            InboundMessage(channel: "wecom-bot/b", id: "m", account: nil, chat: "c", content: .text("")))
        messages[0].hasPictures = true
        messages[0].replyAddress?.opens = Fixtures.now + .seconds(360)
        messages[0].takesFeedback = true
        messages[0].quote = "杭州油耗怎么样\n3;"
        messages[0].isOnNotice = true
        messages[4].attachments = [
            MessageAttachment(.picture, locator: "https://x/1?sign=3;:"),
            MessageAttachment(.file, locator: "@2"),
        ]
        let store = try open()
        for (index, message) in messages.enumerated() {
            try await store.keep(message, at: Fixtures.now + .seconds(index))
            try await store.keep(message, at: Fixtures.now + .seconds(100))
        }
        await store.close()
        let again = try open()
        #expect(try await again.left().messages == messages)
        try await again.remove(MessageKey(channel: "wecom-bot/b", id: "m"))
        try await again.remove(MessageKey(channel: "wecom-bot/b", id: "never there"))
        #expect(try await again.left().messages == messages.dropLast())
        await again.close()
    }

    @Test(
        "a message that an edition kept which knew of no quotes, no asked answers or no attachments, is read",
        arguments: [10, 4, 2])
    func olderRecord(missing: Int) async throws {
        let store = try open()
        try await store.keep(message("m1", .text("x")), at: Fixtures.now)
        await store.close()
        try Connection(path: folder.file("bot.db")).execute(
            "UPDATE inbox SET content = substr(content, 1, length(content) - \(missing))")
        let again = try open()
        #expect(try await again.left().messages == [message("m1", .text("x"))])
        await again.close()
    }

    @Test("an event is new once, also after a restart, and until it is forgotten after a day")
    func events() async throws {
        let key = MessageKey(channel: "dingtalk-event/sales", id: "e1")
        let store = try open()
        #expect(try await !store.hasSeen(key))
        #expect(try await store.see(key, at: Fixtures.now))
        #expect(try await store.hasSeen(key))
        #expect(try await !store.see(key, at: Fixtures.now + .seconds(60)))
        await store.close()
        let again = try open()
        #expect(try await again.hasSeen(key))
        #expect(try await !again.see(key, at: Fixtures.now + .seconds(120)))
        #expect(try await again.see(MessageKey(channel: "dingtalk-event/other", id: "e1"), at: Fixtures.now))
        _ = try await again.forget(at: Fixtures.now + BotStore.repliesKept + .seconds(121))
        #expect(try await again.see(key, at: Fixtures.now + BotStore.repliesKept))
        await again.close()
    }

    @Test("a message that ends the program whenever it is handled is tried three times, and the others stay")
    func poison() async throws {
        let store = try open()
        let poison = MessageKey(channel: "dingtalk/sales", id: "m1")
        try await store.keep(message("m1", .text("x")), at: Fixtures.now)
        try await store.keep(message("m2", .text("y")), at: Fixtures.now + .seconds(1))
        for _ in 0..<3 {
            #expect(try await store.left().messages.map(\.id) == ["m1", "m2"])
            try await store.countTry(of: poison)
        }
        let left = try await store.left()
        #expect(left.messages.map(\.id) == ["m2"])
        #expect(left.givenUp == [poison])
        #expect(try await store.left().givenUp.isEmpty)
        _ = try await store.forget(at: Fixtures.now + BotStore.repliesKept + .seconds(2))
        #expect(try await store.left().messages.isEmpty)
        await store.close()
    }
}
