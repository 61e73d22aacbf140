/// Takes and ends subscriptions to warnings in the chat, and says which there are.
public struct SubscriptionService: AnsweringService {
    let desk: any SubscriptionDesk
    let warnings: any WarningDesk
    let directory: any PeopleDirectory
    let chain: ChainOfCommand
    let rules: WarningRules

    public let intents: Set<Intent> = [.subscriptionAdd, .subscriptionRemove, .subscriptionList]
    public var proposals: [Proposal] { [SubscriptionService.add, SubscriptionService.list] }

    static let add = Proposal(Phrase.subscribeOffer.with(), request(.subscriptionAdd))
    static let list = Proposal(Phrase.subscriptionsOffer.with(), request(.subscriptionList))

    /// For so many days it is said what would have come.
    static let daysShown = 30

    /// - Parameters:
    ///   - warnings: what there was to be told of.
    ///   - chain: who is told of warnings without having subscribed.
    public init(
        desk: any SubscriptionDesk, warnings: any WarningDesk, directory: any PeopleDirectory,
        chain: ChainOfCommand, rules: WarningRules
    ) {
        self.desk = desk
        self.warnings = warnings
        self.directory = directory
        self.chain = chain
        self.rules = rules
    }

    public func answer(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        if question.request.intent == .subscriptionList { return try await list(question) }
        if let topic = slots.topic, !["alert", "all"].contains(topic) {
            return Answer(.subscriptionReports, [:], offers: [SubscriptionService.add])
        }
        if question.request.intent == .subscriptionRemove { return try await remove(question) }
        guard slots.topic != nil || slots.aspect != nil, slots.schedule == nil else {
            return Answer(
                .subscriptionReports, [:], offers: [SubscriptionService.add, SubscriptionService.list])
        }
        return try await add(question)
    }

    private func add(_ question: Question) async throws -> Answer {
        let wish: WarningSubscription
        switch self.wish(of: question) {
        case .seen(let seen): wish = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let own = try await desk.subscriptions(of: question.person.id, regions: directory.regions)
        var values = words(wish)
        // Headquarters is in charge of what is of the whole nation, and may wish for every city's.
        let isInCharge =
            question.person.role == .manager
            && chain.members(of: .managers, of: wish.place).contains { $0.id == question.person.id }
        let known = own.contains { $0.wishesTheSame(as: wish) }
        values["inCharge"] = .flag(isInCharge)
        values["known"] = .flag(known)
        values["full"] =
            !isInCharge && !known && own.count >= WarningSubscription.most
            ? .count(WarningSubscription.most) : false
        values["dealer"] = .flag(question.person.role == .dealer)
        values["atOnce"] = .flag(rules.releasesAtOnce)
        values.merge(try await retrospect(wish, question)) { $1 }
        var answer = Answer(.subscriptionAdded, .object(values), offers: [SubscriptionService.list])
        if !isInCharge, !known, own.count < WarningSubscription.most {
            answer.effects = [.subscribe(wish)]
        }
        return answer
    }

    /// What would have come of late.
    private func retrospect(
        _ wish: WarningSubscription, _ question: Question
    ) async throws -> [String: TextValue] {
        let scope = WarningScope(
            of: question.person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        let since = question.now - .seconds(SubscriptionService.daysShown * 86_400)
        let past = try await warnings.warnings(
            active: false, limit: WarningService.mostRead, regions: directory.regions
        ).filter { warning in
            warning.openedAt >= since && scope.sees(warning)
                && ([warning.subject] + warning.parts).contains(where: wish.covers)
        }
        let last = past.max { $0.openedAt < $1.openedAt }
        return [
            "days": .count(SubscriptionService.daysShown), "count": .count(past.count),
            "last": last.map { warning in
                .object(
                    WarningWords(
                        warning, directory, calendar: rules.calendar, at: question.now, for: scope
                    ).values)
            } ?? false,
        ]
    }

    /// Ends those of the place and aspect that the message names; all where it names none.
    private func remove(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let own = try await desk.subscriptions(of: question.person.id, regions: directory.regions)
        var ended = own
        if slots.namesPlace || slots.aspect != nil {
            let place: WatchedPlace?
            if slots.namesPlace {
                guard case .seen(let wish) = wish(of: question) else { return listed(own, question) }
                place = wish.place
            } else {
                place = nil
            }
            ended = own.filter { subscription in
                (place == nil || subscription.place == place)
                    && (slots.aspect == nil || subscription.aspect == slots.aspect)
            }
        }
        guard !ended.isEmpty else { return listed(own, question) }
        var answer = Answer(
            .subscriptionRemoved,
            [
                "ended": .series(ended.map(words)),
                "inCharge": .flag(isInCharge(question.person)),
            ])
        answer.effects = [.unsubscribe(ended)]
        return answer
    }

    private func list(_ question: Question) async throws -> Answer {
        listed(
            try await desk.subscriptions(of: question.person.id, regions: directory.regions), question)
    }

    private func listed(_ own: [WarningSubscription], _ question: Question) -> Answer {
        Answer(
            .subscriptionList,
            [
                "none": .flag(own.isEmpty), "count": .count(own.count),
                "subscriptions": .list(own.map { .object(words($0)) }),
                "inCharge": .flag(isInCharge(question.person)),
                "region": .optional(question.person.region?.name),
            ], offers: own.isEmpty ? [SubscriptionService.add] : [])
    }

    private func isInCharge(_ person: Person) -> Bool { person.role == .manager || person.role == .admin }

    /// What a message asks to be told of, within what the person may see.
    private func wish(of question: Question) -> Sight<WarningSubscription> {
        let slots = question.request.slots
        let sight: Sight<VisiblePlace> =
            switch slots.area {
            case .province(let name): question.scope.place(province: name)
            // Of the nation those are told who may read more than averages of it.
            case .nation where question.person.role == .hq: question.scope.nation()
            case .nation, nil: question.scope.place(city: question.city, region: slots.region)
            }
        switch sight {
        case .refused(let reason): return .refused(reason)
        case .seen(let place):
            return .seen(
                WarningSubscription(
                    person: question.person.id, place: WatchedPlace(place.area), aspect: slots.aspect,
                    since: question.now))
        }
    }

    private func words(_ subscription: WarningSubscription) -> [String: TextValue] {
        ["place": subscription.place.words, "aspect": .optional(subscription.aspect?.words)]
    }

    private static func request(_ intent: Intent) -> Request {
        var slots = Slots()
        if intent == .subscriptionAdd { slots.topic = "alert" }
        return Request(intent, slots)
    }
}

extension WatchedPlace {
    /// The place of figures that somebody may see, as it is watched.
    init(_ area: VisiblePlace.Area) {
        self =
            switch area {
            case .nation: .nation
            case .region(let region): .region(region)
            case .province(let province): .province(province.name)
            case .city(let city): .city(city)
            }
    }
}
