public import Earshot
import SQLite

extension BotStore: AttachmentDesk {
    private static let attachmentColumns = """
        id, kind, format, size, account, channel, message, received_at, forget_at,
            (SELECT MIN(suggestion) FROM suggestion_attachment
                WHERE suggestion_attachment.channel = attachment.channel
                    AND suggestion_attachment.message = attachment.message)
        """

    static func keep(
        _ attachment: FetchedAttachment, of message: MessageKey, at now: Timestamp, on connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO attachment (
                channel, message, account, kind, format, size, received_at, forget_at, bytes
            )
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, message.channel, message.id, attachment.account, attachment.kind.rawValue,
            attachment.format.rawValue, attachment.bytes.count, now.milliseconds,
            attachment.forgetAt.milliseconds, attachment.bytes)
    }

    public func attachmentBytes(of account: String?) async throws -> Int {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT COALESCE(SUM(size), 0) FROM attachment WHERE ? IS NULL OR account = ?", account,
                account
            ) { $0.int(0) } ?? 0
        }
    }

    public func attachments(
        of account: String?, forSuggestion suggestion: Int64?, limit: Int
    ) async throws -> [KeptAttachment] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(BotStore.attachmentColumns)
                FROM attachment
                WHERE (?1 IS NULL OR account = ?1)
                    AND (?2 IS NULL OR (channel, message) IN (
                        SELECT channel, message FROM suggestion_attachment WHERE suggestion = ?2))
                ORDER BY id DESC
                LIMIT ?3
                """, account, suggestion, limit
            ) { BotStore.keptAttachment($0) }.compactMap { $0 }
        }
    }

    public func attachment(_ number: Int64) async throws -> (KeptAttachment, bytes: [UInt8])? {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT \(BotStore.attachmentColumns), bytes FROM attachment WHERE id = ?", number
            ) { row in
                BotStore.keptAttachment(row).map { ($0, row.blob(10)) }
            } ?? nil
        }
    }

    public func recordAttachmentSaved(_ number: Int64, by actor: String, at now: Timestamp) async throws {
        try await database.write { connection in
            try BotStore.audit(actor, "attachment.save", String(number), at: now, on: connection)
        }
    }

    public func dropAttachment(_ number: Int64, by actor: String, at now: Timestamp) async throws -> Bool {
        try await database.write { connection in
            try connection.execute("DELETE FROM attachment WHERE id = ?", number)
            guard connection.changes > 0 else { return false }
            try BotStore.audit(actor, "attachment.drop", String(number), at: now, on: connection)
            return true
        }
    }

    /// Puts what somebody is shown in line, and says so in the audit trail, within the transaction of the answer.
    static func apply(_ shown: AttachmentsShown, at now: Timestamp, on connection: Connection) throws {
        _ = try enqueue(shown.deliveries, at: now, on: connection)
        try audit(shown.viewer, AuditAction.attachments, shown.object, at: now, on: connection)
    }

    /// Nothing for a kind or format that this edition does not know.
    private static func keptAttachment(_ row: borrowing Row) -> KeptAttachment? {
        guard let kind = MessageAttachment.Kind(rawValue: row.int(1)),
            let format = AttachmentFormat(rawValue: row.text(2))
        else { return nil }
        return KeptAttachment(
            number: row.int64(0), kind: kind, format: format, size: row.int(3), account: row.text(4),
            message: MessageKey(channel: row.text(5), id: row.text(6)),
            receivedAt: Timestamp(milliseconds: row.int64(7)),
            forgetAt: Timestamp(milliseconds: row.int64(8)), suggestion: row.optionalInt64(9))
    }
}
