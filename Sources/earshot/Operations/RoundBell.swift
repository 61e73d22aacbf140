/// Has rounds made at once, whenever somebody wakes them, and else after a pause.
final class RoundBell: Sendable {
    private let pause: Duration
    private let bell: AsyncStream<Void>
    private let ring: AsyncStream<Void>.Continuation

    /// - Parameter pause: between two rounds where nobody wakes them.
    init(pause: Duration) {
        self.pause = pause
        (bell, ring) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Has a round made at once, or another one where one is being made.
    func wake() { ring.yield() }

    /// Makes rounds until the task is cancelled; what one throws is logged as the fault.
    func run(fault: StaticString, _ round: () async throws -> Void) async {
        let (ring, pause) = (ring, pause)
        ring.yield()
        let timer = Task(priority: .background) {
            while !Task.isCancelled {
                // Cancelled when the service stops, which ends the waiting.
                try? await Task.sleep(for: pause)
                ring.yield()
            }
        }
        defer { timer.cancel() }
        for await _ in bell {
            do {
                try await round()
            } catch is CancellationError {
                return
            } catch {
                Log.write(.error, fault, [("fault.error", "\(error)")])
            }
        }
    }
}
