public import Earshot
import SQLite

extension BotStore: PictureUploads {
    public func uploadedName(of consignment: Int64, since moment: Timestamp) async throws -> String? {
        try await database.read { connection in
            try connection.queryOne(
                "SELECT upload FROM delivery_picture WHERE delivery = ? AND uploaded_at >= ?", consignment,
                moment.milliseconds
            ) { $0.optionalText(0) } ?? nil
        }
    }

    public func keepUploadedName(_ name: String, of consignment: Int64, at now: Timestamp) async throws {
        try await database.write { connection in
            try connection.execute(
                "UPDATE delivery_picture SET upload = ?, uploaded_at = ? WHERE delivery = ?", name,
                now.milliseconds, consignment)
        }
    }

    static func hasPicture(_ delivery: Int64, on connection: Connection) throws -> Bool {
        try connection.queryOne("SELECT 1 FROM delivery_picture WHERE delivery = ?", delivery) { _ in true }
            ?? false
    }

    /// The picture of a delivery that has one; nothing where it is gone, or none that this edition knows.
    static func picture(of delivery: Int64, on connection: Connection) throws -> Picture? {
        try connection.queryOne(
            """
            SELECT COALESCE(attachment.bytes, delivery_picture.bytes)
            FROM delivery_picture
            LEFT JOIN attachment ON attachment.id = delivery_picture.attachment
            WHERE delivery = ?
            """, delivery
        ) { Picture($0.blob(0)) } ?? nil
    }

    /// Whether a delivery shows an attachment, or is the line above one, that is kept no more.
    static func lacksAttachment(
        _ row: DeliveryRow, at now: Timestamp, on connection: Connection
    ) throws -> Bool {
        guard AttachmentsShown.isShown(by: row.key) else { return false }
        // The picture follows its line.
        let key = row.hasPicture ? row.key : String(row.key.dropLast(Delivery.partMark.count))
        return try connection.queryOne(
            """
            SELECT 1
            FROM delivery
            JOIN delivery_picture ON delivery_picture.delivery = delivery.id
            JOIN attachment ON attachment.id = delivery_picture.attachment
            WHERE delivery.key = ? AND attachment.forget_at > ?
            """, key, now.milliseconds
        ) { _ in true } == nil
    }

    /// Forgets the pictures that nobody has sent any more: of deliveries that were sent or taken back, or are forgotten.
    static func forgetPictures(on connection: Connection) throws {
        try connection.execute(
            """
            DELETE FROM delivery_picture
            WHERE NOT EXISTS (
                SELECT 1
                FROM delivery
                WHERE delivery.id = delivery_picture.delivery AND delivery.state NOT IN (3, 6)
            )
            """)
    }
}
