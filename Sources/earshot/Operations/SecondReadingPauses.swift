import Earshot

/// How long it is waited before doubtful voices are looked for again. In trouble it is twice as long each time, up to an hour,
/// and no shorter than the server wants.
struct SecondReadingPauses {
    private var next = SecondReadingPauses.usual

    /// Between two looks for new voices.
    static let usual = Duration.seconds(60)
    /// Until a new day's budget is looked for.
    static let untilBudget = Duration.seconds(600)
    static let longest = Duration.seconds(3600)

    mutating func pause(after outcome: SecondReadings.Outcome) -> Duration {
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
