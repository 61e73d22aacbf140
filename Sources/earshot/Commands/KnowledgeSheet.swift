import CSV
import Earshot
import FoundationEssentials

/// Lines to take as `earshot knowledge` reads and prints them.
struct KnowledgeSheet {
    let installation: Installation

    static let header = [
        "number", "question", "variants", "answer", "scope", "valid_until", "approver", "version", "filed_by",
        "filed_at", "retired_at", "reason",
    ]

    /// The columns that a table may have, by the part of an entry they hold.
    private static let columns: [(name: String, field: KnowledgeCommandWords.Field)] = [
        ("question", .question), ("variants", .variants), ("answer", .answer), ("scope", .scope),
        ("valid_until", .valid), ("approver", .approver),
    ]

    /// What a table says.
    struct Reading {
        var contents: [KnowledgeEntry.Content] = []
        /// What is wrong with its rows.
        var faults: [String] = []
        /// What it has no column of, and so says nothing of.
        var unsaid: Set<KnowledgeCommandWords.Field> = []
        /// Lines of entries that are retired or whose day is over, as `export` writes them.
        var over: [Int] = []

        /// What becomes of an entry that is known.
        func revision(of known: KnowledgeEntry.Content, _ content: KnowledgeEntry.Content)
            -> KnowledgeEntry.Content
        {
            var content = content
            if unsaid.contains(.variants) { content.variants = known.variants }
            if unsaid.contains(.valid) { content.validUntil = known.validUntil }
            return content
        }
    }

    /// The entries of a table, and what is wrong with its rows.
    func drafts(in path: String, words: KnowledgeCommandWords, today: Day) throws -> Reading {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        var options = RowReader.Options()
        options.requiredColumns = ["question", "answer"]
        options.ignoresCaseOfColumns = true
        let table: Table
        do {
            table = try Table([UInt8](bytes), options: options)
        } catch {
            throw Failure("\(path):\(error.line): \(error.message)")
        }
        var reading = Reading()
        reading.faults = table.errors.map { "line \($0.line): \($0.message)" }
        let names = (table.header?.names ?? []).map { $0.lowercased() }
        reading.unsaid = Set(KnowledgeSheet.columns.filter { !names.contains($0.name) }.map(\.field))
        let known = Set(KnowledgeSheet.columns.map(\.name) + KnowledgeSheet.header)
        for name in table.header?.names ?? [] where !known.contains(name) {
            reading.faults.append("line 1: there is no column \(name)")
        }
        var seen: [String: Int] = [:]
        for row in table.rows {
            var fields: [KnowledgeCommandWords.Field: String] = [:]
            for (name, field) in KnowledgeSheet.columns {
                if let text = row[name]?.withoutOuterBlanks, !text.isEmpty { fields[field] = text }
            }
            let isRetired = row["retired_at"].map { !$0.withoutOuterBlanks.isEmpty } ?? false
            if isRetired || fields[.valid].flatMap({ Day($0[...]) }).map({ $0 < today }) ?? false {
                reading.over.append(row.line)
                continue
            }
            let draft = KnowledgeDraft(
                fields, author: "", words: words, regions: installation.directory.regions, today: today)
            var wrong = draft.problems.map(KnowledgeSheet.words)
            if draft.content.approver.isEmpty { wrong.append("approver: is missing") }
            let key = "\(draft.content.key)|\(draft.content.place)"
            if let other = seen[key] { wrong.append("question: stands on line \(other) as well") }
            seen[key] = row.line
            reading.faults += wrong.map { "line \(row.line): \($0)" }
            reading.contents.append(draft.content)
        }
        return reading
    }

    private static func words(_ problem: KnowledgeDraft.Problem) -> String {
        switch problem {
        case .noQuestion: "question: is missing"
        case .noAnswer: "answer: is missing"
        case .noChange: "says what is known"
        case .taken(let other): "\(other) has this question there"
        case .unknownPlace(let text): "scope: there is no region or city \(text)"
        case .unknownDay(let text): "valid_until: \(text) is no day, or over"
        case .tooLong(let field, let limit): "\(field.rawValue): is longer than \(limit) characters"
        case .tooManyVariants(let limit): "variants: are more than \(limit)"
        }
    }

    func row(of entry: KnowledgeEntry) -> [String] {
        let content = entry.content
        return [
            String(entry.number), content.question, content.variants.joined(separator: "|"), content.answer,
            content.place.name ?? "全国", content.validUntil?.description ?? "", content.approver,
            String(entry.version), name(entry.filed.by), installation.calendar.text(of: entry.filed.at),
            entry.retirement.map { installation.calendar.text(of: $0.mark.at) } ?? "",
            entry.retirement?.reason ?? "",
        ]
    }

    /// Its fields separated by tabs.
    func line(of entry: KnowledgeEntry) -> String {
        let content = entry.content
        return [
            String(entry.number), entry.retirement == nil ? "in use" : "retired", content.place.name ?? "全国",
            content.validUntil?.description ?? "", content.approver, content.question, content.answer,
        ].map(Terminal.field).joined(separator: "\t")
    }

    private func name(_ person: String) -> String {
        installation.everybody.person(id: person)?.name ?? person
    }
}
