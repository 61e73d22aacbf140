public import Earshot

/// What the words of the lexicon do in the newest voices, for a page that shows it.
public protocol LexiconDesk: Sendable {
    /// The use of the terms, counted a short while ago or now.
    func report() async throws -> LexiconReport

    /// What readers see for an aspect.
    func name(of aspect: Aspect) throws -> String
}

/// The use of the terms, and when it was counted.
public struct LexiconReport: Sendable {
    public let use: LexiconUse
    public let countedAt: Timestamp

    public init(use: LexiconUse, countedAt: Timestamp) {
        self.use = use
        self.countedAt = countedAt
    }
}
