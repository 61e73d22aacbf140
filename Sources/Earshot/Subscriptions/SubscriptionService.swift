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
        if let unclear = unclear(question) { return unclear }
        let wish: WarningSubscription
        switch self.wish(of: question) {
        case .seen(let seen): wish = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        var own = try await desk.subscriptions(of: question.person.id, regions: directory.regions)
        // 订阅杭州和宁波预警: the first is taken together with this one.
        own += question.pending.compactMap { if case .subscribe(let taken) = $0 { taken } else { nil } }
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
        // A danger is told of whatever aspect was wished for, and is none of it.
        let dangers = wish.aspect == nil ? [] : past.filter(\.subject.isDanger)
        let wished = wish.aspect == nil ? past : past.filter { !$0.subject.isDanger }
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

    /// Ends those of the place and aspect that the message names; all where it says so, or the only one there is. Of several
    /// it asks which.
    private func remove(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let own = try await desk.subscriptions(of: question.person.id, regions: directory.regions)
        guard question.namedStore == nil, question.strangeNames.isEmpty, slots.product == nil else {
            return listed(own, question)
        }
        let namesOne = slots.namesPlace || slots.aspect != nil
        let meansAll = slots.everything == true || slots.topic == "all"
        if !namesOne, !meansAll, own.count > 1 { return which(own, question) }
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
                    // One that was offered by a number is that one alone.
                    && (slots.aspect == nil && slots.isConfirmed != true
                        || subscription.aspect == slots.aspect)
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

    /// Asks which of several shall end.
    private func which(_ own: [WarningSubscription], _ question: Question) -> Answer {
        var answer = listed(own, question, asks: true)
        let each = own.prefix(SubscriptionService.mostOffered).compactMap { subscription -> Proposal? in
            guard var slots = Slots(placeOf: subscription.place) else { return nil }
            (slots.topic, slots.aspect, slots.isConfirmed) = ("alert", subscription.aspect, true)
            return Proposal(
                Phrase.unsubscribeOffer.with(words(subscription).merging(["all": false]) { $1 }),
                Request(.subscriptionRemove, slots))
        }
        var all = Slots()
        all.topic = "all"
        answer.offers =
            each + [
                Proposal(
                    Phrase.unsubscribeOffer.with(["all": true, "place": false, "aspect": false]),
                    Request(.subscriptionRemove, all))
            ]
        return answer
    }

    private static let mostOffered = 8

    /// What is said of names that no subscription is of: they must not silently mean the own place.
    private func unclear(_ question: Question) -> Answer? {
        let slots = question.request.slots
        let isNation = slots.area == .nation && question.person.role != .hq
        let name = question.strangeNames.first
        guard isNation || question.namedStore != nil || slots.product != nil || name != nil else {
            return nil
        }
        let product = slots.product.map { product in
            product.series ?? product.brand
        }
        var place: TextValue = false
        if case .seen(let seen) = question.scope.place(city: nil, region: nil) {
            place = WatchedPlace(seen.area).words
        }
        return Answer(
            .subscriptionUnclear,
            [
                "nation": .flag(isNation), "store": .optional(question.namedStore),
                "product": .optional(product), "name": .optional(name), "place": place,
            ], isRefusal: true)
    }

    private func list(_ question: Question) async throws -> Answer {
        listed(
            try await desk.subscriptions(of: question.person.id, regions: directory.regions), question)
    }

    private func listed(
        _ own: [WarningSubscription], _ question: Question, asks: Bool = false
    ) -> Answer {
        Answer(
            .subscriptionList,
            [
                "none": .flag(own.isEmpty), "which": .flag(asks), "count": .count(own.count),
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

extension Slots {
    /// The place of a subscription; nothing for a store, of which there are none.
    fileprivate init?(placeOf place: WatchedPlace) {
        self.init()
        switch place {
        case .nation: area = .nation
        case .region(let known): region = known.name
        case .province(let name): area = .province(name)
        case .city(let known): city = known.name
        case .store: return nil
        }
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
