/// The words of `commands.json5` by which entries are filed, changed, listed and retired.
public struct KnowledgeCommandWords: Sendable {
    /// A part of an entry, as it is named in a message or a table.
    public enum Field: String, Sendable, CaseIterable {
        case question
        case variants
        case answer
        case scope
        case valid
        case approver
    }

    private let heads: [(words: String, intent: Intent)]
    private let fields: [(words: String, field: Field)]
    let nation: [String]
    let forever: [String]
    /// Before a reason: 因为, 原因.
    private let causes: [String]
    /// What stands around a day: 到 and 为止.
    private let dayJoints: [String]
    private let due: DueDayReader

    init(_ words: [String: [String]]) {
        let intents: [(String, Intent)] = [
            ("knowledge_file", .knowledgeFile), ("knowledge_change", .knowledgeChange),
            ("knowledge_retire", .knowledgeRetire), ("knowledge_list", .knowledgeList),
            ("knowledge_show", .knowledgeShow), ("knowledge_unanswered", .unansweredList),
        ]
        heads = intents.flatMap { name, intent in (words[name] ?? []).map { ($0, intent) } }
            .sorted { $0.0.count > $1.0.count }
        fields = Field.allCases.flatMap { field in
            (words["knowledge_field_\(field.rawValue)"] ?? []).map { ($0, field) }
        }.sorted { $0.0.count > $1.0.count }
        nation = words["knowledge_nation"] ?? []
        forever = words["knowledge_forever"] ?? []
        causes = (words["cause"] ?? []).sorted { $0.count > $1.count }
        dayJoints = (words["knowledge_until"] ?? []).sorted { $0.count > $1.count }
        due = DueDayReader(words)
    }

    /// The command that a message begins with; nothing for a message of anything else (口径 召回).
    func command(_ text: String) -> Request? {
        let text = text.withoutOuterBlanks
        for (words, intent) in heads where text.hasPrefix(words) {
            let rest = text.dropFirst(words.count)
            if let request = request(intent, rest) { return request }
        }
        return nil
    }

    /// Whether a text begins with the words of a command, be it a whole one or not.
    func opensCommand(_ text: String) -> Bool { heads.contains { text.hasPrefix($0.words) } }

    private func request(_ intent: Intent, _ rest: Substring) -> Request? {
        var request = Request(intent)
        switch intent {
        case .knowledgeFile:
            let words = KnowledgeCommandWords.unmarked(rest)
            // 新增口径有哪些 files nothing.
            guard rest.isEmpty || words.count < rest.count || field(at: rest) != nil else { return nil }
            request.slots.words = words.isEmpty ? nil : words
        case .knowledgeList, .unansweredList:
            guard KnowledgeCommandWords.unmarked(rest).isEmpty else { return nil }
        default:
            let (number, words) = KnowledgeCommandWords.number(rest)
            guard number != nil || words.isEmpty && intent != .knowledgeShow else { return nil }
            if intent == .knowledgeShow, !words.isEmpty { return nil }
            request.slots.entry = number
            request.slots.words = words.isEmpty ? nil : intent == .knowledgeRetire ? reason(words) : words
        }
        return request
    }

    /// A number with what may stand around it (#12, 12号), and the rest.
    private static func number(_ text: Substring) -> (String?, String) {
        let rest = text.drop { $0.isWhitespace || "#＃：:第".contains($0) }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (1...12).contains(digits.count), let number = Int64(digits) else {
            return (nil, unmarked(text))
        }
        return (String(number), unmarked(rest.dropFirst(digits.count).drop { "号条".contains($0) }))
    }

    private static func unmarked(_ text: Substring) -> String {
        String(text.drop { $0.isWhitespace || $0.isPunctuation }).withoutOuterBlanks
    }

    private func reason(_ text: String) -> String? {
        var rest = Substring(text)
        if let cause = causes.first(where: { rest.hasPrefix($0) }) {
            rest = rest.dropFirst(cause.count)
            // 因为是旧政策 says what it is.
            if rest.hasPrefix("是"), !cause.hasPrefix("因") { rest = rest.dropFirst() }
        }
        let reason = KnowledgeCommandWords.unmarked(rest)
        return reason.isEmpty ? nil : reason
    }

    // MARK: Fields

    /// The fields of a message, each with its words. A field ends where another one begins behind a pause, and what is named
    /// a second time is part of the words (如有问题：…).
    func fields(of text: String) -> [Field: String] {
        var found: [(field: Field, start: String.Index, body: String.Index)] = []
        var index = text.startIndex
        var isPause = true
        while index < text.endIndex {
            if isPause, let (field, length) = field(at: text[index...]),
                !found.contains(where: { $0.field == field })
            {
                let body = text.index(index, offsetBy: length)
                found.append((field, index, body))
                index = body
                continue
            }
            let character = text[index]
            isPause = character.isWhitespace || character.isPunctuation
            index = text.index(after: index)
        }
        var fields: [Field: String] = [:]
        for (position, field) in found.enumerated() {
            let end = position + 1 < found.count ? found[position + 1].start : text.endIndex
            var words = text[field.body..<end]
            // A sign that only divides two fields is of neither.
            if end != text.endIndex {
                while let last = words.last, last.isWhitespace || ",，;；、|".contains(last) {
                    words.removeLast()
                }
            }
            let trimmed = String(words).withoutOuterBlanks
            if !trimmed.isEmpty { fields[field.field] = trimmed }
        }
        return fields
    }

    /// How a question is named, to be written before one.
    var fieldForQuestion: String? { fields.first { $0.field == .question }?.words }

    /// The field whose name and colon stand at the beginning of a text, and their length.
    private func field(at text: Substring) -> (Field, Int)? {
        for (words, field) in fields where text.hasPrefix(words) {
            let rest = text.dropFirst(words.count)
            let blanks = rest.prefix { $0 == " " }.count
            guard let sign = rest.dropFirst(blanks).first, sign == ":" || sign == "：" else { continue }
            return (field, words.count + blanks + 1)
        }
        return nil
    }

    /// The day until which something holds: 到12月31日, 长期.
    ///
    /// - Returns: a day, nothing within for one without end, and nothing for what is no day.
    func validity(_ text: String, today: Day) -> Day?? {
        var rest = text.filter { !$0.isWhitespace }
        if forever.contains(rest) { return .some(nil) }
        if let joint = dayJoints.first(where: { rest.hasPrefix($0) }) { rest.removeFirst(joint.count) }
        if let joint = dayJoints.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
            rest.removeLast(joint.count)
        }
        return due.day(rest, today: today).map { .some($0) }
    }
}
