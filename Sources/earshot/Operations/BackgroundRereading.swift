import Earshot

/// Reads stored voices again beside the service.
final class BackgroundRereading: Sendable {
    private let work: BackgroundWork

    /// - Parameters:
    ///   - comprehension: the one in force.
    ///   - start: starts a thread; false when there is none.
    init(
        of archive: any VoiceArchive, by comprehension: @escaping @Sendable () -> Comprehension,
        clock: any Earshot.Clock, log: RereadingLog,
        onThread start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Bool = startThread
    ) {
        work = BackgroundWork(onThread: start, onFailure: log.failed) { isStopped in
            _ = try Rereading(
                of: archive, by: comprehension, clock: clock, isStopped: isStopped, onEvent: log.record
            ).run()
        }
    }

    /// Has it look whether the figures are of the reading in force, and read where they are not.
    func wake() { work.wake() }

    /// Tries again what could not be done.
    func retry() { work.retry() }

    /// Ends it without the batch at work, and waits for that.
    func stop() async { await work.stop() }
}
