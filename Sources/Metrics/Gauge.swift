internal import Synchronization

/// A whole number that goes up and down: connections open, messages waiting.
public final class Gauge: Series {
    private let level = Atomic<Int>(0)

    init() {}

    public var value: Int { level.load(ordering: .relaxed) }

    public func set(_ value: Int) {
        level.store(value, ordering: .relaxed)
    }

    /// Raises the level; a negative amount lowers it.
    public func add(_ amount: Int) {
        level.wrappingAdd(amount, ordering: .relaxed)
    }

    public func samples() -> [Sample] { [Sample(value: Double(value))] }
}
