public import Earshot
import SQLite

extension BotStore: SubscriptionDesk {
    public func subscriptions(of person: String, regions: [Region]) async throws -> [WarningSubscription] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT person, place, aspect, subject, since
                FROM warning_subscription
                WHERE person = ?
                ORDER BY since, place, aspect, subject
                """, person
            ) { BotStore.subscription($0, regions: regions) }.compactMap(\.self)
        }
    }

    public func subscriptions(regions: [Region]) async throws -> [WarningSubscription] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT person, place, aspect, subject, since
                FROM warning_subscription
                ORDER BY person, place, aspect, subject
                """
            ) { BotStore.subscription($0, regions: regions) }.compactMap(\.self)
        }
    }

    /// Nothing where the place, the aspect or the subject is none any more.
    private static func subscription(_ row: borrowing Row, regions: [Region]) -> WarningSubscription? {
        WarningWish(place: row.text(1), aspect: row.text(2), subject: row.text(3), regions: regions).map {
            WarningSubscription(
                person: row.text(0), $0, since: Timestamp(milliseconds: row.int64(4)))
        }
    }

    static func keep(
        _ subscription: WarningSubscription, at moment: Timestamp, on connection: Connection
    ) throws {
        try connection.execute(
            """
            INSERT INTO warning_subscription (person, place, aspect, subject, since)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, subscription.person, "\(subscription.place)", subscription.aspect?.name ?? "",
            subscription.wish.subject.name, subscription.since.milliseconds)
        guard connection.changes > 0 else { return }
        // The new one is there by now.
        try expectRoom(of: subscription.person, besides: 1, on: connection)
        try audit(
            subscription.person, "subscription.add", "\(subscription.wish)", at: moment, on: connection)
    }

    /// - Throws: `ConversationConflict` where a person has as many subscriptions as anybody may: another message was first.
    static func expectRoom(of person: String, besides new: Int = 0, on connection: Connection) throws {
        let count = try connection.queryOne(
            """
            SELECT (SELECT COUNT(*) FROM warning_subscription WHERE person = ?)
                + (SELECT COUNT(*) FROM report_subscription WHERE person = ?)
            """, person, person
        ) { $0.int(0) }
        guard count ?? 0 < WarningSubscription.most + new else { throw ConversationConflict() }
    }

    static func remove(
        _ subscription: WarningSubscription, at moment: Timestamp, on connection: Connection
    ) throws {
        try connection.execute(
            """
            DELETE FROM warning_subscription
            WHERE person = ? AND place = ? AND aspect = ? AND subject = ?
            """, subscription.person, "\(subscription.place)", subscription.aspect?.name ?? "",
            subscription.wish.subject.name)
        guard connection.changes > 0 else { return }
        try audit(
            subscription.person, "subscription.remove", "\(subscription.wish)", at: moment, on: connection)
    }
}
