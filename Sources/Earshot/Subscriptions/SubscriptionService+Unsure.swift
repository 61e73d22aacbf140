extension SubscriptionService {
    /// Asks whether something is wished, where the message said more than that.
    ///
    /// - Returns: nothing where it left no doubt.
    func unsure(_ question: Question, _ offers: [Proposal]) -> Answer? {
        guard question.request.slots.isConfirmed == false else { return nil }
        var answer = Answer(.subscriptionUnsure, [:], offers: offers + [SubscriptionService.list])
        // What is said next is no part of what was doubted.
        answer.remembered = SubscriptionService.list.request
        return answer
    }

    /// The same of what would be subscribed to: a report at the time at which it would come then.
    func unsureAdding(_ kind: ReportTopic.Kind?, _ question: Question) async throws -> Answer? {
        guard question.request.slots.isConfirmed == false else { return nil }
        var request = question.request
        var name = Subscribed.exampleName.mapValues { _ in TextValue.flag(false) }
        let topic = kind?.rawValue ?? "alert"
        name["topic"] = .flags(Subscribed.topics.map { ($0, $0 == topic) })
        name["place"] = .optional(namedPlace(question))
        name["matter"] = ReportSubject(request.slots)?.words ?? false
        name["aspect"] = .optional(request.slots.aspect?.words)
        name["schedule"] = false
        if let kind {
            let own = try await office.desk.reportSubscriptions(
                of: question.person.id, regions: directory.regions
            ).filter { $0.topic.kind == kind }
            // That of the place that is named, else the only one.
            let topic = self.topic(kind, of: question)
            let known =
                own.first { $0.topic == topic }
                ?? (namedPlace(question) == nil && own.count == 1 ? own[0] : nil)
            let schedule = schedule(kind, request.slots, changing: known?.schedule)
            name["schedule"] = schedule.words
            (request.slots.schedule, request.slots.words) = (schedule.name, nil)
        }
        request.slots.isConfirmed = nil
        return unsure(question, [Proposal(Phrase.subscribeReportOffer.with(name), request)])
    }

    /// The place that a message names, as it is called.
    private func namedPlace(_ question: Question) -> String? {
        question.namedStore ?? question.request.slots.city ?? question.request.slots.region
    }

    /// The same of what would end.
    func unsureEnding(_ meant: [Subscribed], _ question: Question) -> Answer? {
        unsure(
            question,
            meant.prefix(SubscriptionService.mostOffered).map {
                Proposal(Phrase.unsubscribeOffer.with($0.name), $0.removal)
            })
    }

    /// The same of a pause.
    func unsurePausing(_ days: ClosedRange<Day>?, _ question: Question) -> Answer? {
        var request = question.request
        request.slots.isConfirmed = nil
        let until = days.map { Figures.days($0.upperBound...$0.upperBound, today: question.today) }
        let ahead = days.flatMap { days in
            days.lowerBound < days.upperBound
                ? Figures.days(days.lowerBound...(days.upperBound - 1), today: question.today) : nil
        }
        let name = Phrase.pauseOffer.with(["until": .optional(until), "ahead": .optional(ahead)])
        return unsure(question, [Proposal(name, request)])
    }
}
