extension SubscriptionService {
    /// Has somebody of a store asked every day what customers complained of most.
    func addAsking(_ question: Question) async throws -> Answer {
        guard question.person.role == .dealer, let dealer = question.person.dealer else {
            return Answer(.askingAdded, .object(SubscriptionService.askingValues()), isRefusal: true)
        }
        let (person, now) = (question.person, question.now)
        let topic = ReportTopic(.asking, of: .city(dealer.city))
        let known = try await office.desk.reportSubscriptions(of: person.id, regions: directory.regions)
            .first { $0.topic.kind == .asking }
        let schedule = schedule(.asking, question.request.slots, changing: known?.schedule)
        let wish = ReportSubscription(
            number: known?.number, person: person.id, topic: topic, schedule: schedule, since: now,
            pause: known?.pause)
        var values = SubscriptionService.askingValues()
        values["schedule"] = schedule.words
        values["known"] = .flag(known?.schedule == schedule)
        values.merge(try await next(wish, question)) { $1 }
        var answer = Answer(.askingAdded, .object(values), offers: [SubscriptionService.list])
        if known?.schedule != schedule { answer.effects = [.subscribeToReport(wish)] }
        return answer
    }

    private static func askingValues() -> [String: TextValue] {
        ["schedule": false, "next": false, "quietUntil": false, "known": false]
    }
}
