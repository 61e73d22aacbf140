/// Makes reports for people: what is shared once, and what is each person's beside it.
public struct ReportOffice: Sendable {
    let desk: any ReportDesk
    let composer: ReportComposer
    let newsroom: ReportNewsroom
    let directory: any PeopleDirectory
    let calendar: LocalCalendar
    let workdays: WorkCalendar
    /// Of those who have said none of their own.
    let quietHours: QuietHours
    /// What tells which answers people called bad; without it nobody can subscribe to that.
    let answers: FailedAnswers?
    public let words: ReportWords

    public init(
        desk: any ReportDesk, composer: ReportComposer, newsroom: ReportNewsroom,
        directory: any PeopleDirectory, calendar: LocalCalendar, workdays: WorkCalendar,
        quietHours: QuietHours, words: ReportWords, answers: FailedAnswers? = nil
    ) {
        (self.desk, self.composer, self.newsroom, self.directory) = (desk, composer, newsroom, directory)
        (self.calendar, self.workdays, self.quietHours) = (calendar, workdays, quietHours)
        (self.words, self.answers) = (words, answers)
    }

    var plan: ReportPlan { ReportPlan(calendar: calendar, workdays: workdays) }

    /// What is composed for all who read it in the same way: as it was kept on this day, or anew.
    func report(
        _ order: ReportComposer.Order, for person: Person, at now: Timestamp
    ) async throws -> Report {
        if let kept = try await desk.report(key: composer.key(of: order, at: now)) { return kept }
        return try await composer.compose(order, for: person, at: now)
    }

    /// A person's report of days that are over, as asked for or to show what would come.
    func issue(
        _ topic: ReportTopic, of focus: ReportFocus, during days: ClosedRange<Day>, for person: Person,
        since last: ReportIssue? = nil, inGroup: Bool = false, hidesStores: Bool = false, at now: Timestamp
    ) async throws -> ReportIssue {
        let order = ReportComposer.Order(focus, topic, days, for: person, hidesStores: hidesStores)
        var report = try await report(order, for: person, at: now)
        if !hidesStores, let own = try composer.order(order, hiding: report, from: person) {
            report = try await self.report(own, for: person, at: now)
        }
        // Of days long over it tells what was known when their report was due.
        let due = calendar.start(of: days.upperBound + 2) + .milliseconds(-1)
        var news = try await newsroom.news(
            for: person, of: topic, report,
            among: try await newsroom.warnings(since: calendar.start(of: days.lowerBound)),
            hidesStores: hidesStores, since: last, at: topic.kind == .review ? now : min(now, due))
        // They are the person's, and a whole group reads it.
        if inGroup { (news.suggestions, news.sections) = ([], []) }
        return ReportIssue(
            subscription: nil, person: person.id, kind: topic.kind, day: calendar.day(of: now),
            isLate: false, report: report, news: news, at: now)
    }
}
