extension Person {
    /// A deadline of what the person is sent: it reaches nobody whose time is over.
    func deadline(_ deadline: Timestamp, _ calendar: LocalCalendar) -> Timestamp {
        guard let validUntil else { return deadline }
        return min(deadline, calendar.start(of: validUntil + 1))
    }
}
