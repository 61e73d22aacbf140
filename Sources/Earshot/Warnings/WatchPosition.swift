/// How far the watch has come.
public struct WatchPosition: Sendable, Hashable {
    /// The last whole day of which everybody was told that it was ordinary or not; nothing before the first.
    public var watchedThrough: Day?
    /// The day of the last look, whether or not anything was known of it; nothing before the first.
    public var lookedOn: Day?
    /// The number of the last voice that was looked at for dangers; nothing before the first look.
    public var arrivedThrough: Int64?

    public init(watchedThrough: Day? = nil, lookedOn: Day? = nil, arrivedThrough: Int64? = nil) {
        (self.watchedThrough, self.lookedOn, self.arrivedThrough) = (watchedThrough, lookedOn, arrivedThrough)
    }

    /// Goes on to where another one has come, which says nothing of what has not changed.
    mutating func advance(to other: WatchPosition) {
        watchedThrough = other.watchedThrough ?? watchedThrough
        lookedOn = other.lookedOn ?? lookedOn
        arrivedThrough = other.arrivedThrough ?? arrivedThrough
    }
}
