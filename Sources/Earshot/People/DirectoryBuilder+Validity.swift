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
