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
                INSERT INTO rate (bucket, level, moment) VALUES ('wecom/sales wanglei7', 1, 1);
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
            try TextColumn.columns(of: table, on: connection).flatMap { column in
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
            UPDATE audit SET actor = NULL, forgotten_in = (SELECT MAX(id) - 1 FROM audit),
                actor_seal = ?
            WHERE actor = 'liu-yang'
            """, try #require(try commitment(of: "liu-yang", on: connection)))
        #expect(
            try await store.verifyAudit(containing: nil).fault?.contains(
                "tells of 2 entries that lost a name, and 3")
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

    @Test("an identifier is replaced where it stands alone, a short one where it is all there is")
    func tokens() {
        let long = PersonalWords(DataSubject(person: "wang-lei"), pseudonym: "X")
        #expect(long.replaced(in: "wang-lei, wang-lei2 wang-leid") == "X, wang-lei2 wang-leid")
        #expect(long.replaced(in: "warning/1/wang-lei") == "warning/1/X")
        let short = PersonalWords(DataSubject(person: "7"), pseudonym: "X")
        #expect(short.replaced(in: "7") == "X")
        #expect(short.replaced(in: "a\n7\nb") == "a\nX\nb")
        #expect(short.replaced(in: "warning/7/notice/7") == "warning/7/notice/X")
        #expect(short.replaced(in: "油耗 7 次") == "油耗 7 次")
        var record = RecordWriter()
        record.add(7)
        record.add("7")
        record.add("7次")
        var expected = RecordWriter()
        expected.add(7)
        expected.add("X")
        expected.add("7次")
        #expect(short.replaced(in: record.text) == expected.text)
    }
}

extension [UInt8] {
    fileprivate func contains(_ part: [UInt8]) -> Bool { firstRange(of: part) != nil }
}
