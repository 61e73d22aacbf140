import Synchronization

/// The matters of suggestions that were read of late, so that one that is filed is not compared by reading all others again.
public final class MatterMemory: Sendable {
    private let read: @Sendable (String) -> MatterLikeness
    private let known = Mutex<[String: MatterLikeness]>([:])

    /// So many are kept: twice as many as one that is filed is compared with.
    private static let most = 1_000

    /// - Parameter read: reads the matter of a text.
    public init(_ read: @escaping @Sendable (String) -> MatterLikeness) { self.read = read }

    /// The matter of a text, read once for as long as it is kept.
    public func matter(_ words: String) -> MatterLikeness {
        if let matter = known.withLock({ $0[words] }) { return matter }
        let matter = read(words)
        known.withLock { known in
            // All are read again once in so many, instead of an order of use.
            if known.count >= MatterMemory.most { known.removeAll() }
            known[words] = matter
        }
        return matter
    }
}
