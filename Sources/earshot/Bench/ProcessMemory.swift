/// Resident memory of a process as Linux counts it (proc(5)), in MB.
struct ProcessMemory {
    var now: Double
    /// At most so far.
    var peak: Double

    /// Nothing for a process that has ended.
    ///
    /// - Parameter process: its number, or "self".
    init?(of process: String) {
        let lines = ServedProcess.text(of: "/proc/\(process)/status").split(separator: "\n")
        func megabytes(_ field: String) -> Double? {
            lines.first { $0.hasPrefix(field) }?.split { $0 == " " || $0 == "\t" }.dropFirst().first
                .flatMap { Double($0) }.map { $0 * 1024 / 1e6 }
        }
        guard let now = megabytes("VmRSS:"), let peak = megabytes("VmHWM:") else { return nil }
        (self.now, self.peak) = (now, peak)
    }
}
