import Glibc

/// A bar on standard error for long work; when no person watches, silent or a line now and then.
struct Progress {
    private let label: String
    private let total: Int
    private let isShown = Terminal.isWatched
    private var shown = -1
    private let start = ContinuousClock.now
    private var pace: ProgressPace?

    /// - Parameters:
    ///   - total: what `update` counts up to; 0 when unknown.
    ///   - isLogged: whether a line now and then tells a log how far it is.
    init(_ label: String, total: Int, isLogged: Bool = false) {
        self.label = label
        self.total = total
        pace = isLogged ? ProgressPace(from: start) : nil
    }

    /// - Parameter detail: what has been achieved, for example `12,000 voices`.
    mutating func update(_ done: Int, detail: @autoclosure () -> String) {
        guard isShown else {
            guard pace?.isDue(at: .now) == true else { return }
            let share = total > 0 ? " \(min(100, done * 100 / total))%" : ""
            Terminal.say("\(label)\(share)  \(detail())")
            return
        }
        let step = total > 0 ? min(200, done * 200 / total) : done >> 20
        guard step != shown else { return }
        shown = step
        let filled = step / 10
        let bar =
            total > 0
            ? "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
                + "] \(step / 2)%" : "…"
        Terminal.write("\r\u{1B}[K\(label) \(bar)  \(detail())", to: STDERR_FILENO)
    }

    /// Ends the bar's line.
    func end() {
        if isShown, shown >= 0 { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    /// Seconds since the work began.
    var seconds: Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
