extension LocalCalendar {
    /// The moment at which the clock first shows a time on a day.
    ///
    /// A time that the clock leaves out when it is put forward comes later by as much as is left out; of one that it shows
    /// twice the first is meant.
    public func moment(_ time: TimeOfDay, on day: Day) -> Timestamp {
        let shown = Timestamp(seconds: Int64(day.number) * 86_400 + Int64(time.minutes) * 60)
        // No zone has moved its clock twice within two days.
        let before = offset(at: shown - .seconds(86_400))
        let after = offset(at: shown + .seconds(86_400))
        let candidates = [before, after].map { shown - .seconds($0) }.sorted()
        return candidates.first { $0 + .seconds(offset(at: $0)) == shown } ?? shown - .seconds(before)
    }
}
