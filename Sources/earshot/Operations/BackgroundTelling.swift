import Earshot

/// Makes rounds in which people are told something: at once where somebody wakes it, else after a pause.
final class BackgroundTelling: Sendable {
    private let fault: StaticString
    private let round: @Sendable () async throws -> [Delivery]
    private let wakeCourier: @Sendable (String) -> Void
    private let bell: RoundBell

    /// - Parameters:
    ///   - fault: what the log says where a round fails.
    ///   - wake: says that there is something new for a channel.
    ///   - pause: between two rounds where nobody wakes it.
    ///   - round: gives what was enqueued.
    init(
        fault: StaticString, wake: @escaping @Sendable (String) -> Void, pause: Duration = .seconds(60),
        _ round: @escaping @Sendable () async throws -> [Delivery]
    ) {
        (self.fault, self.round, wakeCourier) = (fault, round, wake)
        bell = RoundBell(pause: pause)
    }

    /// Has a round made at once.
    func wake() { bell.wake() }

    /// Works until the task is cancelled.
    func run() async {
        await bell.run(fault: fault) {
            for channel in Set(try await round().map(\.channel)) { wakeCourier(channel) }
        }
    }
}
