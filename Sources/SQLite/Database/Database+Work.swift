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
        let slot = Slot<Value>()
        let work = Work { connection in slot.value = try body(connection) }
        let done = Semaphore()
        guard work.await(.thread(done)), writer.submit(work) else { throw SQLiteError.closed }
        done.wait()
        if let failure = work.finalFailure { throw failure }
        return try slot.take()
    }

    private func run<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value, submit: (Work) -> Bool
    ) async throws -> Value {
        let slot = Slot<Value>()
        let work = Work { connection in slot.value = try body(connection) }
        try await withTaskCancellationHandler {
            try await withUnsafeThrowingContinuation { continuation in
                if work.await(.task(continuation)), !submit(work) { work.refuse(SQLiteError.closed) }
            }
        } onCancel: {
            work.cancel()
        }
        return try slot.take()
    }
}

/// Where a closure leaves its value for the caller.
// Written by the thread that runs the work, read by the caller after it was told of the end.
private final class Slot<Value: Sendable>: @unchecked Sendable {
    var value: Value?

    func take() throws(SQLiteError) -> Value {
        guard let value else { throw SQLiteError(.misuse, "a finished transaction left no value") }
        return value
    }
}
