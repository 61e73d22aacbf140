/// What somebody wants to file, read from a message or a row of a table, with what is wrong about it.
public struct KnowledgeDraft: Sendable, Hashable {
    public var content: KnowledgeEntry.Content
    public var problems: [Problem] = []

    /// What keeps it from being filed, by its field.
    public enum Problem: Sendable, Hashable {
        case noQuestion
        case noAnswer
        case noChange
        /// Another entry has this question there.
        case taken(by: String)
        case unknownPlace(String)
        case unknownDay(String)
        case tooLong(KnowledgeCommandWords.Field, limit: Int)
        case tooManyVariants(limit: Int)
    }

    public static let longestQuestion = 100
    public static let longestAnswer = 1000
    public static let longestApprover = 40
    public static let mostVariants = 30

    /// - Parameters:
    ///   - fields: as they were written.
    ///   - known: the entry that is changed: what is not named stays as it is there.
    ///   - author: stands for it where nobody else is named.
    public init(
        _ fields: [KnowledgeCommandWords.Field: String], changing known: KnowledgeEntry.Content? = nil,
        author: String, words: KnowledgeCommandWords, regions: [Region], today: Day
    ) {
        content = known ?? KnowledgeEntry.Content(question: "", answer: "", approver: author)
        if let question = fields[.question] { content.question = KnowledgeDraft.line(question) }
        if let answer = fields[.answer] { content.answer = answer }
        if let approver = fields[.approver] { content.approver = KnowledgeDraft.line(approver) }
        if let variants = fields[.variants] {
            var seen: Set<String> = [content.key]
            content.variants = variants.split { "|｜\n".contains($0) }
                .map { KnowledgeDraft.line(String($0)) }
                .filter { seen.insert(KnowledgeEntry.key(of: $0)).inserted && !$0.isEmpty }
        }
        if let place = fields[.scope] {
            if let known = KnowledgeDraft.place(place, words, regions) {
                content.place = known
            } else {
                problems.append(.unknownPlace(place))
            }
        }
        if let day = fields[.valid] {
            if let known = words.validity(day, today: today) {
                content.validUntil = known
            } else {
                problems.append(.unknownDay(day))
            }
        }
        judge(known)
    }

    private mutating func judge(_ known: KnowledgeEntry.Content?) {
        // Without a letter there is nothing by which it could be found.
        if content.key.isEmpty { problems.append(.noQuestion) }
        if content.answer.isEmpty { problems.append(.noAnswer) }
        if problems.isEmpty, content == known { problems.append(.noChange) }
        let lengths: [(KnowledgeCommandWords.Field, Int, Int)] = [
            (.question, content.question.count, KnowledgeDraft.longestQuestion),
            (.answer, content.answer.count, KnowledgeDraft.longestAnswer),
            (.approver, content.approver.count, KnowledgeDraft.longestApprover),
            (.variants, content.variants.map(\.count).max() ?? 0, KnowledgeDraft.longestQuestion),
        ]
        for (field, length, limit) in lengths where length > limit {
            problems.append(.tooLong(field, limit: limit))
        }
        if content.variants.count > KnowledgeDraft.mostVariants {
            problems.append(.tooManyVariants(limit: KnowledgeDraft.mostVariants))
        }
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").withoutOuterBlanks
    }

    private static func place(
        _ text: String, _ words: KnowledgeCommandWords, _ regions: [Region]
    ) -> Territory? {
        let name = text.withoutOuterBlanks
        if words.nation.contains(name) { return .nation }
        if let region = regions.first(where: { $0.name == name }) { return .region(region.name) }
        return Gazetteer.china.city(named: name).map { .city($0.name) }
    }
}
