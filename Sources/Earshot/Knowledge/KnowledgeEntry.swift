/// An approved line to take, or the answer to a common question, as headquarters filed it.
public struct KnowledgeEntry: Sendable, Hashable {
    /// Never given twice: it stands in chats and in the audit trail.
    public let number: Int64
    /// Counts its revisions from 1.
    public internal(set) var version = 1
    public internal(set) var content: Content
    /// Who filed the revision in force, and when.
    public internal(set) var filed: Mark
    /// Who took it out of use, when and why; nothing while it is in use.
    public internal(set) var retirement: Retirement?

    /// What is filed.
    public struct Content: Sendable, Hashable {
        public var question: String
        /// Other ways to ask the same.
        public var variants: [String]
        public var answer: String
        public var place: Territory
        /// The last day on which it may be given; nothing for one without end.
        public var validUntil: Day?
        /// Who stands for it.
        public var approver: String

        public init(
            question: String, variants: [String] = [], answer: String, place: Territory = .nation,
            validUntil: Day? = nil, approver: String
        ) {
            self.question = question
            self.variants = variants
            self.answer = answer
            self.place = place
            self.validUntil = validUntil
            self.approver = approver
        }

        /// Everything by which it may be asked.
        public var phrasings: [String] { [question] + variants }

        /// Whether one of its phrasings is a text word for word.
        func asks(_ text: String) -> Bool {
            let key = KnowledgeEntry.key(of: text)
            return phrasings.contains { KnowledgeEntry.key(of: $0) == key }
        }

        /// What two ways to write one question have in common: its letters and digits.
        public var key: String { KnowledgeEntry.key(of: question) }
    }

    /// Somebody at some time.
    public struct Mark: Sendable, Hashable {
        public var by: String
        public var at: Timestamp

        public init(by: String, at: Timestamp) {
            (self.by, self.at) = (by, at)
        }
    }

    public struct Retirement: Sendable, Hashable {
        public var mark: Mark
        public var reason: String

        public init(_ mark: Mark, reason: String) {
            (self.mark, self.reason) = (mark, reason)
        }
    }

    public init(number: Int64, _ content: Content, filed: Mark) {
        (self.number, self.content, self.filed) = (number, content, filed)
    }

    /// As it is kept.
    package init(
        number: Int64, version: Int, _ content: Content, filed: Mark, retirement: Retirement?
    ) {
        self.init(number: number, content, filed: filed)
        (self.version, self.retirement) = (version, retirement)
    }

    /// `#12`.
    public var name: String { "#\(number)" }

    /// Whether it may be given on a day: it is neither retired nor over.
    public func isValid(on day: Day) -> Bool { retirement == nil && !isOver(on: day) }

    /// Whether its time is over.
    public func isOver(on day: Day) -> Bool { content.validUntil.map { $0 < day } ?? false }

    static func key(of question: String) -> String {
        SearchText.string(SearchText(question).characters.filter { $0 != 0 }[...])
    }
}

/// What somebody makes of an entry; it is kept as a revision.
public struct KnowledgeChange: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case filed
        case changed
        case retired
    }

    public var kind: Kind
    /// As it is afterwards.
    public var entry: KnowledgeEntry
    /// The version that it must have before; 0 for a new one.
    public var before: Int
    public var mark: KnowledgeEntry.Mark

    /// As it is kept.
    package init(_ kind: Kind, _ entry: KnowledgeEntry, _ mark: KnowledgeEntry.Mark) {
        (self.kind, self.entry, before, self.mark) = (kind, entry, entry.version - 1, mark)
    }

    /// A new entry.
    public init(filing entry: KnowledgeEntry) {
        (kind, self.entry, before, mark) = (.filed, entry, 0, entry.filed)
    }

    /// Another revision of one there is.
    public init(_ entry: KnowledgeEntry, to content: KnowledgeEntry.Content, _ mark: KnowledgeEntry.Mark) {
        var changed = entry
        changed.version += 1
        (changed.content, changed.filed) = (content, mark)
        (kind, self.entry, before, self.mark) = (.changed, changed, entry.version, mark)
    }

    /// One that is no more in use.
    public init(retiring entry: KnowledgeEntry, because reason: String, _ mark: KnowledgeEntry.Mark) {
        var retired = entry
        retired.version += 1
        retired.retirement = KnowledgeEntry.Retirement(mark, reason: reason)
        (kind, self.entry, before, self.mark) = (.retired, retired, entry.version, mark)
    }
}
