import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("The audit trail on disk")
struct AuditChainTests {
    private let folder: TemporaryFolder
    private let store: BotStore
    private let now = Fixtures.now

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private func write(_ count: Int, to store: BotStore? = nil, at moment: Timestamp? = nil) async throws {
        let (store, moment) = (store ?? self.store, moment ?? now)
        try await store.database.write { connection in
            for number in 0..<count {
                try BotStore.audit(
                    "person\(number % 7)", "suggestion.supported", "#\(number)", at: moment, on: connection)
            }
        }
    }

    private func tamper(_ sql: String) throws {
        try Connection(path: folder.file("bot.db")).executeScript(sql)
    }

    @Test("an untouched trail is whole, and an empty one too")
    func whole() async throws {
        #expect(try await store.verifyAudit(containing: nil).fault == nil)
        let empty = try await store.auditHead()
        #expect(empty.number == 0)
        try await write(40)
        let verdict = try await store.verifyAudit(containing: empty)
        #expect(verdict.fault == nil)
        #expect(verdict.entries == 40)
        #expect(try await store.auditHead() == verdict.head)
        #expect(AuditHead("\(verdict.head)") == verdict.head)
    }

    /// Whatever a hand in the file may do to one row.
    private static let touches = [
        "UPDATE audit SET at = at + 1 WHERE id = ?", "UPDATE audit SET actor = 'x' WHERE id = ?",
        "UPDATE audit SET action = 'x' WHERE id = ?", "UPDATE audit SET object = object || 'x' WHERE id = ?",
        "UPDATE audit SET actor = NULL WHERE id = ?", "UPDATE audit SET object = NULL WHERE id = ?",
        "UPDATE audit SET actor_seal = zeroblob(16) WHERE id = ?",
        "UPDATE audit SET object_seal = zeroblob(32) WHERE id = ?",
        "UPDATE audit SET hash = zeroblob(32) WHERE id = ?", "UPDATE audit SET actor_cause = 99 WHERE id = ?",
        "UPDATE audit SET object_cause = 99 WHERE id = ?",
        "DELETE FROM audit WHERE id = ?",
        "UPDATE audit SET action = action || object, object = '' WHERE id = ?",
        """
        INSERT INTO audit (id, at, actor, actor_seal, action, object, object_seal, hash)
        SELECT last + 1, at, actor, actor_seal, action, object, object_seal, hash
        FROM audit, audit_chain WHERE audit.id = ?
        """,
        """
        INSERT INTO audit (id, at, actor, actor_seal, action, object, object_seal, hash)
        SELECT 0, at, actor, actor_seal, action, object, object_seal, hash FROM audit WHERE audit.id = ?
        """,
    ]

    @Test("any one entry that is changed, removed or put in is found, wherever it stands")
    func touched() async throws {
        try await write(25)
        let file = folder.file("bot.db")
        for number in 1...25 {
            for touch in AuditChainTests.touches {
                let connection = try Connection(path: file)
                try connection.execute("BEGIN IMMEDIATE")
                try connection.execute(touch, number)
                #expect(connection.changes == 1, "\(touch)")
                let fault = try AuditReading.verdict(on: connection, containing: nil).fault
                #expect(fault != nil, "entry \(number): \(touch)")
                try connection.execute("ROLLBACK")
            }
        }
        #expect(try await store.verifyAudit(containing: nil).fault == nil)
    }

    @Test("two entries that change places are found, also where their numbers are put right")
    func swapped() async throws {
        try await write(12)
        let file = folder.file("bot.db")
        for first in 1...11 {
            for second in (first + 1)...12 {
                let connection = try Connection(path: file)
                try connection.execute("BEGIN IMMEDIATE")
                try connection.execute("UPDATE audit SET id = -1 WHERE id = ?", first)
                try connection.execute("UPDATE audit SET id = ? WHERE id = ?", first, second)
                try connection.execute("UPDATE audit SET id = ? WHERE id = -1", second)
                let fault = try AuditReading.verdict(on: connection, containing: nil).fault
                #expect(fault?.hasPrefix("entry \(first) ") == true, "\(fault ?? "none")")
                try connection.execute("ROLLBACK")
            }
        }
    }

    @Test("the first fault is named in words")
    func words() async throws {
        try await write(9)
        try tamper("DELETE FROM audit WHERE id IN (4, 5)")
        #expect(try await store.verifyAudit(containing: nil).fault == "the entries 4 to 5 are missing")
    }

