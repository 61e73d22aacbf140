/// Which warnings a list is of: those that are not over, those that are, or those of some days.
struct WarningSelection {
    let ended: EndedWarnings?
    /// The days that were named, or the last ones in which those that are over have ended; nothing where now is meant.
    let days: ClosedRange<Day>?
    let calendar: LocalCalendar

    /// For how many days it is told of what is over.
    private static let daysOfEnded = 90

    init(_ slots: Slots, today: Day, calendar: LocalCalendar) {
        ended = slots.ended
        self.calendar = calendar
        let named = slots.period.map { period in
            let days = period.days(today: today)
            return period.goesOn ? min(days.lowerBound, today)...today : days
        }
        // What is open is open today.
        days =
            slots.period == .today && ended == nil
            ? nil : named ?? (ended == nil ? nil : (today - WarningSelection.daysOfEnded)...today)
    }

    /// From when on warnings are looked through; nothing where those that are open are enough.
    var from: Timestamp? { days.map { calendar.start(of: $0.lowerBound) } }

    /// Whether a warning is one of them, of those that were open at or after `from`.
    func holds(_ warning: Warning) -> Bool {
        // It is a part of another one.
        guard warning.end?.mergedInto == nil else { return false }
        guard let days, let from else { return warning.state.isActive }
        let until = calendar.start(of: days.upperBound + 1)
        guard let ended else {
            let wasOpen = warning.openedAt < until && warning.end.map { $0.at >= from } ?? true
            return wasOpen || days.overlaps(warning.since...max(warning.since, warning.lastAbnormal))
        }
        guard let end = warning.end, from <= end.at, end.at < until else { return false }
        return switch ended {
        case .all: true
        case .resolved: warning.state == .resolved
        case .dismissed: warning.state == .dismissed
        }
    }

    /// Of two the one that is told of first: what ended last, or is newest.
    func precedes(_ left: Warning, _ right: Warning) -> Bool {
        if ended != nil, let first = left.end?.at, let second = right.end?.at, first != second {
            return first > second
        }
        return left.number > right.number
    }
}
