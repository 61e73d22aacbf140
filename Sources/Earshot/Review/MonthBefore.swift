extension ClosedRange<Day> {
    /// The month before, of days that are a whole month; nothing of any others.
    var monthBefore: ClosedRange<Day>? {
        let first = lowerBound.startOfMonth
        guard lowerBound == first, upperBound == (first + 31).startOfMonth - 1 else { return nil }
        return (first - 1).startOfMonth...(first - 1)
    }
}
