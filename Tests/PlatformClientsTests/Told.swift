import Synchronization

/// What a test was told, in order.
final class Told: Sendable {
    private let told = Mutex<[String]>([])

    func add(_ line: String) { told.withLock { $0.append(line) } }

    var lines: [String] { told.withLock { $0 } }
}
