/// Which addresses for later answers were used, of those that take one answer.
public protocol SpentAddresses: Sendable {
    /// Makes durable that an answer goes to an address, before it goes. Whoever ends the program in between leaves open
    /// whether it went.
    ///
    /// - Returns: whether it may go. False when one went there, or may have, within the last day.
    func spend(_ url: String, at now: Timestamp) async throws -> Bool

    /// Takes it back, because the answer is posted later.
    func restore(_ url: String) async throws
}
