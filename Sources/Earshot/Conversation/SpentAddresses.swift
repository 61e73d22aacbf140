/// Which addresses for later answers were used, of those that take one answer.
public protocol SpentAddresses: Sendable {
    /// Makes durable that an answer goes to an address, before it goes: whoever ends the program in between does not
    /// make it two.
    ///
    /// - Returns: whether it may go. False when one went there, or may have, within the last day.
    func spend(_ url: String, at now: Timestamp) async throws -> Bool

    /// Takes it back, because the answer surely did not arrive.
    func restore(_ url: String) async throws
}
