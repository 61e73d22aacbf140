extension ReportOffice {
    /// Which answers people called bad on days that are over: of no place, and the same for everybody who may read it.
    ///
    /// - Parameter days: on both ends included.
    func answersIssue(during days: ClosedRange<Day>, for person: Person, at now: Timestamp) async throws
        -> ReportIssue
    {
        var news = ReportNews()
        news.sections = try await answers?.sections(during: days, words.texts) ?? []
        let today = calendar.day(of: now)
        let none = Tally(positive: 0, neutral: 0, negative: 0)
        return ReportIssue(
            subscription: nil, person: person.id, kind: .answers, day: today, isLate: false,
            // What it tells stands in the news; a report must have figures, and of this one there are none.
            report: Report(
                key: "answers|\(days.lowerBound)..\(days.upperBound)|\(today)", place: nil, aspect: nil,
                days: days, composedAt: now, edition: nil,
                figures: OverviewFigures(
                    now: none, before: none, nation: nil, praised: [], complained: [], stages: [],
                    compares: false, minimum: 0), quotes: []), news: news, at: now)
    }
}
