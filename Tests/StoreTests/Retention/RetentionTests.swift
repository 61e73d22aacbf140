import EarshotTesting
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("What is kept for a time")
struct RetentionTests {
    private let folder: TemporaryFolder
    private let store: BotStore
    private let now = Fixtures.now

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    private func count(_ table: String) async throws -> Int {
        try await store.database.read { connection in
            try connection.queryOne("SELECT COUNT(*) FROM \(table)") { $0.int(0) } ?? 0
        }
    }

    @Test("thousands of rows go in parts, those within their time stay, and what would go is told before")
    func parts() async throws {
        let old = (now - .seconds(8 * 86_400)).milliseconds
        let young = (now - .seconds(6 * 86_400)).milliseconds
        try await store.database.write { connection in
            for number in 0..<3500 {
                try connection.execute(
                    "INSERT INTO conversation (account, chat, state, updated_at) VALUES (?, 'c', '', ?)",
                    "wecom:\(number)", number < 2500 ? old : young)
            }
        }
        let rules = RetentionRules()
        let amounts = try await store.retained(at: now, rules)
        #expect(amounts[.conversations] == RetainedAmount(entries: 3500, due: 2500))
        let commits = store.statistics.transactions
        #expect(try await store.forget(at: now, rules) == 2500)
        #expect(store.statistics.transactions - commits > 3)
        #expect(try await count("conversation") == 1000)
        #expect(
            try await store.retained(at: now, rules)[.conversations] == RetainedAmount(entries: 1000, due: 0))
        // For longer, and for ever.
        let later = now + .seconds(30 * 86_400)
        #expect(try await store.forget(at: later, RetentionRules(days: [.conversations: 90])) == 0)
        #expect(try await store.forget(at: later, RetentionRules(days: [.conversations: 0])) == 0)
        #expect(try await store.forget(at: later, rules) == 1000)
    }

    @Test("suggestions stay unless a time is set; then those that are over go with their parts and history")
    func suggestions() async throws {
        try await store.database.write { connection in
            for (number, state, merged) in [(1, 2, nil), (2, 0, nil), (3, 0, 1), (4, 4, nil)]
                as [(Int, Int, Int?)]
            {
                try connection.execute(
                    """
                    INSERT INTO suggestion (number, version, words, urgency, filer, filed_at, state, decided_at,
                        merged_into)
                    VALUES (?, 1, 'w', 1, 'p', 1, ?, ?, ?)
                    """, number, state, number == 4 ? now.milliseconds : 2, merged)
                try connection.execute(
                    "INSERT INTO suggestion_step (id, suggestion, at, actor, kind) VALUES (?, ?, 1, 'p', 'filed')",
                    number, number)
                try connection.execute(
                    "INSERT INTO suggestion_support (suggestion, person, at) VALUES (?, 'q', 1)", number)
                try connection.execute(
                    "INSERT INTO suggestion_notice (step, person, wanted) VALUES (?, 'q', ?)", number, number)
            }
        }
        #expect(RetentionRules().days(of: .suggestions) == nil)
        #expect(try await store.forget(at: now) == 0)
        let rules = RetentionRules(days: [.suggestions: 365])
        #expect(try await store.retained(at: now, rules)[.suggestions] == RetainedAmount(entries: 2, due: 1))
        #expect(try await store.forget(at: now, rules) == 8)
        for table in ["suggestion", "suggestion_step", "suggestion_support", "suggestion_notice"] {
            #expect(try await count(table) == 2, "\(table)")
        }
    }

    @Test("links to reports go once they have long led nowhere, or with their report")
    func links() async throws {
        let (young, old) = (now.milliseconds, (now - .seconds(401 * 86_400)).milliseconds)
        let later = (now + .seconds(86_400)).milliseconds
        try await store.database.write { connection in
            try connection.execute(
                "INSERT INTO report (number, key, composed_at, content) VALUES (1, 'k', 1, '')")
            for (issue, issued) in [(1, young), (2, old)] {
                try connection.execute(
                    """
                    INSERT INTO report_issue (number, person, kind, day, late, report, news, issued_at)
                    VALUES (?, 'p', 'daily', ?, 0, 1, '', ?)
                    """, issue, issue, issued)
            }
            for (token, issue, expires) in [("a", 1, old), ("b", 1, later), ("c", 2, later)] {
                try connection.execute(
                    "INSERT INTO report_link (token_hash, issue, expires_at, account) VALUES (?, ?, ?, 'c:p')",
                    Array(token.utf8), issue, expires)
            }
        }
        _ = try await store.forget(at: now)
        #expect(try await count("report_issue") == 1)
        #expect(try await count("report_link") == 1)
    }

    @Test("what dealers recorded goes in time once it is a voice, and no number is given again")
    func notes() async throws {
        let old = (now - .seconds(366 * 86_400)).milliseconds
        try await store.database.write { connection in
            for (number, recorded, waiting) in [
                (1, old, 0), (2, old, 1), (3, (self.now - .seconds(364 * 86_400)).milliseconds, 0),
                (4, old, 0),
            ] {
                try connection.execute(
                    """
                    INSERT INTO voice_note (
                        number, revision, person, dealer, city, words, recorded_at, withdrawn, waiting)
                    VALUES (?, 1, 'p', 'D001', '杭州', '油耗高', ?, 0, ?)
                    """, number, recorded, waiting)
            }
        }
        #expect(
            try await store.retained(at: now, RetentionRules())[.notes] == RetainedAmount(entries: 3, due: 2))
        #expect(try await store.forget(at: now) == 2)
        #expect(try await store.notes(of: "p", offset: 0, limit: 9).map(\.number) == [3, 2])
        #expect(try await store.nextNote() == 5)
        #expect(try await store.forget(at: now, RetentionRules(days: [.notes: 0])) == 0)
    }

    @Test("the audit trail expires by its rule, and holds")
    func audit() async throws {
        for day in 0..<10 {
            try await store.record("x", of: "\(day)", by: "p", at: now - .seconds((100 - day * 10) * 86_400))
        }
        let rules = RetentionRules(days: [.audit: 45])
        #expect(try await store.retained(at: now, rules)[.audit] == RetainedAmount(entries: 10, due: 6))
        #expect(try await store.forget(at: now, rules) == 6)
        let verdict = try await store.verifyAudit(containing: nil)
        #expect(verdict.fault == nil)
        #expect(verdict.expired == 6)
    }

    @Test("a kind that cannot be removed is named, and holds up no other")
    func fault() async throws {
        try await store.database.write { connection in
            try connection.executeScript(
                """
                CREATE TRIGGER stuck BEFORE DELETE ON conversation BEGIN SELECT RAISE(ABORT, 'stuck'); END;
                INSERT INTO conversation (account, chat, state, updated_at) VALUES ('wecom:1', 'c', '', 1);
                INSERT INTO unanswered (day, key, text, count) VALUES (1, 'k', 't', 1);
                """)
        }
        let fault = await #expect(throws: RetentionFault.self) { try await store.forget(at: now) }
        #expect(fault?.kind == .conversations)
        #expect(try await count("unanswered") == 0)
        #expect(try await count("conversation") == 1)
    }

    @Test("attachments go a few at a time, and after each part others write")
    func pauses() async throws {
        try await store.database.write { connection in
            for number in 0..<50 {
                try connection.execute(
                    """
                    INSERT INTO attachment (channel, message, account, kind, format, size, received_at, forget_at,
                        bytes)
                    VALUES ('c', ?, 'wecom:1', 1, 'png', 3, 1, 1, x'010203')
                    """, "\(number)")
            }
        }
        let other = try Connection(path: folder.file("bot.db"))
        var left: [Int] = []
        let removed = try await store.forget(at: now) { _ in
            try other.execute("INSERT INTO quiet_hours (person, hours) VALUES (?, '')", "p\(left.count)")
            left.append(try other.queryOne("SELECT COUNT(*) FROM attachment") { $0.int(0) } ?? 0)
        }
        #expect(removed == 50)
        #expect(left == [30, 10, 0])
    }
}
