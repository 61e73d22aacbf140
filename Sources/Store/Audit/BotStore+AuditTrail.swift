import Crypto
public import Earshot
import SQLite

extension BotStore: AuditDesk {
    public func record(
        _ action: String, of object: String, by actor: String, at now: Timestamp
    ) async throws {
        try await database.write { try BotStore.audit(actor, action, object, at: now, on: $0) }
    }

    public func audit(
        _ filter: AuditFilter, before number: Int64?, limit: Int
    ) async throws -> [AuditEntry] {
        try await database.read { connection in
            let terms = filter.terms
            return try connection.query(
                """
                SELECT id, at, actor, action, object
                FROM audit
                WHERE id < ? AND \(terms.conditions.joined(separator: " AND "))
                ORDER BY id DESC
                LIMIT ?
                """, arguments: [number ?? .max] + terms.arguments + [limit]
            ) { row in
                AuditEntry(
                    number: row.int64(0), at: Timestamp(milliseconds: row.int64(1)),
                    actor: row.optionalText(2), action: row.text(3), object: row.optionalText(4))
            }
        }
    }

    public func auditHead() async throws -> AuditHead {
        try await database.read { try BotStore.auditHead(on: $0) }
    }

    public func verifyAudit(containing known: AuditHead?) async throws -> AuditVerdict {
        try await database.read { try AuditReading.verdict(on: $0, containing: known) }
    }
}

extension AuditFilter {
    fileprivate var terms: (conditions: [String], arguments: [any Bindable]) {
        var conditions = ["true"]
        var arguments: [any Bindable] = []
        func add(_ condition: String, _ argument: (any Bindable)?) {
            guard let argument else { return }
            conditions.append(condition)
            arguments.append(argument)
        }
        add("at >= ?", since?.milliseconds)
        add("at < ?", until?.milliseconds)
        if let actor {
            // Whoever sat there in a person's stead is written down by the person's own account of the program.
            let identities = actor.contains(":") ? [actor] : [actor, Dialogue.ownAccount(ofPerson: actor)]
            conditions.append("actor IN (\(identities.map { _ in "?" }.joined(separator: ", ")))")
            arguments += identities as [any Bindable]
        }
        add("object = ?", object)
        if let action, action.hasSuffix(".*") {
            // From the dot to what comes next in ASCII, so that no character of it is a wildcard.
            add("action >= ?", String(action.dropLast()))
            add("action < ?", action.dropLast(2) + "/")
        } else {
            add("action = ?", action)
        }
        return (conditions, arguments)
    }
}
