internal import Synchronization

/// A number that only grows: requests answered, voices accepted.
public final class Counter: Series {
    private let count = Atomic<UInt64>(0)

    init() {}

    /// What was counted since the start.
    public var value: UInt64 { count.load(ordering: .relaxed) }

    /// Counts one more, or as many as given.
    public func increment(by amount: UInt64 = 1) {
        count.wrappingAdd(amount, ordering: .relaxed)
    }

    public func samples() -> [Sample] { [Sample(value: Double(value))] }
}
