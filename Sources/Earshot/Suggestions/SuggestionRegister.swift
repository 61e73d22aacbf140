/// A suggestion that is filed, to be made durable together with the answer.
public struct SuggestionFiling: Sendable {
    /// Its number must be the next one that is free; else somebody was first.
    public var suggestion: Suggestion
    /// The same words of the same person are one suggestion for so long.
    package static let repeated = Duration.seconds(86_400)

    /// The messages whose attachments belong to it.
    public var messages: [MessageKey]

    public init(_ suggestion: Suggestion, messages: [MessageKey] = []) {
        self.suggestion = suggestion
        self.messages = messages
    }
}

/// What a person does to a suggestion, to be made durable together with the answer.
public struct SuggestionChange: Sendable {
    /// As it is afterwards.
    public var suggestion: Suggestion
    /// The version that it must still have.
    public var before: Int
    public var step: SuggestionStep

    public init(_ suggestion: Suggestion, before: Int, _ step: SuggestionStep) {
        self.suggestion = suggestion
        self.before = before
        self.step = step
    }
}

/// Which suggestions are looked for.
public struct SuggestionFilter: Sendable, Hashable {
    public var state: SuggestionState?
    /// Of people of these cities; nothing for all there are.
    public var cities: Set<String>?
    public var region: String?
    /// With everything below it.
    public var aspect: Aspect?
    /// Filed at or after this moment.
    public var since: Timestamp?
    /// Filed before this moment.
    public var until: Timestamp?
    /// Filed, decided on or shipped in this time.
    public var happened: Range<Timestamp>?
    public var filer: String?
    /// Who is to deal with them, as it was written.
    public var department: String?
    /// Due before this day and not done.
    public var overdueOn: Day?
    /// As it was written, to the letter.
    public var words: String?
    /// Also those that became a part of others.
    public var includesParts = false
    /// Also those that were taken back.
    public var includesWithdrawn = false

    public init() {}
}

/// What people look up about suggestions.
public protocol SuggestionDesk: Sendable {
    /// A number for the next one, which nobody else is given.
    func nextSuggestion() async throws -> Int64

    /// The suggestion of a number, as far as the reach goes; nothing where there is none within it.
    func suggestion(_ number: Int64, within reach: SuggestionReach) async throws -> Suggestion?

    /// The newest first.
    func suggestions(
        _ filter: SuggestionFilter, within reach: SuggestionReach, offset: Int, limit: Int
    ) async throws -> [Suggestion]

    func count(_ filter: SuggestionFilter, within reach: SuggestionReach) async throws -> Int

    /// Those that a person filed or supports, the newest first.
    func suggestions(wantedBy person: String, limit: Int) async throws -> [Suggestion]

    /// How many stand behind it.
    ///
    /// - Parameter backer: somebody who joins it, and counts too; nobody twice.
    func weight(of suggestion: Int64, joinedBy backer: Suggestion.Backer?) async throws -> Suggestion.Weight

    /// What happened to it, in order.
    func history(of suggestion: Int64) async throws -> [SuggestionStep]

    /// The last that happened to it but that somebody supports it, in order.
    func course(of suggestion: Int64, limit: Int) async throws -> [SuggestionStep]

    /// How many attachments of it are kept.
    func attachments(of suggestion: Int64) async throws -> Int

    /// Whether a message that brought something to it has nothing left of it: its time was over, or it was removed.
    func hasLostAttachments(_ suggestion: Int64) async throws -> Bool
}

extension SuggestionDesk {
    /// How many stand behind it.
    public func weight(of suggestion: Int64) async throws -> Suggestion.Weight {
        try await weight(of: suggestion, joinedBy: nil)
    }

    /// The one that a suggestion has become a part of, at any remove; itself where it is no part.
    func root(of suggestion: Suggestion) async throws -> Suggestion? {
        var root = suggestion
        while let number = root.mergedInto {
            guard let whole = try await self.suggestion(number, within: .all) else { return nil }
            root = whole
        }
        return root
    }
}
