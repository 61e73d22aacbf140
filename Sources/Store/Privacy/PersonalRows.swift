import Earshot
import SQLite

/// Rows of a table that are somebody's own.
struct PersonalRows {
    let table: String
    let condition: String
    let arguments: [String]

    private init(_ table: String, _ condition: String, _ arguments: [String]) {
        (self.table, self.condition, self.arguments) = (table, condition, arguments)
    }

    private init(_ table: String, _ column: String, in values: [String]) {
        let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
        self.init(table, "\(column) IN (\(places))", values)
    }

    /// All of them, in the order in which they may be removed.
    static func own(of subject: DataSubject, on connection: Connection) throws -> [PersonalRows] {
        let accounts = subject.accounts.sorted()
        let person = [subject.person].compactMap(\.self)
        let marks = person.map { _ in "?" }.joined(separator: ", ")
        let deliveries = try deliveries(to: subject, on: connection)
        return [
            PersonalRows("conversation", "account", in: accounts),
            PersonalRows("handled", "account", in: accounts),
            PersonalRows("wrong_code", "account", in: accounts),
            PersonalRows("feedback", "account", in: accounts),
            PersonalRows("binding", "account", in: accounts), PersonalRows("binding", "person", in: person),
            PersonalRows("invitation", "redeemed_by", in: accounts),
            PersonalRows("invitation", "person", in: person),
            // A record holds its texts behind their length.
            PersonalRows(
                "inbox",
                (["false"] + accounts.map { _ in "instr(content, ?) > 0" }).joined(separator: " OR "),
                accounts.map { "\($0.utf8.count):\($0)" }),
            PersonalRows(
                "suggestion_attachment",
                "(channel, message) IN (SELECT channel, message FROM attachment WHERE account IN "
                    + "(\(accounts.map { _ in "?" }.joined(separator: ", "))))", accounts),
            PersonalRows("attachment", "account", in: accounts),
            PersonalRows(
                "delivery_picture", "delivery IN (SELECT id FROM delivery WHERE \(deliveries.condition))",
                deliveries.arguments),
            deliveries,
            PersonalRows("warning_subscription", "person", in: person),
            PersonalRows("report_subscription", "person", in: person),
            // What others were given in the same words stays.
            PersonalRows(
                "report_text",
                "number IN (SELECT words FROM report_issue WHERE person IN (\(marks))) AND number NOT IN "
                    + "(SELECT words FROM report_issue WHERE words IS NOT NULL AND person NOT IN (\(marks)))",
                person + person),
            PersonalRows(
                "report_link", "issue IN (SELECT number FROM report_issue WHERE person IN (\(marks)))", person
            ),
            PersonalRows("report_link", "account", in: accounts),
            PersonalRows("report_issue", "person", in: person),
            PersonalRows("quiet_hours", "person", in: person),
            PersonalRows("briefing", "person", in: person),
            PersonalRows("note_asking", "person", in: person),
            PersonalRows("suggestion_notice", "person", in: person),
            PersonalRows("suggestion_reminder", "person", in: person),
            PersonalRows(
                "hand_over_line",
                "hand_over IN (SELECT number FROM hand_over WHERE asker IN "
                    + "(\(person.map { _ in "?" }.joined(separator: ", "))))", person),
            PersonalRows("hand_over", "asker", in: person),
            PersonalRows(
                "rate",
                // A bucket is a channel, a recipient and a number, each on a line.
                (["false"] + accounts.map { _ in "instr(bucket, ?) > 0 OR instr(bucket, ?) > 0" })
                    .joined(separator: " OR "),
                accounts.flatMap { account in
                    let id = account.drop { $0 != ":" }.dropFirst()
                    return ["\n\(id)\n", "\nperson:\(id)\n"]
                }),
        ]
    }

    /// What the person did that goes on without them.
    static func done(by subject: DataSubject) -> [PersonalRows] {
        let person = [subject.person].compactMap(\.self)
        return [
            ("suggestion", "filer"), ("suggestion_support", "person"), ("suggestion_step", "actor"),
            ("suggestion", "decided_by"), ("warning", "owner"), ("warning", "assigned_by"),
            ("warning", "silenced_by"), ("warning", "told_by"), ("warning", "ended_by"),
            ("warning_step", "actor"), ("notice_decision", "person"), ("knowledge", "filed_by"),
            ("knowledge", "retired_by"), ("knowledge_revision", "actor"), ("voice_note", "person"),
            ("agreed_action", "owner"), ("agreed_action", "recorder"), ("agreed_action", "ended_by"),
            ("hand_over", "holder"), ("hand_over", "ended_by"), ("hand_over_line", "author"),
        ].map { PersonalRows($0, $1, in: person) } + [
            PersonalRows("audit", "actor", in: person + subject.accounts.sorted())
        ]
    }

    /// What was to be sent to the person: by the account, or in the chat of the two.
    private static func deliveries(
        to subject: DataSubject, on connection: Connection
    ) throws -> PersonalRows {
        var (conditions, arguments) = (["false"], [String]())
        for account in subject.accounts.sorted() {
            let parts = account.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { continue }
            conditions.append("(channel GLOB ? AND recipient IN (?, ?, ?))")
            arguments += ["\(parts[0])*", parts[1], "person:\(parts[1])", account]
            try connection.forEach("SELECT chat FROM conversation WHERE account = ?", account) { row in
                let chat = row.text(0).split(separator: " ", maxSplits: 1).map(String.init)
                guard chat.count == 2 else { return }
                conditions.append("(channel = ? AND recipient = ?)")
                arguments += [chat[0], "p2p:\(chat[1])"]
            }
        }
        return PersonalRows("delivery", conditions.joined(separator: " OR "), arguments)
    }

    /// How many there are, but for those of others of the table.
    func count(beside others: [PersonalRows], on connection: Connection) throws -> Int {
        let beside = others.map { " AND (\($0.condition)) IS NOT TRUE" }.joined()
        return try connection.query(
            "SELECT COUNT(*) FROM \(table) WHERE (\(condition))\(beside)",
            arguments: arguments + others.flatMap(\.arguments)
        ) { $0.int(0) }.first ?? 0
    }

    /// - Returns: how many went.
    func remove(on connection: Connection) throws -> Int {
        try connection.execute("DELETE FROM \(table) WHERE \(condition)", arguments: arguments)
        return connection.changes
    }

    /// Each as a JSON object; of bytes only how many they are.
    func export(on connection: Connection) throws -> [String] {
        let columns = try PersonalTable.columns(of: table, on: connection)
        let fields = columns.map { column in
            "'\(column.name)', \(column.type == "BLOB" ? "length(\(column.name))" : column.name)"
        }
        return try connection.query(
            "SELECT json_object(\(fields.joined(separator: ", "))) FROM \(table) WHERE \(condition)",
            arguments: arguments
        ) { $0.text(0) }
    }
}
