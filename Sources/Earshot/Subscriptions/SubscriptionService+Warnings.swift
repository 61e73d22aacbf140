extension SubscriptionService {
    /// Subscribes to the warnings of a place or a store, or of a series or rivals there.
    func addWarnings(_ question: Question) async throws -> Answer {
        let subscription: WarningSubscription
        switch self.wish(of: question) {
        case .seen(let seen):
            subscription = WarningSubscription(person: question.person.id, seen, since: question.now)
        case .refused(let reason): return Answer(refusing: reason)
        }
        let own = try await all(of: question)
        let wish = subscription.wish
        var values = wish.name
        // Headquarters is in charge of what is of the whole nation, and may wish for every city's.
        let isInCharge =
            question.person.role == .manager
            && chain.members(of: .managers, of: wish.place).contains { $0.id == question.person.id }
        let known = own.contains {
            if case .warnings(let own) = $0 { own.wish == wish } else { false }
        }
        values["inCharge"] = .flag(isInCharge)
        values["known"] = .flag(known)
        values["full"] =
            !isInCharge && !known && own.count >= WarningSubscription.most
            ? .count(WarningSubscription.most) : false
        values["ofStore"] = .flag(wish.store != nil)
        values["dealer"] = .flag(question.person.role == .dealer)
        values["atOnce"] = .flag(rules.releasesAtOnce)
        values.merge(try await retrospect(wish, question)) { $1 }
        var answer = Answer(.subscriptionAdded, .object(values), offers: [SubscriptionService.list])
        if !isInCharge, !known, own.count < WarningSubscription.most {
            answer.effects = [.subscribe(subscription)]
        }
        return answer
    }

    /// What would have come of late.
    private func retrospect(
        _ wish: WarningWish, _ question: Question
    ) async throws -> [String: TextValue] {
        let scope = WarningScope(
            of: question.person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        let since = question.now - .seconds(SubscriptionService.daysShown * 86_400)
        let past = try await warnings.warnings(
            active: false, limit: WarningService.mostRead, regions: directory.regions
        ).filter { warning in
            warning.openedAt >= since && scope.sees(warning)
                && !(question.hidesStores && warning.isOfStore)
                && ([warning.subject] + warning.parts).contains(where: wish.covers)
        }
        // A danger is told of whatever aspect, series or store was wished for, and is none of it.
        let dangers = wish.isNarrow ? past.filter(\.subject.isDanger) : []
        let wished = wish.isNarrow ? past.filter { !$0.subject.isDanger } : past
        let last = wished.max { $0.openedAt < $1.openedAt }
        return [
            "dangers": dangers.isEmpty ? false : .count(dangers.count),
            "days": .count(SubscriptionService.daysShown), "count": .count(wished.count),
            "last": last.map { warning in
                .object(
                    WarningWords(
                        warning, directory, calendar: rules.calendar, at: question.now, for: scope
                    ).values)
            } ?? false,
        ]
    }

    /// What a message asks to be told of, within what the person may see.
    private func wish(of question: Question) -> Sight<WarningWish> {
        let slots = question.request.slots
        if let store = store(of: question) {
            return question.scope.focus(on: store).map { WarningWish($0.watched, aspect: slots.aspect) }
        }
        let sight: Sight<VisiblePlace> =
            switch slots.area {
            case .province, .surroundings: question.place
            // Of the nation those are told who may read more than averages of it.
            case .nation where question.person.role == .hq: question.scope.nation()
            case .nation, nil: question.scope.place(city: question.city, region: slots.region)
            }
        return sight.map { place in
            WarningWish(
                WatchedPlace(place.area), aspect: slots.aspect, about: ReportSubject(slots) ?? .own)
        }
    }
}
