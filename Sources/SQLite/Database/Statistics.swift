/// What a database has done since it was opened, and what waits for it.
public struct Statistics: Sendable, Equatable {
    /// Commits, each of one group of transactions.
    public var groups = 0
    /// Transactions committed.
    public var transactions = 0
    /// Transactions undone, because they threw or because their commit failed.
    public var undone = 0
    /// The most transactions one commit held.
    public var largestGroup = 0
    /// Transactions that wait for the writer now.
    public var waitingWrites = 0
    /// Reads done by `read`.
    public var reads = 0
    /// Reads that wait for a thread now.
    public var waitingReads = 0

    public init() {}
}
