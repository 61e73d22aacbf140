import Earshot
import SQLite

/// A row of `delivery`.
struct DeliveryRow {
    let id: Int64
    let key: String
    let channel: String
    let recipient: String
    let reply: String
    /// 0 until it was begun.
    var consignment: Int64
    let changedAt: Timestamp
    let enqueuedAt: Timestamp
    let priority: Int
    let hasPicture: Bool
    var progress: DeliveryProgress

    static let columns = """
        id, channel, recipient, reply, consignment, changed_at,
            state, tries, due, may_have_arrived, deadline, note, receipt,
            priority, key, enqueued_at, has_picture, receipt_chat
        """

    init(_ row: borrowing Row) throws {
        func moment(_ column: Int, _ row: borrowing Row) -> Timestamp {
            Timestamp(milliseconds: row.int64(column))
        }
        guard let state = DeliveryState(rawValue: row.int(6)) else {
            throw SQLiteError(.corrupt, "a delivery is in a state that this edition does not know")
        }
        id = row.int64(0)
        channel = row.text(1)
        recipient = row.text(2)
        reply = row.text(3)
        consignment = row.int64(4)
        changedAt = moment(5, row)
        priority = row.int(13)
        key = row.text(14)
        enqueuedAt = moment(15, row)
        hasPicture = row.bool(16)
        progress = DeliveryProgress(
            state: state, tries: row.int(7), due: moment(8, row),
            begunAt: state == .sending ? changedAt : nil,
            perhapsArrivedAt: row.bool(9) ? moment(9, row) : nil,
            scatter: DeliveryRow.scatter(of: row.int64(0)), deadline: moment(10, row),
            note: row.optionalText(11), receipt: row.optionalText(12), receiptChat: row.optionalText(17))
    }

    /// A number from 0 to below 1, the same at every try of a delivery and of no pattern over those that follow one
    /// another: the fractions of multiples of the golden ratio lie evenly.
    private static func scatter(of number: Int64) -> Double {
        (Double(number) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    }

    /// Writes what may have changed.
    func save(at now: Timestamp, on connection: Connection) throws {
        try connection.execute(
            """
            UPDATE delivery
            SET state = ?, tries = ?, due = ?, deadline = ?, may_have_arrived = ?, note = ?, receipt = ?,
                receipt_chat = ?, consignment = ?, changed_at = ?
            WHERE id = ?
            """, progress.state.rawValue, progress.tries, progress.due.milliseconds,
            progress.deadline.milliseconds, progress.perhapsArrivedAt?.milliseconds ?? 0, progress.note,
            progress.receipt, progress.receiptChat,
            consignment, now.milliseconds, id)
    }

    /// The delivery as an operator's list has it.
    var summary: DeliverySummary {
        DeliverySummary(
            number: id, key: key, channel: channel, recipient: recipient, enqueuedAt: enqueuedAt,
            progress: progress)
    }
}
