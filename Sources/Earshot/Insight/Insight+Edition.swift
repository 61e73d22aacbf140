extension Insight {
    /// How many days answers say that the figures were counted anew.
    private static let daysTold = 3

    /// From which edition of the reading the figures come, for a text: its number, and the day and time since when.
    public func basis(today: Day) async throws -> [String: TextValue] {
        let edition = try await figures.edition()
        return [
            "edition": .optional(edition.map { "\($0.number)" }),
            "since": .optional(edition?.since.map { calendar.text(of: $0) }),
        ]
    }

    /// The same while people remember figures of the edition before: nothing for the first edition, and later on.
    func recounted(_ edition: FiguresEdition?, today: Day) -> (number: Int, day: String)? {
        guard let edition, let since = edition.since, edition.number > 1 else { return nil }
        let day = calendar.day(of: since)
        guard (0..<Insight.daysTold).contains(day.distance(to: today)) else { return nil }
        return (edition.number, day.slashed)
    }
}
