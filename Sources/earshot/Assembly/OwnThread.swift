import Glibc

/// Starts a thread of its own for work that waits or takes long, which the cooperative threads must not do.
///
/// - Returns: false when the system gives no thread.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let start = Unmanaged.passRetained(ThreadBody(body))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, runThreadBody, start.toOpaque()) == 0 else {
        start.release()
        return false
    }
    pthread_detach(thread)
    return true
}

/// Waits for work that a thread of its own does.
///
/// - Throws: what the work throws, or `Failure` when the system gives no thread.
func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let isStarted = startThread { continuation.resume(with: Result { try work() }) }
        if !isStarted { continuation.resume(throwing: Failure("no thread can be started")) }
    }
}

private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) {
        self.run = run
    }
}

private func runThreadBody(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<ThreadBody>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}
