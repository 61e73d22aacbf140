import Earshot
import EarshotTesting
import SQLite
import Store
import Testing

@Suite("The store of conversations")
struct BotStoreTests {
    @Test("a state that this edition of the program cannot read begins the conversation anew")
    func unreadableState() async throws {
        let folder = try TemporaryFolder()
        let store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        let conversation = ConversationKey(account: "dingtalk:d1", chat: "c1")
        let turn = Turn(
            message: MessageKey(channel: "dingtalk/sales", id: "m1"), conversation: conversation,
            state: DialogueState(updatedAt: Fixtures.now), reply: Reply([.text("好的")]), at: Fixtures.now)
        _ = try await store.commit(turn)
        let next = MessageKey(channel: "dingtalk/sales", id: "m2")
        #expect(try await store.recall(next, in: conversation).state == turn.state)
        let connection = try Connection(path: folder.file("bot.db"))
        for state in ["{}", "", #"{"offers":[{"label":"x","request":{"intent":"no.such"}}]}"#] {
            try connection.execute("UPDATE conversation SET state = ?", state)
            #expect(try await store.recall(next, in: conversation).state == nil)
        }
        #expect(try await store.recall(turn.message, in: conversation).reply == turn.reply)
    }
}
