import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

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

    /// Up to 2 nothing was in small letters, up to 4 what an application heard was not.
    @Test(
        "bindings of WeCom that an earlier edition kept in any case are found again, the later of two",
        arguments: [2, 4])
    func casesOfAccounts(edition: Int) async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("bot.db")
        let earlier = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(BotSchema.schema.migrations.prefix(edition)))
        let old = try Database(path: file, schema: earlier)
        try await old.write { connection in
            for (account, person, at) in [
                ("wecom:ZhangSan", "zhang", 1), ("wecom:LiSi", "old", 1), ("wecom:LISI", "li", 2),
                ("dingtalk:Wang", "wang", 1),
            ] {
                try connection.execute(
                    "INSERT INTO binding (account, person, bound_at) VALUES (?, ?, ?)", account, person, at)
            }
        }
        await old.close()
        let pending = PendingMigration(from: edition, to: BotSchema.schema.version)
        #expect(try BotStore.pendingMigration(path: file) == pending)
        let store = try BotStore(path: file, digest: { $0 })
        let bindings = try await store.bindings()
        #expect(bindings.map(\.account) == ["wecom:lisi", "dingtalk:Wang", "wecom:zhangsan"])
        #expect(bindings.map(\.person) == ["li", "wang", "zhang"])
        #expect(try await store.unbind("wecom:ZhangSan", by: "test", at: Fixtures.now))
        #expect(try await !store.unbind("dingtalk:wang", by: "test", at: Fixtures.now))
        await store.close()
    }

    @Test("a file of the edition that first had an outbox gets the indexes of today's")
    func indexes() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("bot.db")
        let store = try BotStore(path: folder.file("new.db"), digest: { $0 })
        await store.close()
        let third = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(BotSchema.schema.migrations.prefix(3)))
        let old = try Database(path: file, schema: third)
        await old.close()
        func indexes(_ path: String) throws -> [String] {
            try Connection(path: path).query(
                "SELECT name || ' ' || sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
            ) { $0.text(0) }
        }
        #expect(try indexes(file).contains { $0.hasSuffix("(consignment) WHERE state IN (1, 2)") })
        #expect(try !indexes(file).contains { $0.hasPrefix("delivery_by_due ") })
        let today = try BotStore(path: file, digest: { $0 })
        await today.close()
        #expect(try indexes(file) == indexes(folder.file("new.db")))
        #expect(try indexes(file).contains { $0.hasPrefix("delivery_by_due ") })
        #expect(try indexes(file).contains { $0.hasSuffix("ON delivery (consignment)") })
    }

    @Test("a file that is new, up to date, of another kind or of a newer edition has nothing pending")
    func nothingPending() async throws {
        let folder = try TemporaryFolder()
        #expect(try BotStore.pendingMigration(path: folder.file("bot.db")) == nil)
        let store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
        await store.close()
        #expect(try BotStore.pendingMigration(path: folder.file("bot.db")) == nil)
        #expect(try VoiceStore.pendingMigration(path: folder.file("bot.db")) == nil)
        try Connection(path: folder.file("bot.db")).executeScript("PRAGMA user_version = 99")
        #expect(try BotStore.pendingMigration(path: folder.file("bot.db")) == nil)
    }
}
