/// Which entries are looked for.
public struct KnowledgeFilter: Sendable, Hashable {
    /// Whether those that are no more in use are among them.
    public var includesRetired = false
    /// Only those that may be given on a day.
    public var validOn: Day?

    public init(includesRetired: Bool = false, validOn: Day? = nil) {
        (self.includesRetired, self.validOn) = (includesRetired, validOn)
    }
}

/// A question that nothing was known to, as often as it was asked.
public struct UnansweredQuestion: Sendable, Hashable {
    /// As it was last written, without personal data.
    public var text: String
    public var count: Int

    public init(_ text: String, count: Int) {
        (self.text, self.count) = (text, count)
    }

    /// The longest that is kept, in characters.
    static let longest = 100

    /// What two ways to write one question have in common: its letters and digits.
    package static func key(of text: String) -> String { KnowledgeEntry.key(of: text) }
}

/// Where entries are kept.
public protocol KnowledgeDesk: Sendable {
    /// A number for the next one, which nobody else is given.
    func nextEntry() async throws -> Int64

    /// Goes up with every change of any entry.
    func knowledgeEdition() async throws -> Int64

    /// The entry of a number, as far as the reach goes; nothing where there is none within it.
    func entry(_ number: Int64, within reach: KnowledgeReach) async throws -> KnowledgeEntry?

    /// The entry in use that answers the same question in the same place.
    func entry(asking key: String, in place: Territory) async throws -> KnowledgeEntry?

    /// Whether an entry that answers a question in a place was filed from a moment on, in use or retired since.
    func wasFiled(_ key: String, in place: Territory, since moment: Timestamp) async throws -> Bool

    /// The newest number first.
    func entries(
        _ filter: KnowledgeFilter, within reach: KnowledgeReach, offset: Int, limit: Int
    ) async throws -> [KnowledgeEntry]

    func count(_ filter: KnowledgeFilter, within reach: KnowledgeReach) async throws -> Int

    /// What was made of an entry, in order.
    func revisions(of entry: Int64) async throws -> [KnowledgeChange]

    /// The questions without an answer since a day, the most frequent first.
    func unanswered(since day: Day, offset: Int, limit: Int) async throws -> [UnansweredQuestion]

    /// The questions without an answer on some days, the most frequent first.
    func unanswered(during days: ClosedRange<Day>, limit: Int) async throws -> [UnansweredQuestion]

    func countUnanswered(since day: Day) async throws -> Int
}
