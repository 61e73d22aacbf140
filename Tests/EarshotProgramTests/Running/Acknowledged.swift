import EarshotTesting
import Foundation
import Synchronization
import Testing

@testable import EarshotProgram

/// Which messages were answered, and a blow when there are so many.
final class Acknowledged: Sendable {
    private let state = Mutex<[String: String]>([:])
    private let limit: Int
    private let kill: @Sendable () -> Void

    init(killAt limit: Int = .max, _ kill: @escaping @Sendable () -> Void = {}) {
        self.limit = limit
        self.kill = kill
    }

    var answers: [String: String] { state.withLock { $0 } }

    func note(_ id: String, _ body: String) {
        let count = state.withLock { answers in
            answers[id] = body
            return answers.count
        }
        if count == limit { kill() }
    }
}

extension SampleSite {
    /// Serves again after the program was killed, and has everything sent once more: what was acknowledged before is answered
    /// as it was.
    ///
    /// - Parameter send: sends to a port, and notes the answers.
    /// - Returns: the answers of this time.
    func answersAgain(
        after before: [String: String],
        _ send: (
            _ port: UInt16, _ note: @escaping @Sendable (_ id: String, _ body: String) -> Void
        ) async -> Void
    ) async throws -> [String: String] {
        let (again, port) = try await serve()
        let after = Acknowledged()
        await send(port) { after.note($0, $1) }
        again.signal(SIGTERM)
        #expect(await again.end() == RunningProgram.End(status: 0, isSignal: false))
        let answers = after.answers
        for (id, body) in before { #expect(answers[id] == body, "\(id) got another answer") }
        return answers
    }
}
