/// Takes and ends subscriptions to warnings and reports in the chat, and says which there are.
public struct SubscriptionService: AnsweringService {
    let desk: any SubscriptionDesk
    let warnings: any WarningDesk
    let directory: any PeopleDirectory
    let chain: ChainOfCommand
    let rules: WarningRules
    let office: ReportOffice

    public let intents: Set<Intent> = [
        .subscriptionAdd, .subscriptionRemove, .subscriptionList, .subscriptionPause, .subscriptionResume,
        .subscriptionQuiet, .reportShow, .reviewShow,
    ]
    public var proposals: [Proposal] { [SubscriptionService.add, SubscriptionService.list] }

    static let add = Proposal(Phrase.subscribeOffer.with(), request(.subscriptionAdd))
    static let list = Proposal(Phrase.subscriptionsOffer.with(), request(.subscriptionList))

    /// For so many days it is said what warnings would have come.
    static let daysShown = 30

    /// - Parameters:
    ///   - warnings: what there was to be told of.
    ///   - chain: who is told of warnings without having subscribed.
    ///   - office: what makes reports.
    public init(
        desk: any SubscriptionDesk, warnings: any WarningDesk, directory: any PeopleDirectory,
        chain: ChainOfCommand, rules: WarningRules, office: ReportOffice
    ) {
        self.desk = desk
        self.warnings = warnings
        self.directory = directory
        self.chain = chain
        self.rules = rules
        self.office = office
    }

    public func answer(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        switch question.request.intent {
        case .subscriptionList: return try await list(question)
        case .subscriptionRemove: return try await remove(question)
        case .subscriptionPause, .subscriptionResume: return try await pause(question)
        case .subscriptionQuiet: return quiet(question)
        case .reportShow, .reviewShow: return try await show(question)
        default: break
        }
        if let said = slots.schedule, ReportSchedule(name: said) == nil {
            var values = SubscriptionService.unclearValues
            let fault =
                said == ReportSchedule.once
                ? "once"
                : Normalization.isOfSeveralDays(said) || ScheduleRow.isOfSeveral(said)
                    ? "several" : Normalization.isInterval(said) ? "interval" : "time"
            values[fault] = .text(said)
            values["warnings"] = .flag(slots.topic == "alert")
            return Answer(.subscriptionUnclear, .object(values), isRefusal: true)
        }
        let kind = reportKind(slots)
        if kind != .asking, kind != .answers, let unclear = unclear(question, of: kind) { return unclear }
        if kind != nil || slots.topic == "alert" || slots.aspect != nil,
            let unsure = try await unsureAdding(kind, question)
        {
            return unsure
        }
        if kind == .asking { return try await addAsking(question) }
        if kind == .answers { return try await addAnswers(question) }
        if let kind, let other = otherRhythm(kind, question) { return other }
        if let kind { return try await add(kind, question) }
        guard slots.topic == "alert" || slots.aspect != nil else {
            return Answer(
                .subscriptionReports, [:], offers: [SubscriptionService.add, SubscriptionService.list])
        }
        return try await addWarnings(question)
    }

    /// Everything that a person has subscribed to.
    func all(of person: Person) async throws -> [Subscribed] {
        try await desk.subscriptions(of: person.id, regions: directory.regions).map { .warnings($0) }
            + office.desk.reportSubscriptions(of: person.id, regions: directory.regions).map { .report($0) }
    }

    /// The same with what the message has subscribed to already: of 订阅杭州和宁波预警 the first is taken together with the second.
    func all(of question: Question) async throws -> [Subscribed] {
        try await all(of: question.person)
            + question.pending.compactMap { effect in
                switch effect {
                case .subscribe(let taken): .warnings(taken)
                case .subscribeToReport(let taken): .report(taken)
                default: nil
                }
            }
    }

