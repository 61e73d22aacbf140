import Crypto
public import Earshot
import SQLite

extension BotStore {
    /// Writes down who did what, within the transaction of what was done.
    ///
    /// - Parameters:
    ///   - actor: a person, an account, or the program's own: `operator`, `service`.
    ///   - object: a number, a place or a file; never what somebody wrote.
    static func audit(
        _ actor: String, _ action: String, _ object: String, at moment: Timestamp, on connection: Connection
    ) throws {
        try appendAudit(
            SealedField(actor), action, SealedField(object), at: moment.milliseconds, on: connection)
    }

    /// Appends an entry to the chain.
    static func appendAudit(
        _ actor: SealedField, _ action: String, _ object: SealedField, at moment: Int64,
        on connection: Connection
    ) throws {
        let (number, previous) =
            try connection.queryOne("SELECT last + 1, last_hash FROM audit_chain") {
                ($0.int64(0), $0.blob(1))
            } ?? (1, AuditChain.beginning)
        let hash = AuditChain.hash(
            after: previous, number: number, at: moment, actor: actor.commitment, action: action,
            object: object.commitment)
        try connection.execute(
            """
            INSERT INTO audit (id, at, actor, actor_seal, action, object, object_seal, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """, number, moment, actor.text, actor.seal, action, object.text, object.seal, hash)
        try connection.execute("UPDATE audit_chain SET last = ?, last_hash = ?", number, hash)
    }

    /// The last entry, within a transaction.
    static func auditHead(on connection: Connection) throws -> AuditHead {
        try connection.queryOne("SELECT last, last_hash FROM audit_chain") {
            AuditHead(number: $0.int64(0), hash: Hexadecimal.encode($0.blob(1)))
        } ?? AuditHead(number: 0, hash: Hexadecimal.encode(AuditChain.beginning))
    }

    /// Removes the oldest entries whose time is over, a part of them.
    ///
    /// - Returns: how many went; none when none is left.
    public func expireAudit(before moment: Timestamp, at now: Timestamp) async throws -> Int {
        try await database.write { try BotStore.expireAudit(before: moment, at: now, on: $0) }
    }

    /// The most entries that are removed in one transaction.
    private static let mostExpired: Int64 = 5000
    /// The oldest entry waits for so long behind its time: each removal is an entry itself, and one a day is enough.
    private static let expiryApart = Duration.seconds(86_400)

    /// Removes the oldest entries whose time is over, a part; an entry of its own says which, and the chain goes on behind
    /// them.
    ///
    /// - Returns: how many went; fewer than there may be left.
    static func expireAudit(
        before moment: Timestamp, at now: Timestamp, on connection: Connection
    ) throws -> Int {
        guard
            let (first, last) = try connection.queryOne(
                "SELECT first, last FROM audit_chain", row: { ($0.int64(0), $0.int64(1)) })
        else { return 0 }
        let oldest = try connection.queryOne("SELECT at FROM audit WHERE id = ?", first + 1) { $0.int64(0) }
        guard let oldest, oldest < (moment - expiryApart).milliseconds else { return 0 }
        let end = min(last, first + mostExpired)
        // What was written after a clock had gone wrong stands behind something younger, and waits for it.
        let kept =
            try connection.queryOne(
                "SELECT MIN(id) FROM audit WHERE id > ? AND id <= ? AND at >= ?", first, end,
                moment.milliseconds
            ) { $0.optionalInt64(0) } ?? nil
        let through = (kept ?? end + 1) - 1
        guard through > first,
            let hash = try connection.queryOne(
                "SELECT hash FROM audit WHERE id = ?", through, row: { $0.blob(0) })
        else { return 0 }
        try connection.execute("DELETE FROM audit WHERE id <= ?", through)
        let removed = connection.changes
        try connection.execute("UPDATE audit_chain SET first = ?, first_hash = ?", through, hash)
        try audit("service", AuditAction.expired, String(through), at: now, on: connection)
        return removed
    }
}

/// Actions that the trail itself knows of.
public enum AuditAction {
    /// A customer is about to be forgotten: the object is the receipt's digest, with how many voices it is.
    public static let forgettingAuthor = "author.forgetting"
    /// It was done; the object is the same.
    public static let forgottenAuthor = "author.forgotten"
    /// Voices went whose time was over; the object says how many, and before which day they were published.
    public static let expiredVoices = "voices.expired"
    /// Voices became nobody's whose authors' time was over; the object is like that.
    public static let expiredAuthors = "authors.expired"
    /// Entries up to a number were removed because their time was over.
    static let expired = "audit.expired"
    /// A person was forgotten; the object ends with how many names were lost.
    static let forgotten = "person.forgotten"
    static let words = "words.seen"
    /// Somebody was sent what came with a suggestion: the object is its name and how many pictures it was.
    static let attachments = "attachment.seen"

    /// Those whose object is a person or an account; that of any other names nobody.
    static let ofPeople = ["people.invite", "people.bind", "people.unbind", "person.shown", assignee]
    /// Right behind `warning.assigned`: whom it was given to.
    static let assignee = "warning.assignee"
    /// A dealer asked what to say and was given the line to take of a warning: the object is its name and which of its lines it was.
    static let answeredWithLine = "warning.answered"
    /// Right behind `warning.silenced`: until when, in UTC.
    static let silenceEnd = "warning.silence-end"
    /// What dealers were to be told and nobody was sent yet was called back.
    static let recalled = "warning.recalled"
}
