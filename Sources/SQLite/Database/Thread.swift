internal import Glibc

/// Starts a thread of its own for work that waits for disks, which the cooperative threads must not do.
func startThread(_ body: @escaping @Sendable () -> Void) throws(SQLiteError) {
    let start = Unmanaged.passRetained(ThreadStart(body))
    var thread = pthread_t()
    let result = pthread_create(&thread, nil, threadMain, start.toOpaque())
    guard result == 0 else {
        start.release()
        throw SQLiteError(.error, "no thread can be started: \(String(cString: strerror(result)))")
    }
    pthread_detach(thread)
}

private final class ThreadStart: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }
}

private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().body()
    return nil
}
