/// Tells a person the few things that matter most today: at the first opening of the chat on a day, and when asked.
public struct BriefingService: AnsweringService {
    let desk: any BriefingDesk
    let sources: Sources
    let insight: Insight
    let directory: any PeopleDirectory
    let rules: WarningRules

    /// Where it is looked up what there is to do.
    public struct Sources: Sendable {
        let warnings: any WarningDesk
        let suggestions: any SuggestionDesk
        let reports: any ReportDesk
        let notes: any DealerNoteDesk
        let actions: any ActionDesk
        /// Has the lines to take that wait for approval; nothing where nobody is handed over to.
        let handOvers: HandOverService?

        public init(
            warnings: any WarningDesk, suggestions: any SuggestionDesk, reports: any ReportDesk,
            notes: any DealerNoteDesk, actions: any ActionDesk, handOvers: HandOverService? = nil
        ) {
            (self.warnings, self.suggestions) = (warnings, suggestions)
            (self.reports, self.notes) = (reports, notes)
            (self.actions, self.handOvers) = (actions, handOvers)
        }
    }

    public let intents: Set<Intent> = [.briefing]
    public let proposals: [Proposal] = []

    /// So many things are told.
    static let most = 3
    /// What happened so long ago is news no more.
    static let recent = Duration.seconds(7 * 86_400)

    public init(
        desk: any BriefingDesk, sources: Sources, insight: Insight, directory: any PeopleDirectory,
        rules: WarningRules
    ) {
        (self.desk, self.sources, self.insight) = (desk, sources, insight)
        (self.directory, self.rules) = (directory, rules)
    }

    public func answer(_ question: Question) async throws -> Answer {
        guard !question.isInGroup else {
            return Answer(.briefing, .object(BriefingService.values([], inGroup: true)), isRefusal: true)
        }
        let matters = try await matters(question)
        var answer = Answer(
            .briefing, .object(BriefingService.values(matters.map(\.value))),
            offers: matters.compactMap(\.offer))
        answer.effects = [.brief(question.person.id, on: question.today)]
        return answer
    }

    /// Whether the person was told of none on this day.
    func isDue(for person: Person, on today: Day) async throws -> Bool {
        try await desk.lastBriefing(of: person.id).map { $0 < today } ?? true
    }

    private static func values(_ matters: [TextValue], inGroup: Bool = false) -> [String: TextValue] {
        [
            "inGroup": .flag(inGroup), "none": .flag(matters.isEmpty && !inGroup), "matters": .list(matters),
        ]
    }

    /// The most important first; what is further down is looked up only where there is room for it.
    private func matters(_ question: Question) async throws -> [Matter] {
        var matters: [Matter] = []
        for look in [
            warning, action, overdue, proposed, decided, waiting, aspect, report, missingNote,
        ] {
            if let matter = try await look(question) { matters.append(matter) }
            if matters.count == BriefingService.most { break }
        }
        return matters
    }
}

/// One thing that matters to somebody.
struct Matter: Sendable {
    var value: TextValue
    var offer: Proposal?

    static let kinds = [
        "warning", "action", "overdue", "proposed", "decided", "waiting", "aspect", "report", "note",
    ]

    init(_ kind: String, _ values: TextValue, offer: Proposal? = nil) {
        precondition(Matter.kinds.contains(kind), "the template knows no \(kind)")
        var known = Dictionary(uniqueKeysWithValues: Matter.kinds.map { ($0, TextValue.flag(false)) })
        known[kind] = values
        (value, self.offer) = (.object(known), offer)
    }
}

/// Where it is kept who was told what matters, and when.
public protocol BriefingDesk: Sendable {
    /// The day on which a person was told last; nothing where that never was.
    func lastBriefing(of person: String) async throws -> Day?
}
