/// Answers questions about warnings in the chat, and does what people want done about them.
public struct WarningService: AnsweringService {
    let desk: any WarningDesk
    let directory: any PeopleDirectory
    let insight: any AnsweringService
    let figures: any VoiceFigures
    let post: NoticePost
    let texts: any Texts
    let reach: any Reachability
    let rules: WarningRules
    /// Has the approved lines to take; nothing where none are kept.
    let lines: (any GuidanceSource)?

    public let intents: Set<Intent> = [
        .alertList, .alertShow, .alertClaim, .alertAssign, .alertResolve, .alertDismiss, .alertSilence,
        .alertUnsilence, .alertRestore,
        .alertBroadcast, .alertReason, .alertAbsence, .alertTrend, .alertQuotes, .alertMore, .alertRest,
    ]
    /// Each of its proposals names a warning, and is understood by its words.
    public let proposals: [Proposal] = []

    /// What may be done, as templates name it.
    static let deeds = [
        "claim", "assign", "silence", "unsilence", "resolve", "dismiss", "restore", "tell",
    ]
    /// The warnings of a list.
    static let mostListed = 8

    /// - Parameters:
    ///   - insight: answers what customers said, for the words behind a warning.
    public init(
        desk: any WarningDesk, directory: any PeopleDirectory, insight: any AnsweringService,
        figures: any VoiceFigures, texts: any Texts, reach: any Reachability, rules: WarningRules,
        lines: (any GuidanceSource)? = nil, stores: [Dealer] = []
    ) {
        self.lines = lines
        self.desk = desk
        self.directory = directory
        self.insight = insight
        self.figures = figures
        self.texts = texts
        self.reach = reach
        self.rules = rules
        post = NoticePost(
            texts: texts, figures: figures, directory: directory, stores: stores, calendar: rules.calendar)
    }

    public func answer(_ question: Question) async throws -> Answer {
        var answer = try await self.answer(to: question)
        // What is said next without a number is of the warning that was spoken of.
        if let number = answer.warning {
            // The answer with their words has what may be asked of any words.
            if question.request.intent != .alertQuotes { answer.acts = true }
            answer.remembered = question.request
            answer.remembered?.slots.alert = String(number)
            answer.remembered?.slots.described = nil
        }
        return answer
    }

    private func answer(to question: Question) async throws -> Answer {
        let intent = question.request.intent
        if intent == .alertList { return try await list(question) }
        if intent == .alertReason { return try await reason(question) }
        if intent == .alertAbsence { return try await absence(question) }
        let scope = scope(of: question)
        let warning: Warning
        switch try await self.warning(of: question, scope) {
        case .found(let found): warning = found
        case .unclear(let answer): return answer
        }
        var answer = try await answer(to: question, about: warning, scope)
        answer.warning = warning.number
        return answer
    }

    private func answer(
        to question: Question, about warning: Warning, _ scope: WarningScope
    ) async throws -> Answer {
        let intent = question.request.intent
        switch intent {
        case .alertShow: return try await show(warning, question)
        case .alertTrend: return try await trend(warning, question)
        case .alertQuotes: return try await quotes(warning, question)
        default: break
        }
        guard scope.acts(on: warning) else {
            return Answer(
                .warningForOthers,
                [
                    "dealer": .flag(question.person.role == .dealer), "group": false,
                    "manager": .optional(
                        question.person.dealer.flatMap {
                            directory.managers(of: $0.city).first?.name
                        }),
                ], isRefusal: true)
        }
        switch intent {
        case .alertMore: return others(warning, after: 1, question)
        case .alertRest: return others(warning, after: 2, question)
        case .alertAssign: return try await assign(warning, question)
        case .alertBroadcast: return try await tell(warning, question)
        case .alertSilence: return silence(warning, question)
        case .alertUnsilence: return act(.unsilence, "unsilence", warning, question)
        case .alertRestore: return try await restore(warning, question)
        case .alertResolve:
            return try await resolve(warning, question)
        case .alertDismiss: return try await dismiss(warning, question)
        default: return act(.claim, "claim", warning, question)
        }
    }

    func scope(of question: Question) -> WarningScope {
        WarningScope(of: question.person, in: directory, releasesAtOnce: rules.releasesAtOnce)
    }

    func words(_ warning: Warning, _ question: Question) -> WarningWords {
        var words = WarningWords(
            warning, directory, calendar: rules.calendar, at: question.now, for: scope(of: question),
            hidesStores: question.hidesStores)
        words.quietHours = rules.quietHours
        return words
    }

    enum Lookup {
        case found(Warning)
        /// There is none, or there are several: what is said then.
        case unclear(Answer)
    }

