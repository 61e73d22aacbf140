import Earshot

/// How backups are called: `earshot-2026-11-27-083000`, by the settings' time zone, so that they sort by their time.
struct BackupName {
    static let prefix = "earshot-"
    /// What is being made, or was cut off.
    static let unfinished = ".unfinished"

    let text: String
    /// The time alone.
    var moment: Substring { text.dropFirst(BackupName.prefix.count) }

    init(at now: Timestamp, _ calendar: LocalCalendar) {
        let clock = calendar.text(of: now)
        let seconds = now.milliseconds / 1000 % 60
        let digits = clock.suffix(5).filter { $0 != ":" }
        text = "\(BackupName.prefix)\(clock.prefix(10))-\(digits)\(seconds < 10 ? "0" : "")\(seconds)"
    }

    /// Nothing for what is no backup's name.
    init?(_ name: String) {
        let shape = name.map { $0.isASCII && $0.isNumber ? "0" : $0 }
        guard String(shape) == "\(BackupName.prefix)0000-00-00-000000" else { return nil }
        text = name
    }
}
