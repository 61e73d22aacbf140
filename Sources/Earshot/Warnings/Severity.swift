/// How bad a warning is. The numbers are stored.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth a look.
    case notice = 1
    /// Many times what is usual.
    case serious = 2
    /// So many that it concerns the brand, or a danger to life.
    case severe = 3

    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    /// Of complaints that are more than there should be.
    ///
    /// A manager means many people by bad, not many times a small number: so both count.
    init(of figures: WarningFigures) {
        let times = Double(figures.observed) / max(0.5, figures.expected)
        let excess = Double(figures.observed) - figures.expected
        self =
            switch figures.returnPeriod {
            case 3650... where times >= 3 && excess >= 30: .severe
            case 365... where times >= 2 && excess >= 8: .serious
            default: .notice
            }
    }
}
