import Earshot
import Glibc
import Store

/// Indexes the voices' words beside the service, on a thread of its own with a low priority.
final class BackgroundIndexing: Sendable {
    private let work: BackgroundWork

    init(
        of index: any VoiceIndex, log: IndexingLog,
        onThread start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Bool = startThread
    ) {
        work = BackgroundWork(onThread: start, onFailure: log.failed) { isStopped in
            try VoiceIndexing(
                index, isStopped: isStopped, rest: { BackgroundIndexing.rest($0, until: isStopped) },
                onEvent: log.advanced
            ).run()
        }
    }

    /// Has it index what is new; also tries again what could not be done.
    func wake() { work.wake() }

    /// Ends it after the batch at work, and waits for that.
    func stop() async { await work.stop() }

    /// In parts, so that a service that stops waits for none of it.
    private static func rest(_ duration: Duration, until isStopped: @Sendable () -> Bool) {
        let end = ContinuousClock.now + duration
        while !isStopped(), ContinuousClock.now < end { usleep(20_000) }
    }
}
