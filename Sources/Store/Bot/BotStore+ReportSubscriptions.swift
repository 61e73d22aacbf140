public import Earshot
import SQLite

extension BotStore {
    public func reportSubscriptions(
        of person: String, regions: [Region]
    ) async throws -> [ReportSubscription] {
        try await database.read { connection in
            try connection.query(
                """
                SELECT \(BotStore.subscriptionColumns)
                FROM report_subscription
                WHERE person = ?
                ORDER BY number
                """, person
            ) { BotStore.reportSubscription($0, regions: regions) }.compactMap(\.self)
        }
    }

    public func reportSubscriptions(regions: [Region]) async throws -> [ReportSubscription] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(BotStore.subscriptionColumns) FROM report_subscription ORDER BY number"
            ) { BotStore.reportSubscription($0, regions: regions) }.compactMap(\.self)
        }
    }

    private static let subscriptionColumns =
        "number, person, kind, place, aspect, schedule, since, paused_until, subject, paused_from"

    /// Nothing where its place, aspect or schedule is none any more.
    private static func reportSubscription(
        _ row: borrowing Row, regions: [Region]
    ) -> ReportSubscription? {
        let aspect = row.text(4)
        guard let kind = ReportTopic.Kind(rawValue: row.text(2)),
            let place = WatchedPlace(row.text(3), regions: regions),
            aspect.isEmpty || Aspect(aspect[...]) != nil, let schedule = ReportSchedule(name: row.text(5)),
            let subject = ReportSubject(name: row.text(8))
        else { return nil }
        return ReportSubscription(
            number: row.int64(0), person: row.text(1),
            topic: ReportTopic(kind, of: place, aspect: Aspect(aspect[...]), about: subject),
            schedule: schedule,
            since: Timestamp(milliseconds: row.int64(6)),
            pause: row.optionalInt64(7).map { until in
                ReportPause(
                    from: row.optionalInt64(9).map { Timestamp(milliseconds: $0) },
                    until: Timestamp(milliseconds: until))
            })
    }

    static func keep(
        _ subscription: ReportSubscription, at moment: Timestamp, on connection: Connection
    ) throws {
        let topic = subscription.topic
        let known = try connection.queryOne(
            """
            SELECT 1
            FROM report_subscription
            WHERE person = ? AND kind = ? AND place = ? AND aspect = ? AND subject = ?
            """, subscription.person, topic.kind.rawValue, "\(topic.place)", topic.aspect?.name ?? "",
            topic.subject.name
        ) { _ in true }
        if known == nil { try BotStore.expectRoom(of: subscription.person, on: connection) }
        try connection.execute(
            """
            INSERT INTO report_subscription
                (person, kind, place, aspect, subject, schedule, since, paused_from, paused_until)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, kind, place, aspect, subject)
            DO UPDATE SET schedule = excluded.schedule, since = excluded.since,
                paused_from = excluded.paused_from, paused_until = excluded.paused_until
            """, subscription.person, topic.kind.rawValue, "\(topic.place)", topic.aspect?.name ?? "",
            topic.subject.name, subscription.schedule.name, subscription.since.milliseconds,
            subscription.pause?.from?.milliseconds, subscription.pause?.until.milliseconds)
        try audit(
            subscription.person, "subscription.add", "\(subscription.object)|\(subscription.schedule.name)",
            at: moment, on: connection)
    }

    static func remove(
        _ subscription: ReportSubscription, at moment: Timestamp, on connection: Connection
    ) throws {
        try connection.execute(
            "DELETE FROM report_subscription WHERE number = ? AND person = ?", subscription.number,
            subscription.person)
        guard connection.changes > 0 else { return }
        try audit(
            subscription.person, "subscription.remove", subscription.object, at: moment, on: connection)
    }

    /// Keeps a subscription's pause; where it has none it goes on, and what was due during a pause that held does not come.
    static func pause(
        _ subscription: ReportSubscription, at moment: Timestamp, on connection: Connection
    ) throws {
        let until = subscription.pause?.until.milliseconds
        try connection.execute(
            """
            UPDATE report_subscription
            SET since = CASE
                    WHEN ? IS NULL AND paused_until IS NOT NULL AND coalesce(paused_from, 0) <= ? THEN ?
                    ELSE since
                END,
                paused_from = ?, paused_until = ?
            WHERE number = ? AND person = ?
            """, until, moment.milliseconds, moment.milliseconds, subscription.pause?.from?.milliseconds,
            until, subscription.number, subscription.person)
        guard connection.changes > 0 else { return }
        try audit(
            subscription.person, until == nil ? "subscription.resume" : "subscription.pause",
            subscription.object, at: moment, on: connection)
    }

    public func quietHours(of person: String) async throws -> QuietHours? {
        try await database.read { connection in
            try connection.queryOne("SELECT hours FROM quiet_hours WHERE person = ?", person) { $0.text(0) }
        }.flatMap { QuietHours(name: $0) }
    }

    public func quietHours() async throws -> [String: QuietHours] {
        let rows = try await database.read { connection in
            try connection.query("SELECT person, hours FROM quiet_hours") { ($0.text(0), $0.text(1)) }
        }
        return Dictionary(rows.compactMap { row in QuietHours(name: row.1).map { (row.0, $0) } }) { $1 }
    }

    static func keep(
        _ hours: QuietHours?, of person: String, at moment: Timestamp, on connection: Connection
    ) throws {
        if let hours {
            try connection.execute(
                """
                INSERT INTO quiet_hours (person, hours)
                VALUES (?, ?)
                ON CONFLICT (person) DO UPDATE SET hours = excluded.hours
                """, person, hours.name)
        } else {
            try connection.execute("DELETE FROM quiet_hours WHERE person = ?", person)
        }
        guard connection.changes > 0 else { return }
        try audit(person, "subscription.quiet", hours?.name ?? "", at: moment, on: connection)
    }
}

extension ReportSubscription {
    /// What the audit trail calls it.
    fileprivate var object: String {
        "\(topic.kind.rawValue)|\(topic.place)|\(topic.aspect?.name ?? "")"
            + (topic.subject == .own ? "" : "|\(topic.subject.name)")
    }
}
