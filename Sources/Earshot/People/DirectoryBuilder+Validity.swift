/// From when and until when somebody is of the directory.
extension DirectoryBuilder {
    mutating func validity(_ row: PersonRow) -> (from: Day?, until: Day?) {
        let from = day(row.validFrom, row, field: "valid_from")
        let until = day(row.validUntil, row, field: "valid_until")
        if let from, let until, until < from {
            report(
                .malformed, row.place, "valid_until", "\(until) is before valid_from, \(from)",
                hint: "the last day on which the person may see anything")
        }
        return (from, until)
    }

    private mutating func day(_ text: String, _ row: PersonRow, field: String) -> Day? {
        guard !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            report(.malformed, row.place, field, "\"\(text)\" is no day", hint: "2026-10-01, or nothing")
            return nil
        }
        return day
    }
}

extension PersonRow {
    /// Whether there is a day on which both rows hold. A day that cannot be read limits nothing: it has its problem already.
    func isAtATime(of other: PersonRow) -> Bool {
        func begins(_ row: PersonRow, before end: PersonRow) -> Bool {
            guard let first = Day(row.validFrom), let last = Day(end.validUntil) else { return true }
            return first <= last
        }
        return begins(self, before: other) && begins(other, before: self)
    }
}
