import Glibc

/// Runs blocking work on a thread of its own. The tasks of tests and handlers share as many threads as the
/// machine has cores; a test that blocked one could keep the handler it waits for from running.
func offPool<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        let job = Unmanaged.passRetained(Job { continuation.resume(returning: work()) })
        var thread = pthread_t()
        if pthread_create(&thread, nil, runJob, job.toOpaque()) == 0 {
            pthread_detach(thread)
        } else {
            job.takeRetainedValue().run()
        }
    }
}

private final class Job {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

private func runJob(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
