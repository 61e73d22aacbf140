import Glibc

/// A bar on standard error for long work; silent when no person watches.
struct Progress {
    private let label: String
    private let total: Int
    private let isShown = Terminal.isWatched
    private var shown = -1
    private let start = ContinuousClock.now

    /// - Parameter total: what `update` counts up to; 0 when unknown.
    init(_ label: String, total: Int) {
        self.label = label
        self.total = total
    }

    /// - Parameter detail: what has been achieved, for example `12,000 voices`.
    mutating func update(_ done: Int, detail: @autoclosure () -> String) {
        guard isShown else { return }
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
