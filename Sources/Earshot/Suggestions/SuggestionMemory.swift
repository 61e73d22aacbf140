import Synchronization

/// The suggestions that were read of late, so that one that is filed is not compared by reading all others again.
public final class SuggestionMemory: Sendable {
    private let read: @Sendable (String) -> ReadSuggestion
    private let known = Mutex<[String: ReadSuggestion]>([:])

    /// So many are kept: twice as many as one that is filed is compared with.
    private static let most = 1_000

    /// - Parameter read: reads the words of a suggestion.
    public init(_ read: @escaping @Sendable (String) -> ReadSuggestion) { self.read = read }

    /// What the words of a suggestion are compared by, read once for as long as it is kept.
    public func reading(_ words: String) -> ReadSuggestion {
        if let reading = known.withLock({ $0[words] }) { return reading }
        let reading = read(words)
        known.withLock { known in
            // All are read again once in so many, instead of an order of use.
            if known.count >= SuggestionMemory.most { known.removeAll() }
            known[words] = reading
        }
        return reading
    }
}
