extension SubscriptionService {
    /// Ends what the message names; of several that it may mean the person chooses one.
    func remove(_ question: Question) async throws -> Answer {
        let own = try await all(of: question.person)
        let slots = question.request.slots
        let store = store(of: question)
        // What is said of a name that nobody knows is not taken for the own place.
        let strange =
            question.strangeNames.first ?? misplacedStore(question)
            ?? (store == nil ? question.namedStore : nil)
        guard strange == nil else { return listed(own, question, strange: strange) }
        let meant = own.filter { means($0, slots, store: store?.id) }
        guard !meant.isEmpty else { return listed(own, question, isMissing: !own.isEmpty) }
        if let unsure = unsureEnding(meant, question) { return unsure }
        guard meant.count == 1 || meansAll(slots) else {
            var all = question.request
            all.slots.isConfirmed = true
            all.slots.words = SubscriptionService.everything
            return Answer(
                .subscriptionWhichEnds, ["count": .count(meant.count)],
                offers: meant.prefix(SubscriptionService.mostOffered).map {
                    Proposal(Phrase.unsubscribeOffer.with($0.name), $0.removal)
                } + [Proposal(Phrase.unsubscribeAllOffer.with(), all)])
        }
        var answer = Answer(
            .subscriptionRemoved,
            [
                "ended": .series(meant.map(\.name)),
                "inCharge": .flag(isInCharge(question.person) && meant.contains { $0.topic == "alert" }),
            ])
        let warnings = meant.compactMap { if case .warnings(let ended) = $0 { ended } else { nil } }
        let reports = meant.compactMap { if case .report(let ended) = $0 { ended } else { nil } }
        if !warnings.isEmpty { answer.effects.append(.unsubscribe(warnings)) }
        if !reports.isEmpty { answer.effects.append(.unsubscribeFromReports(reports)) }
        return answer
    }

    /// What stands where all that was shown is meant.
    private static let everything = "all"
    static let mostOffered = 8

    /// 退订全部; a press of 全部退订 means what was shown then.
    private func meansAll(_ slots: Slots) -> Bool {
        slots.topic == "all" || slots.everything == true
            || slots.isConfirmed == true && slots.words == SubscriptionService.everything
    }

    private func means(_ subscribed: Subscribed, _ slots: Slots, store: String?) -> Bool {
        if let topic = slots.topic, topic != "all", topic != subscribed.topic { return false }
        let removal = subscribed.removal.slots
        // The city in a store's name (杭州西湖店) is none of its own.
        let namesPlace = store == nil && slots.namesPlace
        if namesPlace, (slots.city, slots.region) != (removal.city, removal.region) { return false }
        if namesPlace, slots.area != removal.area { return false }
        let subject = ReportSubject(slots)
        // Rivals are praised, and the own brand complained of: 好评 is a part of the name.
        if subscribed.topic == "alert", let polarity = slots.polarity {
            guard polarity == .positive || polarity == .negative,
                (polarity == .negative) == subscribed.subject.isOfOwnBrand
            else { return false }
        }
        // One that was chosen is that one and no other of the place.
        if slots.isConfirmed == true, slots.words == nil {
            return slots.aspect == subscribed.aspect && store == subscribed.store
                && (subject ?? .own) == subscribed.subject
        }
        if let store, store != subscribed.store { return false }
        if let subject, subject != subscribed.subject { return false }
        // An own brand without a series says nothing more.
        return slots.aspect == nil || slots.aspect == subscribed.aspect
    }
}
