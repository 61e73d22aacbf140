/// Takes suggestions in, shows what became of them, and does what people want done about them.
public struct SuggestionService: AnsweringService {
    let desk: any SuggestionDesk
    let directory: any PeopleDirectory
    /// Of whose names a dealer reads none in quotes but the own store's.
    let stores: StoreNames
    /// Finds the customers' voices; nothing where there is nothing to find them with.
    let search: (any EvidenceSearch)?
    /// Shows what came with suggestions; nothing where it is not shown.
    let showing: AttachmentShowing?
    let calendar: LocalCalendar
    /// What a text is about, as far as it is understood.
    let subject: @Sendable (String) -> Subject
    /// What the words of a suggestion are compared by.
    let reading: @Sendable (String) -> ReadSuggestion

    public struct Subject: Sendable {
        public var aspect: Aspect?
        public var series: String?

        public init(aspect: Aspect? = nil, series: String? = nil) {
            (self.aspect, self.series) = (aspect, series)
        }

        /// Of a text that was read: what it complains about, else what it speaks of.
        public init(_ reading: Reading) {
            let complaint = reading.opinions.first { $0.polarity == .negative } ?? reading.opinions.first
            self.init(aspect: complaint?.aspect, series: reading.series)
        }
    }

    public var intents: Set<Intent> {
        SuggestionService.always.union(showing == nil ? [] : [.suggestionAttachments])
    }

    private static let always: Set<Intent> = [
        .suggestionFile, .suggestionMine, .suggestionShow, .suggestionSupport, .suggestionUnsupport,
        .suggestionList,
        .suggestionDecide, .suggestionAssign, .suggestionSchedule, .suggestionMerge, .suggestionSplit,
        .suggestionWithdraw,
    ]
    /// Each of its proposals is understood by its words.
    public let proposals: [Proposal] = []

    /// The suggestions of a list.
    static let mostListed = 8

    public init(
        desk: any SuggestionDesk, directory: any PeopleDirectory, search: (any EvidenceSearch)? = nil,
        showing: AttachmentShowing? = nil, stores: [Dealer] = [], calendar: LocalCalendar = .shanghai,
        subject: @escaping @Sendable (String) -> Subject = { _ in Subject() },
        reading: @escaping @Sendable (String) -> ReadSuggestion = { ReadSuggestion($0) }
    ) {
        self.desk = desk
        self.directory = directory
        self.search = search
        self.showing = showing
        self.stores = StoreNames(of: stores)
        self.calendar = calendar
        self.subject = subject
        self.reading = reading
    }

    public func answer(_ question: Question) async throws -> Answer {
        switch question.request.intent {
        case .suggestionFile: return try await file(question)
        case .suggestionMine: return try await mine(question)
        case .suggestionList: return try await list(question)
        default: break
        }
        let scope = scope(of: question)
        guard let suggestion = try await named(question.request.slots.suggestion, scope, question) else {
            return unknown(question)
        }
        var answer: Answer
        switch question.request.intent {
        case .suggestionShow: answer = try await show(suggestion, question)
        case .suggestionAttachments: answer = try await attachments(suggestion, question)
        case .suggestionSupport: answer = try await support(suggestion, question)
        case .suggestionUnsupport: answer = try await unsupport(suggestion, question)
        case .suggestionWithdraw: answer = try await withdraw(suggestion, question)
        default:
            guard scope.decides(on: suggestion) else { return forOthers(question) }
            answer = try await triage(suggestion, question, scope)
        }
        // What is said next may be the reason that is missing.
        if answer.effects.isEmpty, question.request.slots.status == SuggestionState.declined.name,
            question.request.slots.words == nil, suggestion.state.next.contains(.declined)
        {
            return answer
        }
        // What is said next without a number is of the one that was spoken of.
        var remembered = Request(.suggestionShow)
        remembered.slots.suggestion = String(suggestion.number)
        answer.remembered = remembered
        return answer
    }

    func scope(of question: Question) -> SuggestionScope {
        SuggestionScope(of: question.person, in: directory)
    }

    /// A suggestion as it is, with what the same message has changed in it before: 5 处理中，交给产品部.
    ///
    /// - Returns: nothing where there is none, and where the person may not see it.
    func named(
        _ name: String?, _ scope: SuggestionScope, _ question: Question
    ) async throws -> Suggestion? {
        guard let number = name.flatMap({ Int64($0) }),
            let kept = try await desk.suggestion(number, within: scope.reach)
        else { return nil }
        return changed(kept, question)
    }

    /// A suggestion as the same message has left it.
    func changed(_ kept: Suggestion, _ question: Question) -> Suggestion {
        let changed = question.pending.compactMap { effect -> Suggestion? in
            guard case .changeSuggestion(let change, _) = effect, change.suggestion.number == kept.number
            else { return nil }
            return change.suggestion
        }
        return changed.last ?? kept
    }

    func words(
        _ suggestion: Suggestion, weight: Suggestion.Weight? = nil, _ question: Question
    ) -> SuggestionWords {
        let city = suggestion.filer.city.flatMap { Gazetteer.china.city(named: $0) }
        let seesCity: Bool
        if let city, case .seen = question.scope.place(city: city, region: nil) {
            seesCity = true
        } else {
            seesCity = false
        }
        return SuggestionWords(
            suggestion, weight: weight, directory, calendar: calendar, at: question.now,
            // In a group everybody reads the answer.
            namesPeople: !question.isInGroup && scope(of: question).readsNames,
            namesOthers: scope(of: question).seesAll, seesCity: seesCity)
    }

    func unknown(_ question: Question) -> Answer {
        let slots = question.request.slots
        let number = slots.suggestion
        // A3 is a warning's number, and none of a suggestion.
        let warning = number == nil ? slots.alert : nil
        return Answer(
            .suggestionUnknown,
            [
                "name": .optional(number.map { "#\($0)" }), "unsaid": .flag(number == nil && warning == nil),
                "warning": .optional(warning.map { "A\($0)" }), "number": .optional(warning),
            ], isRefusal: true)
    }

    private func forOthers(_ question: Question) -> Answer {
        let manager = question.person.dealer.flatMap { directory.managers(of: $0.city).first?.name }
        return Answer(
            .suggestionForOthers,
            ["dealer": .flag(question.person.role == .dealer), "manager": .optional(manager)], isRefusal: true
        )
    }

    /// A question about a suggestion, to be proposed.
    static func proposal(
        _ words: Phrase, _ intent: Intent, _ suggestion: Suggestion, _ values: [String: TextValue] = [:],
        _ fill: (inout Slots) -> Void = { _ in }
    ) -> Proposal {
        var slots = Slots()
        slots.suggestion = String(suggestion.number)
        fill(&slots)
        let known: [String: TextValue] = [
            "name": .text(suggestion.name), "number": .text(String(suggestion.number)),
        ]
        return Proposal(
            words.with(values.merging(known.filter { words.examples[0].keys.contains($0.key) }) { $1 }),
            Request(intent, slots))
    }
}
