/// What somebody wishes headquarters to do, from its filing to what became of it.
public struct Suggestion: Sendable, Hashable {
    /// People write it with a # before it: #57. Never given twice.
    public let number: Int64
    /// Counts its changes, so that who decides on an old one notices.
    public package(set) var version = 0
    /// As it was written, personal data masked.
    public let words: String
    /// The aspect it is about, where it was understood.
    public let aspect: Aspect?
    /// The series it is about, where one was named.
    public let series: String?
    public let urgency: Urgency
    public let filer: Backer
    public let filedAt: Timestamp
    public package(set) var state = SuggestionState.open
    /// Who decided last, and when.
    public package(set) var decision: Decision?
    /// Why it stands where it stands, in the words of whoever decided.
    public package(set) var reason: String?
    /// Who deals with it: 产品部.
    public package(set) var department: String?
    /// When it is to be done.
    public package(set) var due: Day?
    /// In the order in which they joined.
    public package(set) var supporters: [Backer] = []
    /// The one that it is a part of.
    public package(set) var mergedInto: Int64?
    public package(set) var shippedAt: Timestamp?
    /// The customers' voices behind it; nothing while nobody has looked.
    public package(set) var evidence: Evidence?

    public enum Urgency: Int, Sendable, Hashable, CaseIterable, Codable {
        case low = 0
        case normal = 1
        case high = 2
    }

    /// Somebody who wants it: of which store and city, as it was then.
    public struct Backer: Sendable, Hashable {
        /// By the directory's identifier.
        public var person: String
        /// By the directory's identifier; nothing for who is of no store.
        public var dealer: String?
        /// The city's short name.
        public var city: String?
        /// The region of a manager.
        public var region: String?
        public var at: Timestamp

        public init(person: String, dealer: String?, city: String?, region: String?, at: Timestamp) {
            (self.person, self.dealer, self.city, self.region) = (person, dealer, city, region)
            self.at = at
        }

        package init(_ person: Person, at now: Timestamp) {
            self.init(
                person: person.id, dealer: person.dealer?.id, city: person.dealer?.city.name,
                region: person.region?.name, at: now)
        }
    }

    public struct Decision: Sendable, Hashable {
        public var by: String
        public var at: Timestamp

        public init(by: String, at: Timestamp) { (self.by, self.at) = (by, at) }
    }

    /// How many stand behind a suggestion, those of the ones merged into it included.
    public struct Weight: Sendable, Hashable {
        public var dealers: Int
        public var cities: Int

        public init(dealers: Int, cities: Int) { (self.dealers, self.cities) = (dealers, cities) }
    }

    package init(
        number: Int64, _ words: String, aspect: Aspect? = nil, series: String? = nil,
        urgency: Urgency = .normal, filer: Backer
    ) {
        self.number = number
        self.words = words
        self.aspect = aspect
        self.series = series
        self.urgency = urgency
        self.filer = filer
        filedAt = filer.at
    }

    /// #57.
    public var name: String { "#\(number)" }

    /// The beginning of its words, in one line.
    public var title: String { Excerpt.of(words, around: nil, limit: Suggestion.longestTitle) }

    private static let longestTitle = 20

    /// Everybody who wants it, whoever filed it first.
    public var backers: [Backer] { [filer] + supporters }

    /// Whether it should have been done by now.
    public func isOverdue(on today: Day) -> Bool {
        mergedInto == nil && state.isPending && due.map { $0 < today } ?? false
    }
}