    @Test("a trail that was written anew as a whole does not contain a head that was written down before")
    func rewritten() async throws {
        try await write(9)
        let known = try await store.auditHead()
        let other = try BotStore(path: folder.file("other.db"), digest: { $0 })
        try await write(12, to: other)
        #expect(try await other.verifyAudit(containing: nil).fault == nil)
        #expect(
            try await other.verifyAudit(containing: known).fault
                == "entry 9 has another hash than the one that is known: the trail was written anew")
        try await write(3)
        #expect(try await store.verifyAudit(containing: known).fault == nil)
        let newer = try await store.auditHead()
        let shorter = try BotStore(path: folder.file("shorter.db"), digest: { $0 })
        try await write(2, to: shorter)
        let fault = try await shorter.verifyAudit(containing: newer).fault
        #expect(fault?.hasPrefix("the trail ends with entry 2, and entry 12 was written once") == true)
    }

    @Test(
        "what is removed because its time is over leaves a chain that holds, and a removal by hand does not")
    func expiry() async throws {
        try await write(30)
        let early = try await store.auditHead()
        let later = now + .seconds(2 * 86_400)
        try await write(10, at: later)
        let removed = try await store.database.write {
            try BotStore.expireAudit(before: later, at: later, on: $0)
        }
        #expect(removed == 30)
        // Itself an entry, and nothing more to remove.
        #expect(
            try await store.database.write { try BotStore.expireAudit(before: later, at: later, on: $0) } == 0
        )
        let verdict = try await store.verifyAudit(containing: early)
        #expect(verdict.fault == nil)
        #expect((verdict.entries, verdict.expired) == (11, 30))
        try tamper(
            """
            UPDATE audit_chain SET first = 33, first_hash = (SELECT hash FROM audit WHERE id = 33);
            DELETE FROM audit WHERE id <= 33;
            """)
        #expect(
            try await store.verifyAudit(containing: nil).fault
                == "the entries up to 33 were removed, and the trail tells of those up to 30")
        #expect(
            try await store.verifyAudit(containing: early).fault?.hasPrefix("the entries up to 33") == true)
    }

    @Test("what is due within a day goes together, so that the trail has an entry a day of it at most")
    func daily() async throws {
        let hour = Duration.seconds(3600)
        var expiries = 0
        for number in 0..<72 {
            let moment = now + .seconds(3600 * number)
            try await store.record("x", of: "\(number)", by: "p", at: moment)
            // Kept for an hour, and looked at every hour.
            if try await store.expireAudit(before: moment - hour, at: moment) > 0 { expiries += 1 }
        }
        #expect(expiries == 2)
        #expect(try await store.verifyAudit(containing: nil).fault == nil)
    }

    @Test("everything may expire, and the numbers go on")
    func allExpired() async throws {
        try await write(5)
        let later = now + .seconds(2 * 86_400)
        _ = try await store.database.write { try BotStore.expireAudit(before: later, at: later, on: $0) }
        try await write(1)
        let verdict = try await store.verifyAudit(containing: nil)
        #expect(verdict.fault == nil)
        #expect((verdict.entries, verdict.head.number) == (2, 7))
    }

    @Test("entries are found by actor, action, object and time, the newest first")
    func list() async throws {
        try await write(20)
        try await store.record("report.exported", of: "12", by: "operator", at: now + .seconds(60))
        func found(_ change: (inout AuditFilter) -> Void, limit: Int = 100) async throws -> [Int64] {
            var filter = AuditFilter()
            change(&filter)
            return try await store.audit(filter, before: nil, limit: limit).map(\.number)
        }
        #expect(try await found({ _ in }, limit: 2) == [21, 20])
        #expect(try await found { $0.actor = "person3" } == [18, 11, 4])
        #expect(try await found { $0.object = "#5" } == [6])
        #expect(try await found { $0.action = "report.*" } == [21])
        #expect(try await found { $0.action = "report" } == [])
        let limit = now + .seconds(60)
        #expect(try await found { $0.since = limit } == [21])
        // Whoever sat at the console in somebody's stead, and somebody whose id begins alike.
        for actor in ["console:person3", "person33", "dingtalk:person3"] {
            try await store.record("words.seen", of: "杭州", by: actor, at: limit)
        }
        #expect(try await found { $0.actor = "person3" } == [22, 18, 11, 4])
        #expect(try await found { $0.actor = "console:person3" } == [22])
        #expect(try await found { $0.actor = "dingtalk:person3" } == [24])
        #expect(try await found({ $0.until = limit }, limit: 1) == [20])
        #expect(try await store.audit(AuditFilter(), before: 20, limit: 1).map(\.number) == [19])
    }

    @Test("a file of the edition before gets its trail chained, in its order and with nothing lost")
    func migration() async throws {
        let file = folder.file("old.db")
        let earlier = Schema(
            applicationID: BotSchema.schema.applicationID,
            migrations: Array(BotSchema.schema.migrations.prefix(17)))
        let old = try Database(path: file, schema: earlier)
        try await old.write { connection in
            for number in 1...2500 {
                // With gaps, as deletions by hand leave them.
                try connection.execute(
                    "INSERT INTO audit (id, at, actor, action, object) VALUES (?, ?, ?, 'people.invite', ?)",
                    number * 3, number, "实 \(number)", "li")
            }
        }
        await old.close()
        let store = try BotStore(path: file, digest: { $0 })
        let verdict = try await store.verifyAudit(containing: nil)
        #expect(verdict.fault == nil)
        #expect(verdict.entries == 2500)
        let actors = try await store.audit(AuditFilter(), before: nil, limit: 5000).reversed().map(\.actor)
        #expect(actors == (1...2500).map { "实 \($0)" })
        await store.close()
    }
}
