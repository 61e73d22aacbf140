/// What SQLite and a connection's running work tell each other: whether anyone still wants the work, and how long the
/// log has become.
///
/// Belongs to the one thread that uses the connection; only the cancellation is shared.
final class Watch {
    /// Whose work is running.
    var work: Work?
    /// Whether others' uncommitted work stands in the transaction. SQLite undoes the **whole** transaction
    /// when a writing statement is interrupted (https://www.sqlite.org/c3ref/interrupt.html), so such a
    /// statement runs to its end then, and the next one is refused.
    var sparesWrites = false
    var runningWrites = 0
    /// The length of the write-ahead log after this connection's latest commit, where that is watched.
    var logFrames = 0

    var isCancelled: Bool { work?.isCancelled ?? false }

    var mustInterrupt: Bool { isCancelled && !(sparesWrites && runningWrites > 0) }
}

/// SQLite calls it every few thousand steps of its virtual machine; anything but zero interrupts.
func progressed(_ context: UnsafeMutableRawPointer?) -> Int32 {
    guard let context else { return 0 }
    return Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue().mustInterrupt ? 1 : 0
}
