import Earshot
import Glibc
import Synchronization

/// Reads stored voices again beside the service, on a thread of its own with a low priority: where an answer or an intake
/// wants the processor, it has nine tenths of it, and the pass still comes to its end.
final class BackgroundRereading: Sendable {
    private struct State: Sendable {
        var isRunning = false
        var isWanted = false
        var isStopped = false
        var hasFailed = false
        var ends: [CheckedContinuation<Void, Never>] = []

        /// There is no thread any more.
        ///
        /// - Returns: those who wait for that.
        mutating func end() -> [CheckedContinuation<Void, Never>] {
            isRunning = false
            defer { ends = [] }
            return ends
        }
    }

    private let archive: any VoiceArchive
    private let comprehension: @Sendable () -> Comprehension
    private let clock: any Earshot.Clock
    private let log: RereadingLog
    private let start: @Sendable (@escaping @Sendable () -> Void) -> Bool
    private let state = Mutex(State())

    /// - Parameters:
    ///   - comprehension: the one in force.
    ///   - start: starts a thread; false when there is none.
    init(
        of archive: any VoiceArchive, by comprehension: @escaping @Sendable () -> Comprehension,
        clock: any Earshot.Clock, log: RereadingLog,
        onThread start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Bool = startThread
    ) {
        self.archive = archive
        self.comprehension = comprehension
        self.clock = clock
        self.log = log
        self.start = start
    }

    /// Has it look whether the figures are of the reading in force, and read where they are not.
    func wake() {
        let begins = state.withLock { state in
            guard !state.isStopped else { return false }
            state.isWanted = true
            guard !state.isRunning else { return false }
            state.isRunning = true
            return true
        }
        guard begins, !start({ self.work() }) else { return }
        let ends = state.withLock { state in
            (state.isWanted, state.hasFailed) = (false, true)
            return state.end()
        }
        for end in ends { end.resume() }
        log.failed("no thread can be started")
    }

    /// Tries again what could not be done.
    func retry() {
        if state.withLock({ $0.hasFailed }) { wake() }
    }

    /// Ends it without the batch at work, and waits for that.
    func stop() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                state.isStopped = true
                if state.isRunning { state.ends.append(continuation) }
                return !state.isRunning
            }
            if isOver { continuation.resume() }
        }
    }

    private func work() {
        // Of this thread alone (setpriority(2), "Linux threads"); where it is refused it goes on at the usual one.
        _ = setpriority(Int32(PRIO_PROCESS.rawValue), 0, 10)
        let rereading = Rereading(
            of: archive, by: comprehension, clock: clock,
            isStopped: { self.state.withLock { $0.isStopped } }, onEvent: log.record)
        while isWantedStill() {
            do {
                _ = try rereading.run()
            } catch {
                fail("\(error)")
            }
        }
    }

    private func fail(_ reason: String) {
        state.withLock { $0.hasFailed = true }
        log.failed(reason)
    }

    /// Takes the next wish; false when there is none, and the thread ends.
    private func isWantedStill() -> Bool {
        let (goesOn, ends) = state.withLock { state in
            guard state.isWanted, !state.isStopped else {
                return (false, state.end())
            }
            (state.isWanted, state.hasFailed) = (false, false)
            return (true, [])
        }
        for end in ends { end.resume() }
        return goesOn
    }
}
