import EarshotTesting
import PlatformStandIns
import Synchronization

/// Decides what the platforms do wrong and when the program that writes to them is killed.
///
/// The choices come from a seed; which delivery they fall on depends on the order in which the requests arrive.
final class Mayhem: Sendable {
    /// What happens to a request.
    enum Event: String, Sendable, CaseIterable {
        case sound, brokenOff, gateway, busy, nonsense, stalled, tooFast, tokenEnded
    }

    /// A platform by the words in which it refuses.
    struct Dialect: Sendable {
        let busy: String
        let tooFast: String
        let tokenEnded: String
        /// Whether the whole channel then waits so long that nothing is left but to kill the program.
        let endsRound: Bool
    }

    /// When the program is killed, seen from the request that is the last one.
    private enum Instant: CaseIterable {
        case before, afterActing, meanwhile
    }

    private struct State {
        var random: SeededRandom
        var counts: [Event: Int] = [:]
        var left = Int.max
        var instant = Instant.meanwhile
        var kill: (@Sendable () -> Void)?
        var stalled: [Gate] = []
    }

    private let state: Mutex<State>

    init(seed: UInt64) {
        state = Mutex(State(random: SeededRandom(seed: seed)))
    }

    /// How often each thing happened.
    var counts: [Event: Int] { state.withLock { $0.counts } }

    /// A number from the same seed.
    func number(in range: ClosedRange<Int>) -> Int {
        state.withLock { .random(in: range, using: &$0.random) }
    }

    /// Kills at a request, counted from now, 0 being the next one.
    func arm(after requests: Int, kill: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.left = requests
            state.instant = Instant.allCases.randomElement(using: &state.random) ?? .meanwhile
            state.kill = kill
        }
    }

    /// Kills no more, and lets go what was stalled.
    func disarm() {
        let stalled = state.withLock { state in
            defer { state.stalled = [] }
            state.kill = nil
            state.left = .max
            return state.stalled
        }
        for gate in stalled { gate.open() }
    }

    /// What is done wrong with a request that would show a message.
    func fault(in dialect: Dialect) -> StandInFault? {
        let (event, instant, kill, gate) = state.withLock { state in
            let event = Mayhem.event(&state.random)
            state.counts[event, default: 0] += 1
            if event == .tooFast, dialect.endsRound { state.left = 0 }
            let isLast = state.left == 0
            if state.left != .max, state.left >= 0 { state.left -= 1 }
            let gate = event == .stalled ? Gate() : nil
            if let gate { state.stalled.append(gate) }
            return (event, state.instant, isLast ? state.kill : nil, gate)
        }
        if let kill {
            switch instant {
            case .before: kill()
            // Acts on it, and the answer finds nobody.
            case .afterActing: return .late(until: { kill() })
            case .meanwhile: Task.detached { kill() }
            }
        }
        switch event {
        case .sound: return nil
        case .brokenOff: return .cutShort
        case .gateway: return .page(status: 502)
        case .busy: return .code(dialect.busy)
        case .tooFast: return .code(dialect.tooFast)
        case .tokenEnded: return .code(dialect.tokenEnded)
        case .nonsense:
            let words = state.withLock { Mayhem.nonsense.randomElement(using: &$0.random) }
            return .answer(StandInAnswer(words ?? ""))
        case .stalled: return .late(until: { await gate?.pass() })
        }
    }

    /// Answers of HTTP status 200 that say nothing.
    private static let nonsense = ["", "[]", "null", "ok", "<html></html>", #"{"errcode":"#, "\u{0}"]

    private static func event(_ random: inout SeededRandom) -> Event {
        switch Int.random(in: 0..<1000, using: &random) {
        case ..<50: .brokenOff
        case ..<90: .gateway
        case ..<130: .busy
        case ..<160: .nonsense
        case ..<166: .stalled
        case ..<171: .tooFast
        case ..<176: .tokenEnded
        default: .sound
        }
    }
}