    /// What is said of names that no subscription is of: they must not silently mean the own place. Reports and warnings may be
    /// of a store, a series or rivals, a review may not. Of a series there are no figures by aspect, and of rivals no warnings.
    /// Of the own brand complaints are warned of, and of rivals praise.
    ///
    /// - Parameter kind: nothing for warnings.
    func unclear(_ question: Question, of kind: ReportTopic.Kind?) -> Answer? {
        let slots = question.request.slots
        let isNation = kind == nil && slots.area == .nation && question.person.role != .hq
        let name = question.strangeNames.first ?? misplacedStore(question)
        let takesSubjects = kind != .review
        let store = store(of: question)
        let inGroup = store != nil && question.hidesStores
        let subject = ReportSubject(slots)
        let ofSeries = if case .series? = subject { true } else { false }
        let isByAspect =
            takesSubjects && slots.aspect != nil && (kind == nil ? subject != nil : ofSeries)
        let isOfOwnBrand = subject?.isOfOwnBrand ?? true
        let isOtherSide = kind == nil && slots.polarity == (isOfOwnBrand ? .positive : .negative)
        let isStoreUnclear =
            question.namedStore != nil && (!takesSubjects || store == nil || subject != nil)
        let isProductUnclear =
            subject != nil && (!takesSubjects || store != nil) || isByAspect
            || slots.product != nil && !takesSubjects
        guard isNation || isStoreUnclear || isProductUnclear || isOtherSide || inGroup || name != nil else {
            return nil
        }
        if inGroup { return Answer(.storeInGroup, isRefusal: true) }
        let product = isProductUnclear ? slots.product.map { $0.series ?? $0.brand } : nil
        var place: TextValue = false
        if case .seen(let seen) = question.scope.place(city: nil, region: nil) {
            place = WatchedPlace(seen.area).words
        }
        return Answer(
            .subscriptionUnclear,
            [
                "nation": .flag(isNation),
                "store": .optional(isStoreUnclear ? question.namedStore : nil),
                "product": .optional(isByAspect ? nil : product),
                "byAspect": isByAspect ? subject?.words ?? false : false, "warnings": .flag(kind == nil),
                "rivals": .flag(isProductUnclear && !isByAspect && subject == .rivals),
                "praise": .flag(isOtherSide && isOfOwnBrand),
                "complaints": .flag(isOtherSide && !isOfOwnBrand),
                "name": .optional(name), "place": place, "time": false, "several": false, "interval": false,
                "once": false,
                "review": .flag(kind == .review),
                "shown": .flag([.reportShow, .reviewShow].contains(question.request.intent)),
            ], isRefusal: true)
    }

    private static let unclearValues: [String: TextValue] = [
        "nation": false, "store": false, "product": false, "byAspect": false, "rivals": false,
        "praise": false, "complaints": false, "warnings": false, "name": false, "place": false, "time": false,
        "several": false, "interval": false, "once": false,
        "review": false,
        "shown": false,
    ]

    private func list(_ question: Question) async throws -> Answer {
        listed(
            try await all(of: question.person), question,
            quiet: try await office.desk.quietHours(of: question.person.id))
    }

    /// - Parameters:
    ///   - strange: a name that nobody knows, of which nothing ends.
    ///   - isMissing: whether what was to end is not among them.
    func listed(
        _ own: [Subscribed], _ question: Question, quiet: QuietHours? = nil, strange: String? = nil,
        isMissing: Bool = false
    ) -> Answer {
        Answer(
            .subscriptionList,
            [
                "strange": .optional(strange), "missing": .flag(isMissing),
                "none": .flag(own.isEmpty), "count": .count(own.count),
                "subscriptions": .list(
                    own.map {
                        .object($0.values(today: question.today, office.calendar, at: question.now))
                    }),
                "inCharge": .flag(isInCharge(question.person)),
                "region": .optional(question.person.region?.name), "quiet": .optional(quiet?.name),
            ], offers: own.isEmpty ? [SubscriptionService.add] : [])
    }

    func isInCharge(_ person: Person) -> Bool { person.role == .manager || person.role == .admin }

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
            case .surroundings(let around): .surroundings(of: around.middle)
            case .city(let city): .city(city)
            }
    }
}
