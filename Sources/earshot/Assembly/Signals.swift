import Glibc

/// What the operator tells the running service.
enum Signal: Sendable {
    /// SIGHUP: read the files again.
    case reload
    /// SIGTERM or SIGINT: end gracefully.
    case stop
}

/// Turns the process's signals into a sequence.
///
/// A handler may do next to nothing (signal-safety(7)), so it writes one byte into a pipe that a thread reads.
enum Signals {
    static func watch() -> AsyncStream<Signal> {
        AsyncStream { continuation in
            var ends: [Int32] = [0, 0]
            guard pipe(&ends) == 0 else {
                preconditionFailure("no pipe for signals: errno \(errno)")
            }
            signalPipe = ends[1]
            for number in [SIGHUP, SIGTERM, SIGINT] { signal(number, forwardSignal) }
            let reading = ends[0]
            let isStarted = startThread {
                var byte: UInt8 = 0
                while true {
                    let count = read(reading, &byte, 1)
                    if count < 0, errno == EINTR { continue }
                    guard count == 1 else { break }
                    continuation.yield(Int32(byte) == SIGHUP ? .reload : .stop)
                }
                continuation.finish()
            }
            precondition(isStarted, "no thread for signals")
        }
    }
}

// Written once before the handlers that read it are set, and an Int32 is read whole by a handler.
private nonisolated(unsafe) var signalPipe: Int32 = -1

private func forwardSignal(_ number: Int32) {
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(signalPipe, &byte, 1)
}
