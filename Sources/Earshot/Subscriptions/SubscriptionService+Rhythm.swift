extension SubscriptionService {
    /// That a report does not come on such days (每周一给我日报): either may be meant, and both are offered.
    func otherRhythm(_ kind: ReportTopic.Kind, _ question: Question) -> Answer? {
        guard let said = question.request.slots.schedule.flatMap({ ReportSchedule(name: $0) }),
            said.kind != kind, [.daily, .weekly, .monthly].contains(kind)
        else { return nil }
        let usual = ReportSchedule(kind.usualSchedule.recurrence, at: said.time)
        var answer = Answer(
            .subscriptionOtherRhythm,
            [
                "daily": .flag(kind == .daily), "weekly": .flag(kind == .weekly),
                "monthly": .flag(kind == .monthly), "schedule": said.words,
            ], offers: [offer(said.kind, said, question), offer(kind, usual, question)])
        answer.remembered = SubscriptionService.list.request
        return answer
    }

    private func offer(
        _ kind: ReportTopic.Kind, _ schedule: ReportSchedule, _ question: Question
    ) -> Proposal {
        var request = question.request
        (request.slots.topic, request.slots.schedule) = (kind.rawValue, schedule.name)
        (request.slots.words, request.slots.isConfirmed) = (nil, nil)
        return Proposal(
            Phrase.subscribeReportOffer.with([
                "topic": .flags(Subscribed.topics.map { ($0, $0 == kind.rawValue) }),
                "place": false, "matter": ReportSubject(request.slots)?.words ?? false,
                "aspect": .optional(request.slots.aspect?.words), "praise": false,
                "schedule": schedule.words,
            ]), request)
    }
}
