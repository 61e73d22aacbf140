/// How long it is waited before a second reader or a writer of summaries is asked again. In trouble it is twice as long each
/// time, up to an hour, and no shorter than the server wants.
public struct SecondReadingPauses: Sendable {
    private var next = SecondReadingPauses.usual

    public init() {}

    /// Between two looks for new voices.
    public static let usual = Duration.seconds(60)
    /// Until a new day's budget is looked for.
    public static let untilBudget = Duration.seconds(600)
    /// However often it was in vain.
    public static let longest = Duration.seconds(3600)

    /// What is to be waited after a pass that ended so.
    public mutating func pause(after outcome: SecondReadings.Outcome) -> Duration {
        switch outcome {
        case .done, .otherEdition:
            next = SecondReadingPauses.usual
            return SecondReadingPauses.usual
        case .outOfBudget:
            next = SecondReadingPauses.usual
            return SecondReadingPauses.untilBudget
        case .unavailable(let trouble):
            defer { next = min(next * 2, SecondReadingPauses.longest) }
            return max(next, trouble.retryAfter ?? .zero)
        }
    }
}
