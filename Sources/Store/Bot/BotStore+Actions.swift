public import Earshot
import SQLite
import Synchronization

extension BotStore: ActionRegister {
    public func nextAction() async throws -> Int64 {
        let recorded = try await database.read { connection in
            try connection.queryOne("SELECT seq FROM sqlite_sequence WHERE name = 'agreed_action'") {
                $0.int64(0)
            }
        }
        // As with suggestions: a number that is not used in the end stays out.
        return lastAction.withLock { last in
            last = max(last, recorded ?? 0) + 1
            return last
        }
    }

    public func action(_ number: Int64, within reach: ActionReach) async throws -> AgreedAction? {
        let terms = BotStore.terms(reach)
        return try await actions(
            "WHERE number = ? AND \(terms.sql)", [number] + terms.arguments, limit: 1, offset: 0
        ).first
    }

    public func actions(
        _ filter: ActionFilter, within reach: ActionReach, offset: Int, limit: Int
    ) async throws -> [AgreedAction] {
        let (reach, wanted) = (BotStore.terms(reach), BotStore.terms(filter))
        let order = filter.overdueFirst.map { [$0.number] } ?? []
        return try await actions(
            """
            WHERE \(reach.sql) AND \(wanted.sql)
            ORDER BY \(order.isEmpty ? "" : "(state = 0 AND due < ?) DESC, ")due, number
            """, reach.arguments + wanted.arguments + order, limit: limit, offset: offset)
    }

    public func tally(
        _ filter: ActionFilter, within reach: ActionReach, on today: Day
    ) async throws -> ActionTally {
        let (reach, wanted) = (BotStore.terms(reach), BotStore.terms(filter))
        return try await database.read { connection in
            try connection.query(
                """
                SELECT
                    COUNT(*) FILTER (WHERE state = 0 AND due >= ?),
                    COUNT(*) FILTER (WHERE state = 0 AND due < ?),
                    COUNT(*) FILTER (WHERE state = 1),
                    COUNT(*) FILTER (WHERE state = 2)
                FROM agreed_action
                WHERE \(reach.sql) AND \(wanted.sql)
                """,
                arguments: [today.number, today.number]
                    + (reach.arguments + wanted.arguments).map { $0 as any Bindable }
            ) { ActionTally(open: $0.int(0), overdue: $0.int(1), done: $0.int(2), cancelled: $0.int(3)) }
            .first ?? ActionTally(open: 0, overdue: 0, done: 0, cancelled: 0)
        }
    }

    public func count(_ filter: ActionFilter, within reach: ActionReach) async throws -> Int {
        let (reach, wanted) = (BotStore.terms(reach), BotStore.terms(filter))
        return try await database.read { connection in
            try connection.query(
                "SELECT COUNT(*) FROM agreed_action WHERE \(reach.sql) AND \(wanted.sql)",
                arguments: (reach.arguments + wanted.arguments).map { $0 as any Bindable }
            ) { $0.int(0) }.first ?? 0
        }
    }

    public func people(
        waitingFor message: ActionMessage, after: String, limit: Int
    ) async throws -> [String] {
        let (sql, arguments): (String, [any Bindable & Sendable])
        switch message {
        case .news(let since):
            sql = """
                SELECT owner AS person FROM agreed_action WHERE news IS NOT NULL AND news_at >= ?
                UNION
                SELECT recorder AS person FROM agreed_action WHERE recorder_news IS NOT NULL AND news_at >= ?
                """
            arguments = [since.milliseconds, since.milliseconds]
        case .overdue(let first, let today):
            sql = "SELECT DISTINCT owner AS person FROM agreed_action WHERE \(BotStore.isOverdue)"
            arguments = [first.number, today.number]
        }
        return try await database.read { connection in
            try connection.query(
                "SELECT person FROM (\(sql)) WHERE person > ? ORDER BY person LIMIT ?",
                arguments: arguments.map { $0 as any Bindable } + [after, limit]
            ) { $0.text(0) }
        }
    }

    public func actions(
        waitingFor message: ActionMessage, of person: String, limit: Int
    ) async throws -> [AgreedAction] {
        switch message {
        case .news(let since):
            try await actions(
                """
                WHERE (owner = ? AND news IS NOT NULL OR recorder = ? AND recorder_news IS NOT NULL)
                    AND news_at >= ?
                ORDER BY news_at, number
                """, [person, person, since.milliseconds], limit: limit, offset: 0)
        case .overdue(let first, let today):
            try await actions(
                "WHERE \(BotStore.isOverdue) AND owner = ? ORDER BY due, number",
                [first.number, today.number, person], limit: limit, offset: 0)
        }
    }

