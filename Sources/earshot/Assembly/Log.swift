import Earshot
import Glibc
import Synchronization

/// Structured logs: one JSON object a line on standard error, a constant message and dotted fields.
///
/// No personal data and no text of a message is ever a field.
struct Log: Sendable {
    enum Level: String, Sendable {
        case info, warning, error
    }

    private static let lock = Mutex(())

    /// - Parameter message: constant, so that lines can be counted and searched.
    static func write(_ level: Level, _ message: StaticString, _ fields: [(StaticString, String)] = []) {
        var line = JSONLine()
        line.add("time", time())
        line.add("level", level.rawValue)
        line.add("message", "\(message)")
        for (name, value) in fields { line.add(name, value) }
        let bytes = line.finished + [0x0A]
        lock.withLock { _ in Terminal.write(bytes, to: STDERR_FILENO) }
    }

    /// RFC 3339 in UTC with milliseconds.
    private static func time() -> String {
        let now = SystemClock().now.milliseconds
        var seconds = time_t(now / 1000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ number: Int32, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return
            "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))T"
            + "\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
            + ".\(padded(Int32(now % 1000), 3))Z"
    }
}
