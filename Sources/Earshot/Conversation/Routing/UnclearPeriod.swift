/// Why words that read like a time give none.
public enum UnclearPeriod: Hashable, Sendable {
    /// There is no such day, or no such stretch of days: 2月30日, 近0天, 昨天到前天.
    case impossible
    /// A time that is not known by its name: 国庆.
    case unknown
}
