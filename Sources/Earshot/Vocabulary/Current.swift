import Synchronization

/// A value that is read often and replaced as a whole, such as what was made of the configuration.
public final class Current<Value: Sendable>: Sendable {
    private let held: Mutex<Value>

    public init(_ value: Value) {
        held = Mutex(value)
    }

    /// Take it once for each message, so that one message sees one value.
    public var now: Value { held.withLock { $0 } }

    /// Makes a new value and puts it in the old one's place; when that fails the old one stays.
    ///
    /// - Throws: what `make` throws.
    public func replace<Failure: Error>(_ make: () throws(Failure) -> Value) throws(Failure) {
        let value = try make()
        held.withLock { $0 = value }
    }
}