    /// The warning that a message names, or the only one there is.
    func warning(of question: Question, _ scope: WarningScope) async throws -> Lookup {
        if let description = question.request.slots.described {
            let found = try await described(
                by: description, previous: question.request.slots.alert.flatMap(Int64.init), scope, question)
            if let only = found.warnings.first, found.warnings.count == 1, found.isCertain {
                return .found(only)
            }
            return .unclear(try await which(question, scope, among: found.warnings))
        }
        if let name = question.request.slots.alert {
            // Whoever may not see it does not learn that there is one.
            if let number = Int64(name),
                let warning = try await desk.warning(number, regions: directory.regions)?
                    .released(in: directory),
                scope.sees(warning), !isHidden(warning, question)
            {
                return .found(warning)
            }
            return .unclear(try await which(question, scope, missing: "A\(name)"))
        }
        if question.request.intent == .alertRestore {
            let ended = try await restorable(scope, question)
            // What a colleague ended is offered, and not taken back for them; nor is anything where no word says that it was ended
            // (恢复预警 may be said of a subscription).
            if let only = ended.first, ended.count == 1, only.end?.by == question.person.id,
                question.request.slots.ended != nil
            {
                return .found(only)
            }
            return .unclear(try await which(question, scope, among: ended))
        }
        let active = try await visible(scope, active: true, question)
        if let only = active.first, active.count == 1 { return .found(only) }
        return .unclear(try await which(question, scope, missing: nil))
    }

    /// What somebody ended and may still be taken back, the last first: false alarms, where one is meant, or what was resolved.
    private func restorable(_ scope: WarningScope, _ question: Question) async throws -> [Warning] {
        try await visible(scope, active: false, question).filter { warning in
            warning.isRegrettable(at: question.now) && scope.acts(on: warning)
                && question.request.slots.ended.map {
                    warning.state == ($0 == .dismissed ? .dismissed : .resolved)
                } != false
        }
        .sorted { $1.end.map(\.at) ?? $1.openedAt < $0.end.map(\.at) ?? $0.openedAt }
    }

    /// Whether it is of a store, and asked about where everybody reads the answer.
    func isHidden(_ warning: Warning, _ question: Question) -> Bool {
        question.hidesStores && warning.isOfStore
    }

    /// The newest that a person may see where the message was sent.
    func visible(_ scope: WarningScope, active: Bool, _ question: Question) async throws -> [Warning] {
        try await desk.warnings(active: active, limit: WarningService.mostRead, regions: directory.regions)
            .map { $0.released(in: directory) }
            .filter { scope.sees($0) && !isHidden($0, question) }
    }

    /// The newest warnings that are looked through for those of a person.
    static let mostRead = 300

    /// - Parameter found: those that fit what was said of it; of none all that are open are named.
    private func which(
        _ question: Question, _ scope: WarningScope, missing: String? = nil, among found: [Warning]? = nil
    ) async throws -> Answer {
        let open = try await visible(scope, active: true, question)
        // Where nothing can be opened again, what is open is none of it.
        let isOver = question.request.intent == .alertRestore && missing == nil
        let active = isOver ? found ?? [] : found.flatMap { $0.isEmpty ? nil : $0 } ?? open
        let shown = active.prefix(WarningService.mostListed)
        return Answer(
            .warningWhich,
            [
                "missing": .optional(missing), "unmatched": .flag(found?.isEmpty == true && !isOver),
                "none": .flag(active.isEmpty && !isOver), "nothingEnded": .flag(active.isEmpty && isOver),
                "warnings": .list(shown.map { .object(words($0, question).values) }),
            ],
            // Whoever named another one means none of these.
            offers: missing == nil && found?.isEmpty != true
                ? shown.compactMap { WarningService.same(question.request, of: $0) } : [])
    }

    static func proposals(_ offers: [WarningOffers.Offer], _ warning: Warning) -> [Proposal] {
        offers.map { offer in
            var slots = offer.slots
            slots.alert = String(warning.number)
            return Proposal(offer.words.with(["name": .text(warning.name)]), Request(offer.intent, slots))
        }
    }

    /// A question about a warning, to be proposed.
    static func proposal(
        _ words: Phrase, _ intent: Intent, _ warning: Warning, _ fill: (inout Slots) -> Void = { _ in }
    ) -> Proposal {
        var slots = Slots()
        slots.alert = String(warning.number)
        fill(&slots)
        return Proposal(words.with(["name": .text(warning.name)]), Request(intent, slots))
    }
}

extension Question {
    /// What was added to an action.
    var words: String? { request.slots.words.flatMap { $0.isEmpty ? nil : $0 } }
}

extension Warning {
    /// Whether it is of one store: such a warning is told of where nobody else reads it.
    var isOfStore: Bool { if case .store = subject.place { true } else { false } }
}