    private static let isOverdue = "state = 0 AND due >= ? AND due < ? AND reminded_at IS NULL"

    public func tell(
        _ person: String, of actions: [AgreedAction], _ delivery: Delivery, at now: Timestamp
    ) async throws -> Bool {
        try await mark(
            actions,
            "news = iif(owner = ?, NULL, news), recorder_news = iif(recorder = ?, NULL, recorder_news)",
            [person, person], "told", delivery, at: now)
    }

    public func remind(
        of actions: [AgreedAction], _ delivery: Delivery, at now: Timestamp
    ) async throws -> Bool {
        try await mark(actions, "reminded_at = ?", [now.milliseconds], "reminded", delivery, at: now)
    }

    private func mark(
        _ actions: [AgreedAction], _ assignment: String, _ arguments: [any Bindable & Sendable],
        _ event: String, _ delivery: Delivery, at now: Timestamp
    ) async throws -> Bool {
        try await database.write { connection in
            // One that has changed is told of as it is, at the next round.
            for action in actions {
                let version = try connection.queryOne(
                    "SELECT version FROM agreed_action WHERE number = ?", action.number
                ) { $0.int(0) }
                guard version == action.version else { return false }
            }
            for action in actions {
                try connection.execute(
                    "UPDATE agreed_action SET \(assignment) WHERE number = ?",
                    arguments: arguments.map { $0 as any Bindable } + [action.number])
                try BotStore.audit("earshot", "action.\(event)", action.name, at: now, on: connection)
            }
            return try BotStore.enqueue([delivery], at: now, on: connection) > 0
        }
    }

    /// Makes durable what somebody does about an action, within one transaction.
    static func apply(_ change: ActionChange, at now: Timestamp, on connection: Connection) throws {
        if let before = change.before {
            try ActionRow.update(change.action, before: before, at: now, on: connection)
        } else {
            try ActionRow.insert(change.action, at: now, on: connection)
        }
        _ = try enqueue(change.deliveries, at: now, on: connection)
        try audit(
            change.actor, "action.\(change.event.rawValue)", change.action.name, at: now, on: connection)
    }

    private typealias Terms = (sql: String, arguments: [any Bindable & Sendable])

    private static func terms(_ reach: ActionReach) -> Terms {
        switch reach {
        case .all: return ("1", [])
        case .places(let person, let cities, let region):
            let (names, ofRegion) = (cities.sorted(), RegionTerm("region", is: region))
            return (
                "(owner = ? OR recorder = ? OR city IN (\(places(names))) OR \(ofRegion.text))",
                [person, person] + names + ofRegion.arguments
            )
        }
    }

    private static func terms(_ filter: ActionFilter) -> Terms {
        var (conditions, arguments) = ([String](), [any Bindable & Sendable]())
        if let moment = filter.endedSince {
            conditions.append("(state = 0 OR ended_at >= ?)")
            arguments.append(moment.milliseconds)
        } else {
            conditions.append("state = 0")
        }
        if let moment = filter.recordedBefore {
            conditions.append("recorded_at < ?")
            arguments.append(moment.milliseconds)
        }
        if let day = filter.dueBefore {
            conditions.append("due < ?")
            arguments.append(day.number)
        }
        if let cities = filter.cities?.sorted() {
            let region = RegionTerm("region", is: filter.region)
            conditions.append("(city IN (\(places(cities))) OR \(region.text))")
            arguments += cities + region.arguments
        }
        if let owner = filter.owner {
            conditions.append("owner = ?")
            arguments.append(owner)
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    private static func places(_ values: [String]) -> String {
        values.map { _ in "?" }.joined(separator: ", ")
    }

    private func actions(
        _ clause: String, _ arguments: [any Bindable & Sendable], limit: Int, offset: Int
    ) async throws -> [AgreedAction] {
        try await database.read { connection in
            try connection.query(
                "SELECT \(ActionRow.columns) FROM agreed_action \(clause) LIMIT ? OFFSET ?",
                arguments: arguments.map { $0 as any Bindable } + [limit, offset]
            ) { ActionRow.action($0) }.compactMap(\.self)
        }
    }
}
