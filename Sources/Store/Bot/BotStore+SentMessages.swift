public import Earshot
import SQLite

extension BotStore: SentMessages {
    public func delivery(sentAs message: String, on channel: String) async throws -> SentMessage? {
        let found = try await database.read { connection in
            try connection.query(
                """
                SELECT recipient, receipt_chat, reply
                FROM delivery
                WHERE channel = ? AND receipt = ? AND receipt_chat IS NOT NULL AND state = ?
                LIMIT 2
                """, channel, message, DeliveryState.sent.rawValue
            ) { ($0.text(0), $0.text(1), $0.text(2)) }
        }
        guard found.count == 1, let (recipient, chat, record) = found.first,
            let reply = try? Reply(record: record)
        else { return nil }
        return SentMessage(recipient: recipient, chat: chat, reply: reply)
    }
}
