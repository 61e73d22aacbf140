import EarshotTesting
import Foundation
import SQLite
import Testing

@testable import Earshot
@testable import Store

@Suite("Somebody who is to be forgotten, on disk")
struct ForgettingTests {
    private let folder: TemporaryFolder
    private let store: BotStore
    private let now = Fixtures.now
    private let subject = DataSubject(
        person: "wang-lei", accounts: ["wecom:WangLei7", "dingtalk:0123456"], names: ["王磊"])
    /// Whatever of the person may stand anywhere.
    private static let marks = ["wang-lei", "wanglei7", "王磊", "0123456"]

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db"), digest: { $0 })
    }

    /// A file in which the person stands in every table that can name one, and others stand beside.
    private func fill() async throws {
        for (account, person) in [("wecom:wanglei7", "wang-lei"), ("wecom:liu", "liu-yang")] {
            var state = DialogueState(updatedAt: now)
            state.previous = Request(.quotes)
            _ = try await store.commit(
                Turn(
                    message: MessageKey(channel: "wecom/sales", id: "m-\(person)"),
                    conversation: ConversationKey(account: account, chat: "wecom/sales c1"), state: state,
                    reply: Reply([.title("王磊、刘洋您好"), .text("A1 王磊 已认领")]),
                    effects: [
                        .wrongCode(account: account),
                        .showWords(WordsShown(person: person, object: "insight.quotes 杭州")),
                    ], request: Request(.quotes), at: now))
            _ = try await store.keep(
                Feedback(
                    event: MessageKey(channel: "wecom/sales", id: "f-\(person)"), message: "m-\(person)",
                    account: account, verdict: .negative, comment: "王磊说的"), at: now)
            var code = SeededRandom(seed: person == "wang-lei" ? 1 : 2)
            try await store.add(
                Invitation(person: person, now: now), code: InvitationCode(using: &code), by: "earshot people"
            )
            _ = try await store.enqueue(
                [
                    Delivery(
                        key: "warning/1/notice/opened/\(person)", channel: "wecom/sales",
                        recipient: account == "wecom:liu" ? "liu" : "wanglei7",
                        reply: Reply([.text("请看,王磊")]), deadline: now + .seconds(100))
                ], at: now)
        }
        try await store.database.write { connection in
            try connection.executeScript(
                """
                INSERT INTO binding (account, person, bound_at) VALUES ('wecom:wanglei7', 'wang-lei', 1);
                INSERT INTO inbox (channel, message, content, kept_at, tries)
                VALUES ('wecom/sales', 'i1', '11:wecom/sales2:i11;14:wecom:wanglei7', 1, 0);
                INSERT INTO attachment (channel, message, account, kind, format, size, received_at, forget_at, bytes)
                VALUES ('c', 'm', 'dingtalk:0123456', 1, 'png', 3, 1, 9999999999999, x'010203');
                INSERT INTO suggestion (number, version, words, urgency, filer, filed_at, state, decided_by)
                VALUES (7, 1, '王磊建议:快些', 1, 'wang-lei', 1, 1, 'liu-yang'),
                    (8, 1, '别的', 1, 'liu-yang', 1, 1, 'wang-lei');
                INSERT INTO agreed_action (number, version, owner, recorder, words, due, recorded_at, state, ended_by,
                    ended_at, remark)
                VALUES (1, 1, 'wang-lei', 'liu-yang', '王磊复查排队', 1, 1, 1, 'wang-lei', 2, '王磊已办'),
                    (2, 0, 'liu-yang', 'wang-lei', '别的', 1, 1, 0, NULL, NULL, NULL);
                INSERT INTO suggestion_support (suggestion, person, at) VALUES (8, 'wang-lei', 1);
                INSERT INTO suggestion_step (id, suggestion, at, actor, kind, note)
                VALUES (1, 7, 1, 'wang-lei', 'filed', '转给王磊');
                INSERT INTO suggestion_notice (step, person) VALUES (1, 'wang-lei'), (1, 'liu-yang');
                INSERT INTO suggestion_attachment (suggestion, channel, message) VALUES (7, 'c', 'm');
                INSERT INTO warning (number, version, subject, parts, state, severity, is_ongoing, since,
                    last_abnormal, ordinary_days, first_day, last_day, observed, expected, return_period,
                    peak_first_day, peak_last_day, peak_observed, peak_expected, peak_return_period, opened_at,
                    reopenings, owner)
                VALUES (1, 1, 's', '', 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 'wang-lei');
                INSERT INTO warning_step (warning, at, actor, kind) VALUES (1, 1, 'wang-lei', 'claimed');
                INSERT INTO notice_decision (warning, notice, person, instead_of, account, at)
                VALUES (1, 'opened', 'wang-lei', '', 'wecom:wanglei7', 1),
                    (1, 'opened', 'liu-yang', 'wang-lei', 'wecom:liu', 1);
                INSERT INTO warning_subscription (person, place, aspect, since)
                VALUES ('wang-lei', 'nation', '', 1);
                INSERT INTO report_subscription (person, kind, place, aspect, schedule, since)
                VALUES ('wang-lei', 'daily', 'nation', '', 'daily@08:30', 1);
                INSERT INTO report (number, key, composed_at, content) VALUES (1, 'k', 1, '{"by":"王磊"}');
                INSERT INTO report_issue (person, kind, day, late, report, news, issued_at)
                VALUES ('wang-lei', 'daily', 1, 0, 1, '', 1);
                INSERT INTO quiet_hours (person, hours) VALUES ('wang-lei', '22:00-08:00');
                INSERT INTO knowledge (number, version, key, question, variants, answer, place, approver,
                    filed_by, filed_at)
                VALUES (1, 1, 'k', '问', '', '找王磊', 'nation', '王磊', 'wang-lei', 1);
                INSERT INTO rate (bucket, level, moment) VALUES ('wecom/sales' || char(10) || 'wanglei7' || char(10) || '0', 1, 1);
                """)
        }
    }

    /// Every place of the file in which something of the person stands.
    private func places() throws -> [String] {
        let connection = try Connection(path: folder.file("bot.db"))
        let tables = try connection.query(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
        ) { $0.text(0) }
        return try tables.flatMap { table in
            try PersonalTable.columns(of: table, on: connection).flatMap { column in
                try ForgettingTests.marks.compactMap { mark in
                    let count = try connection.queryOne(
                        "SELECT COUNT(*) FROM \(table) WHERE instr(CAST(\(column.name) AS TEXT), ?) > 0", mark
                    ) { $0.int(0) }
                    return count == 0 ? nil : "\(table).\(column.name): \(mark)"
                }
            }
        }
    }

    private func count(_ table: String) async throws -> Int {
        try await store.database.read { connection in
            try connection.queryOne("SELECT COUNT(*) FROM \(table)") { $0.int(0) } ?? 0
        }
    }

    @Test(
        "no table, no free page and no log has anything of the person, others are as they were, and the trail holds"
    )
    func forgotten() async throws {
        try await fill()
        #expect(try places().count > 30)
        let early = try await store.auditHead()
        let traces = try await store.traces(of: subject)
        let receipt = try await store.forget(subject, as: "前同事", by: "operator", at: now)
        #expect(receipt.done == traces)
        #expect(receipt.left.isEmpty)
        #expect(receipt.mentions == [:])
        #expect(try places() == [])
        #expect(receipt.done.audit == 2)
        let verdict = try await store.verifyAudit(containing: early)
        #expect(verdict.fault == nil)
        #expect(verdict.forgotten == 2)
        #expect(verdict.head == receipt.head)
        let last = try await store.audit(AuditFilter(), before: nil, limit: 1).first
        #expect(last?.action == "person.forgotten")
        #expect(last?.object == "sha256:\(receipt.digest) 2")
        // The suggestion stays, as somebody's who has left, and so does what others did.
        let suggestions = try await store.database.read { connection in
            try connection.query("SELECT filer, words, decided_by FROM suggestion ORDER BY number") {
                [$0.text(0), $0.text(1), $0.text(2)]
            }
        }
        let former = receipt.pseudonym
        #expect(former.hasPrefix("前同事-"))
        #expect(
            suggestions == [[former, "\(former)建议:快些", "liu-yang"], ["liu-yang", "别的", former]])
        let key = MessageKey(channel: "wecom/sales", id: "m-liu-yang")
        let reply = try await store.reply(to: key)
        #expect(reply == Reply([.title("\(former)、刘洋您好"), .text("A1 \(former) 已认领")]))
        #expect(
            try await store.recall(key, in: ConversationKey(account: "wecom:liu", chat: "wecom/sales c1"))
                .state?
                .previous == Request(.quotes))
        #expect(try await count("conversation") == 1)
        #expect(try await count("delivery") == 1)
        #expect(try await count("attachment") == 0)
        await store.close()
        try BotStore.rewrite(path: folder.file("bot.db"))
        for file in ["bot.db", "bot.db-wal"] {
            let bytes = (try? Data(contentsOf: URL(filePath: folder.file(file)))).map { Array($0) } ?? []
            for mark in ForgettingTests.marks {
                #expect(!bytes.contains(Array(mark.utf8)), "\(mark) in \(file)")
            }
        }
    }

    @Test("forgetting again finds nothing, and a name taken out by hand is told from one that was forgotten")
    func again() async throws {
        try await fill()
        _ = try await store.forget(subject, as: "前同事", by: "operator", at: now)
        let again = try await store.forget(subject, as: "前同事", by: "operator", at: now)
        #expect(again.done.isEmpty)
        let connection = try Connection(path: folder.file("bot.db"))
        try connection.execute(
            """
            UPDATE audit SET actor = NULL, actor_cause = (SELECT MAX(id) - 1 FROM audit),
                actor_seal = ?
            WHERE actor = 'liu-yang'
            """, try #require(try commitment(of: "liu-yang", on: connection)))
        #expect(
            try await store.verifyAudit(containing: nil).fault?.contains(
                "tells of 2 names that were lost, and 3 were")
                == true)
    }

    private func commitment(of actor: String, on connection: Connection) throws -> [UInt8]? {
        try connection.queryOne("SELECT actor_seal FROM audit WHERE actor = ?", actor) {
            AuditChain.commitment(to: actor, salt: $0.blob(0))
        }
    }

    @Test("what is exported is the person's own and what they did, and nobody else's")
    func export() async throws {
        try await fill()
        let lines = try await store.export(of: subject)
        let tables = Set(lines.map(\.table))
        #expect(
            tables.isSuperset(of: ["conversation", "binding", "suggestion", "audit", "report_subscription"]))
        #expect(lines.allSatisfy { !$0.entry.contains("wecom:liu\"") })
        #expect(lines.contains { $0.table == "attachment" && $0.entry.contains("\"bytes\":3") })
    }

    @Test("a name taken out by hand is found, whichever entry is said to tell of it")
    func forged() async throws {
        try await fill()
        _ = try await store.forget(subject, as: "前同事", by: "operator", at: now)
        let connection = try Connection(path: folder.file("bot.db"))
        let last = try await store.auditHead().number
        /// What is found once a name was taken out in the way a forgetting does it.
        func fault(_ field: String, of condition: String, cause: Int64) throws -> String? {
            let (number, seal) = try #require(
                try connection.queryOne(
                    "SELECT id, \(field), \(field)_seal FROM audit WHERE \(condition)"
                ) { ($0.int64(0), AuditChain.commitment(to: $0.text(1), salt: $0.blob(2))) })
            try connection.execute("BEGIN IMMEDIATE")
            try connection.execute(
                "UPDATE audit SET \(field) = NULL, \(field)_seal = ?, \(field)_cause = ? WHERE id = ?", seal,
                cause, number)
            let fault = try AuditReading.verdict(on: connection, containing: nil).fault
            try connection.execute("ROLLBACK")
            return fault
        }
        for cause in -1...(last + 1) {
            #expect(try fault("actor", of: "actor = 'liu-yang'", cause: cause) != nil, "\(cause)")
            // The other name of an entry that has lost one, too.
            #expect(
                try fault("object", of: "actor IS NULL AND object <> ''", cause: cause) != nil, "\(cause)")
        }
        #expect(try await store.verifyAudit(containing: nil).fault == nil)
    }

    @Test("actor and object may be forgotten one after the other, and the trail holds")
    func both() async throws {
        try await store.record("people.invite", of: "b", by: "a", at: now)
        for person in ["a", "b"] {
            let receipt = try await store.forget(
                DataSubject(person: person), as: "前同事", by: "operator", at: now)
            #expect(receipt.done.audit == 1)
        }
        let verdict = try await store.verifyAudit(containing: nil)
        #expect(verdict.fault == nil)
        #expect(verdict.forgotten == 1)
    }

    @Test("somebody else's account, name and figures that look like the person's stay as they are")
    func others() async throws {
        try await store.database.write { connection in
            try connection.executeScript(
                """
                INSERT INTO binding (account, person, bound_at) VALUES ('dingtalk:143', 'li-na', 1);
                INSERT INTO handled (channel, message, reply, handled_at, account)
                VALUES ('c', 'm', '3:1433:油', 1, 'dingtalk:143');
                INSERT INTO unanswered (day, key, text, count) VALUES (1, '143', '143', 1);
                INSERT INTO warning_subscription (person, place, aspect, since) VALUES ('143', 'nation', '', 1);
                INSERT INTO suggestion (number, version, words, urgency, filer, filed_at, state, reason)
                VALUES (143, 1, '143', 1, '143', 1, 1, '去年
                143');
                INSERT INTO suggestion_step (id, suggestion, at, actor, kind, note)
                VALUES (1, 143, 1, 'li-na', 'filed', '143');
                """)
        }
        for (action, object) in [("report.seen", "143"), ("audit.expired", "0"), ("people.bind", "143")] {
            try await store.record(action, of: object, by: "li-na", at: now)
        }
        let receipt = try await store.forget(
            DataSubject(person: "143"), as: "前同事", by: "operator", at: now)
        #expect(receipt.done.own == ["warning_subscription": 1])
        #expect(receipt.done.named == ["suggestion": 1])
        #expect(receipt.done.audit == 1)
        let kept = try await store.database.read { connection in
            try [
                "SELECT account FROM binding", "SELECT reply FROM handled", "SELECT key FROM unanswered",
                "SELECT words FROM suggestion", "SELECT note FROM suggestion_step",
            ].map { try connection.queryOne($0) { $0.text(0) } }
        }
        #expect(kept == ["dingtalk:143", "3:1433:油", "143", "143", "143"])
    }

    @Test("every column of texts is known for what it says of people")
    func columns() async throws {
        let tables = try await store.database.read { connection in
            try connection.query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
            ) { $0.text(0) }.filter { !$0.hasPrefix("audit") }.flatMap { table in
                try PersonalTable.columns(of: table, on: connection).filter { $0.type == "TEXT" }.map {
                    "\(table).\($0.name)"
                }
            }
        }
        let listed = PersonalColumn.all.flatMap { table, columns in columns.keys.map { "\(table).\($0)" } }
        #expect(tables.sorted() == listed.sorted())
    }

    @Test("rows that differ only in what the person is called become one, or are told apart by a number")
    func alike() async throws {
        try await store.database.write { connection in
            try connection.executeScript(
                """
                INSERT INTO unanswered (day, key, text, count)
                VALUES (1, '王磊电话', '王磊电话', 2), (1, '磊哥电话', '磊哥电话', 3), (2, '磊哥电话', '磊哥电话', 1);
                INSERT INTO knowledge (number, version, key, question, variants, answer, place, approver,
                    filed_by, filed_at)
                VALUES (1, 1, '王磊电话', '王磊电话', '', '打', 'nation', 'x', 'y', 1),
                    (2, 1, '磊哥电话', '磊哥电话', '', '打', 'nation', 'x', 'y', 1);
                """)
        }
        let subject = DataSubject(person: "wang-lei", names: ["王磊", "磊哥"])
        let traces = try await store.traces(of: subject)
        #expect(traces.named == ["unanswered": 3, "knowledge": 2])
        let receipt = try await store.forget(subject, as: "前同事", by: "operator", at: now)
        #expect(receipt.done == traces)
        #expect(receipt.left.isEmpty)
        let (counts, keys) = try await store.database.read { connection in
            (
                try connection.query("SELECT count FROM unanswered ORDER BY day") { $0.int(0) },
                try connection.query("SELECT key FROM knowledge ORDER BY number") { $0.text(0) }
            )
        }
        #expect(counts == [5, 1])
        #expect(keys == ["\(receipt.pseudonym)电话", "\(receipt.pseudonym)-2电话"])
    }

    @Test("while it is looked what is kept of somebody, others write")
    func look() async throws {
        try await fill()
        let other = try Connection(path: folder.file("bot.db"))
        try other.execute("BEGIN IMMEDIATE")
        // With the write lock held by somebody else there is an answer all the same.
        #expect(try await store.traces(of: subject).isEmpty == false)
        try other.execute("ROLLBACK")
    }

    @Test(
        "accounts are known from codes that were redeemed and from what was sent, also once they are unbound")
    func former() async throws {
        try await fill()
        try await store.record("people.bind", of: "wang-lei", by: "feishu:ou_1", at: now)
        #expect(try await store.unbind("wecom:wanglei7", by: "operator", at: now))
        #expect(
            try await store.formerAccounts(ofPerson: "wang-lei") == ["wecom:wanglei7", "feishu:ou_1"])
        #expect(try await store.formerAccounts(ofPerson: "nobody") == [])
    }

    @Test(
        "an identifier is replaced where a person is kept, an account where it is whole, a name in any text")
    func words() {
        let words = PersonalWords(
            DataSubject(person: "7", accounts: ["dingtalk:7"], names: ["王磊"]), pseudonym: "X")
        #expect(words.replaced(in: "7", of: .person) == "X")
        #expect(words.replaced(in: "7", of: .words) == "7")
        #expect(words.replaced(in: "7", of: .nobody) == "7")
        #expect(words.replaced(in: "a\n7\nb", of: .people) == "a\nX\nb")
        #expect(words.replaced(in: "warning/7/notice/7", of: .key) == "warning/7/notice/X")
        #expect(words.replaced(in: "7", of: .step(ofPerson: "assigned"), step: "assigned") == "X")
        #expect(words.replaced(in: "7", of: .step(ofPerson: "assigned"), step: "told") == "7")
        #expect(
            words.replaced(in: "dingtalk:7, dingtalk:71 x/dingtalk:7", of: .words).hasPrefix(
                "X, dingtalk:71 x"))
        #expect(words.replaced(in: "找王磊", of: .words) == "找X")
        var record = RecordWriter()
        record.add(7)
        record.add("7")
        record.add("王磊")
        var expected = RecordWriter()
        expected.add(7)
        expected.add("7")
        expected.add("X")
        #expect(words.replaced(in: record.text, of: .words) == expected.text)
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}
