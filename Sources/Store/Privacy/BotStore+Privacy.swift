import Crypto
public import Earshot
import SQLite

extension BotStore {
    /// What would go, and what would be changed, if somebody were forgotten now. Nothing waits for it meanwhile.
    public func traces(of subject: DataSubject) async throws -> PersonalTraces {
        try await database.read { try BotStore.traces(of: subject, on: $0) }
    }

    /// The accounts by which somebody is known from what was sent to them, and from the codes they redeemed: also those that
    /// are bound no more, and of somebody who stands in no file any more.
    public func formerAccounts(ofPerson person: String) async throws -> Set<String> {
        try await database.read { connection in
            Set(
                try connection.query(
                    """
                    SELECT account FROM binding WHERE person = ?1
                    UNION SELECT redeemed_by FROM invitation WHERE person = ?1 AND redeemed_by IS NOT NULL
                    UNION SELECT account FROM notice_decision WHERE person = ?1 AND account IS NOT NULL
                    UNION SELECT actor FROM audit
                    WHERE action = 'people.bind' AND object = ?1 AND actor IS NOT NULL
                    """, person
                ) { $0.text(0) })
        }
    }

    /// Everything that is somebody's own, and what they did, each a line of JSON: the table and the entry.
    public func export(of subject: DataSubject) async throws -> [(table: String, entry: String)] {
        try await database.read { connection in
            try PersonalRows.own(of: subject, on: connection).flatMap { rows in
                try rows.export(on: connection).map { (rows.table, $0) }
            }
                + PersonalRows.done(by: subject).flatMap { rows in
                    try rows.export(on: connection).map { (rows.table, $0) }
                }
        }
    }

    /// Removes what is somebody's own, and puts a pseudonym wherever else they are named. In the audit trail the name goes and
    /// the entry stays, and so does its chain; an entry of its own tells of it.
    ///
    /// What was is overwritten, within the file; `BotStore.rewrite` has it out of free pages and the log as well.
    ///
    /// - Parameters:
    ///   - word: what stands in the place of the person, with some characters behind it that tell them from others.
    ///   - actor: who does it, for the audit trail.
    public func forget(
        _ subject: DataSubject, as word: String, by actor: String, at now: Timestamp
    ) async throws -> ForgettingReceipt {
        let salt = try randomBytes(AuditChain.saltLength)
        let asked = ([subject.person].compactMap(\.self) + subject.accounts.sorted() + subject.names.sorted())
            .joined(separator: "\n")
        let digest = Hexadecimal.encode(AuditChain.commitment(to: asked, salt: salt))
        let pseudonym = "\(word)-\(digest.prefix(6))"
        return try await database.write { connection in
            // Not within a transaction, as `secure_delete` is: it holds for what follows on this connection.
            try connection.executeScript("PRAGMA secure_delete = ON")
            let (done, names) = try BotStore.remove(
                subject, PersonalWords(subject, pseudonym: pseudonym), on: connection)
            try BotStore.audit(
                actor, AuditAction.forgotten, "sha256:\(digest) \(names)", at: now, on: connection)
            return ForgettingReceipt(
                digest: digest, salt: Hexadecimal.encode(salt), at: now, done: done,
                left: try BotStore.traces(of: subject, on: connection),
                mentions: try BotStore.mentions(of: subject, on: connection), pseudonym: pseudonym,
                head: try BotStore.auditHead(on: connection))
        }
    }

    /// Writes a file anew, without what was in its free pages, and empties its log: nothing of what was removed is in either.
    /// Nobody else may have it open. Takes as long as copying it, and as much room meanwhile.
    public static func rewrite(path: String) throws {
        let connection = try Connection(path: path)
        try connection.executeScript("PRAGMA temp_store = FILE; PRAGMA secure_delete = ON; VACUUM")
        let isBusy = try connection.queryOne("PRAGMA wal_checkpoint(TRUNCATE)") { $0.int(0) }
        guard isBusy == 0 else {
            throw SQLiteError(.busy, "somebody has \(path) open, and its log could not be emptied")
        }
    }

