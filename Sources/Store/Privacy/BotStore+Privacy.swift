import Crypto
public import Earshot
import SQLite

extension BotStore {
    /// What would go, and what would be changed, if somebody were forgotten now.
    public func traces(of subject: DataSubject) async throws -> PersonalTraces {
        do {
            // Done and undone: nothing else counts the same.
            return try await database.write { connection in
                throw Rehearsal(
                    traces: try BotStore.remove(
                        subject, PersonalWords(subject, pseudonym: ""), on: connection))
            }
        } catch let rehearsal as Rehearsal {
            return rehearsal.traces
        }
    }

    private struct Rehearsal: Error {
        var traces: PersonalTraces
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
            let done = try BotStore.remove(
                subject, PersonalWords(subject, pseudonym: pseudonym), on: connection)
            try BotStore.audit(
                actor, AuditAction.forgotten, "sha256:\(digest) \(done.audit)", at: now, on: connection)
            return ForgettingReceipt(
                digest: digest, salt: Hexadecimal.encode(salt), at: now, done: done,
                left: try BotStore.left(of: subject, on: connection), pseudonym: pseudonym,
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
    ) throws -> PersonalTraces {
        var done = PersonalTraces()
        for rows in try PersonalRows.own(of: subject, on: connection) {
            done.own.add(try rows.remove(on: connection), to: rows.table)
        }
        for column in try TextColumn.all(on: connection) {
            done.named.add(try column.replace(words, on: connection), to: column.table)
        }
        done.audit = try forgetInAudit(subject, on: connection)
        return done
    }

    /// What still names somebody.
    private static func left(of subject: DataSubject, on connection: Connection) throws -> PersonalTraces {
        var left = PersonalTraces()
        for rows in try PersonalRows.own(of: subject, on: connection) {
            left.own.add(try rows.count(on: connection), to: rows.table)
        }
        let words = PersonalWords(subject, pseudonym: "")
        for column in try TextColumn.all(on: connection) {
            left.named.add(try column.found(words, on: connection).count, to: column.table)
        }
        left.audit = try entries(of: subject, on: connection).count
        return left
    }

    /// The entries of the trail that name somebody.
    private static func entries(
        of subject: DataSubject, on connection: Connection
    ) throws -> [(number: Int64, actor: SealedField, object: SealedField)] {
        let words = PersonalWords(subject, pseudonym: "")
        guard !words.wanted.isEmpty else { return [] }
        let condition = words.wanted.map { _ in "instr(actor, ?) > 0 OR instr(object, ?) > 0" }
            .joined(separator: " OR ")
        return try connection.query(
            "SELECT id, actor, actor_seal, object, object_seal FROM audit WHERE \(condition) ORDER BY id",
            arguments: words.wanted.flatMap { [$0, $0] }
        ) { row in
            let actor = SealedField(text: row.optionalText(1), seal: row.blob(2))
            let object = SealedField(text: row.optionalText(3), seal: row.blob(4))
            guard actor.names(words) || object.names(words) else { return nil }
            return (
                row.int64(0), actor.names(words) ? .forgotten(commitment: actor.commitment) : actor,
                object.names(words) ? .forgotten(commitment: object.commitment) : object
            )
        }.compactMap(\.self)
    }

    /// Takes the name and its salt out of the entries, and leaves what they were committed to.
    ///
    /// - Returns: how many entries it was.
    private static func forgetInAudit(_ subject: DataSubject, on connection: Connection) throws -> Int {
        let cause = try auditHead(on: connection).number + 1
        let entries = try entries(of: subject, on: connection)
        for entry in entries {
            try connection.execute(
                """
                UPDATE audit
                SET actor = ?, actor_seal = ?, object = ?, object_seal = ?, forgotten_in = ?
                WHERE id = ?
                """, entry.actor.text, entry.actor.seal, entry.object.text, entry.object.seal, cause,
                entry.number)
        }
        return entries.count
    }
}

extension SealedField {
    fileprivate func names(_ words: PersonalWords) -> Bool {
        text.map { words.replaced(in: $0) != $0 } ?? false
    }
}

extension [String: Int] {
    /// Counts more of a table; nothing is no entry.
    fileprivate mutating func add(_ count: Int, to table: String) {
        if count > 0 { self[table, default: 0] += count }
    }
}
