internal import Glibc

extension Database {
    /// Runs `body` in a transaction and returns when the transaction is on the disk.
    ///
    /// Transactions run one after the other, in the order in which they came; those that wait share one
    /// commit. When `body` throws, its changes are undone, and no other transaction's. A task that is
    /// cancelled while it waits is dropped; while it runs, it ends before its next statement (a long
    /// statement is interrupted where that harms no other transaction); once it has run it is committed.
    ///
    /// - Parameter body: runs once, on the writer's thread; must not begin or end a transaction itself.
    /// - Throws: what `body` throws, `CancellationError`, or the `SQLiteError` of the commit, which every
    ///   transaction of its group then gets.
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await run(body) { [writer] work in writer.submit(work) }
    }

    /// Runs `body` against one snapshot of the file, on a reader's thread.
    ///
    /// - Throws: what `body` throws, or `CancellationError` when the task is cancelled, which interrupts a
    ///   running query. Whatever writes throws `readOnly`.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        try await run(body) { [readers] work in readers.submit(work) }
    }

    /// As `read`, on the calling thread, which saves two changes of thread. Only for queries of well under a
    /// millisecond: it holds the thread and cannot be cancelled.
    public func readBlocking<Value>(_ body: (Connection) throws -> Value) throws -> Value {
        try readers.read(body)
    }

    /// As `write`, holding the calling thread; for programs without tasks and for bulk intake.
    public func writeBlocking<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) throws -> Value {
        let work = PendingWork(body)
        let answer = BlockingAnswer<Value>()
        if work.await({ answer.fill($0) }), !writer.submit(work) {
            work.finish(failure: SQLiteError.closed)
        }
        return try answer.wait().get()
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        submit: @Sendable (PendingWork<Value>) -> Bool
    ) async throws -> Value {
        let work = PendingWork(body)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if work.await({ continuation.resume(with: $0) }), !submit(work) {
                    work.finish(failure: SQLiteError.closed)
                }
            }
        } onCancel: {
            work.cancel()
        }
    }
}

/// A result that one thread waits for and another fills in.
// The semaphore orders the one writing of `result` before the one reading of it.
private final class BlockingAnswer<Value: Sendable>: @unchecked Sendable {
    private let filled = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
    private var result: Result<Value, any Error> = .failure(SQLiteError.closed)

    init() {
        sem_init(filled, 0, 0)
    }

    deinit {
        sem_destroy(filled)
        filled.deallocate()
    }

    func fill(_ result: Result<Value, any Error>) {
        self.result = result
        sem_post(filled)
    }

    func wait() -> Result<Value, any Error> {
        // A signal handler may end the waiting early.
        while sem_wait(filled) != 0 {}
        return result
    }
}
