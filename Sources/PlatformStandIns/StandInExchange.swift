public import Earshot

/// A request and what was answered, both as they were.
public struct StandInExchange: Sendable {
    /// How many came before it.
    public let number: Int
    public let at: Timestamp
    public let request: StandInRequest
    public let answer: StandInAnswer
}