    private static func remove(
        _ subject: DataSubject, _ words: PersonalWords, on connection: Connection
    ) throws -> (traces: PersonalTraces, names: Int) {
        var done = PersonalTraces()
        for rows in try PersonalRows.own(of: subject, on: connection) {
            done.own.add(try rows.remove(on: connection), to: rows.table)
        }
        for table in try PersonalTable.all(on: connection) {
            done.named.add(try table.replace(words, on: connection), to: table.name)
        }
        let audit = try forgetInAudit(subject, on: connection)
        done.audit = audit.entries
        done.unattributed = try unattributed(on: connection)
        return (done, audit.names)
    }

    /// What names somebody.
    private static func traces(of subject: DataSubject, on connection: Connection) throws -> PersonalTraces {
        var traces = PersonalTraces()
        let own = try PersonalRows.own(of: subject, on: connection)
        for (index, rows) in own.enumerated() {
            // A row may be somebody's for several reasons.
            let counted = own[..<index].filter { $0.table == rows.table }
            traces.own.add(try rows.count(beside: counted, on: connection), to: rows.table)
        }
        let words = PersonalWords(subject, pseudonym: "")
        for table in try PersonalTable.all(on: connection) {
            traces.named.add(try table.count(words, beside: own, on: connection), to: table.name)
        }
        traces.audit = try entries(of: subject, on: connection).count
        traces.unattributed = try unattributed(on: connection)
        return traces
    }

    /// Where an account, a name or an identifier that is no everyday word still stands, be it as a part of another word: found
    /// without knowing what a column means.
    private static func mentions(
        of subject: DataSubject, on connection: Connection
    ) throws -> [String: Int] {
        let telling = PersonalWords(subject, pseudonym: "").telling
        var mentions: [String: Int] = [:]
        for table in try PersonalTable.all(on: connection) {
            mentions.add(try table.mentions(of: telling, on: connection), to: table.name)
        }
        return mentions
    }

    /// Answers that were given before it was kept to whom.
    private static func unattributed(on connection: Connection) throws -> Int {
        try connection.queryOne("SELECT COUNT(*) FROM handled WHERE account IS NULL") { $0.int(0) } ?? 0
    }

    /// The entries of the trail that name somebody: as who acted or, in what is done with people, as whom it was done to.
    /// Objects of other entries are numbers and places, which may look like an identifier.
    private static func entries(
        of subject: DataSubject, on connection: Connection
    ) throws -> [(number: Int64, actor: SealedField?, object: SealedField?)] {
        let identities = PersonalWords(subject, pseudonym: "").identities
        guard !identities.isEmpty else { return [] }
        let among = "IN (\(identities.map { _ in "?" }.joined(separator: ", ")))"
        let actions = AuditAction.ofPeople.map { "'\($0)'" }.joined(separator: ", ")
        return try connection.query(
            """
            SELECT id, actor, actor_seal, object, object_seal, actor \(among),
                action IN (\(actions)) AND object \(among)
            FROM audit
            WHERE actor \(among) OR (action IN (\(actions)) AND object \(among))
            ORDER BY id
            """, arguments: identities + identities + identities + identities
        ) { row in
            let actor = SealedField(text: row.optionalText(1), seal: row.blob(2))
            let object = SealedField(text: row.optionalText(3), seal: row.blob(4))
            return (
                row.int64(0), row.optionalInt64(5) == 1 ? .forgotten(commitment: actor.commitment) : nil,
                row.optionalInt64(6) == 1 ? .forgotten(commitment: object.commitment) : nil
            )
        }
    }

    /// Takes the name and its salt out of the entries, and leaves what they were committed to.
    ///
    /// - Returns: how many entries it was, and how many names in them.
    private static func forgetInAudit(
        _ subject: DataSubject, on connection: Connection
    ) throws -> (entries: Int, names: Int) {
        let cause = try auditHead(on: connection).number + 1
        let entries = try entries(of: subject, on: connection)
        var names = 0
        for entry in entries {
            for (field, sealed) in [("actor", entry.actor), ("object", entry.object)] {
                guard let sealed else { continue }
                names += 1
                try connection.execute(
                    "UPDATE audit SET \(field) = NULL, \(field)_seal = ?, \(field)_cause = ? WHERE id = ?",
                    sealed.seal, cause, entry.number)
            }
        }
        return (entries.count, names)
    }
}

extension [String: Int] {
    /// Counts more of a table; nothing is no entry.
    fileprivate mutating func add(_ count: Int, to table: String) {
        if count > 0 { self[table, default: 0] += count }
    }
}
