/// The values with which templates speak of a suggestion.
struct SuggestionWords {
    private let suggestion: Suggestion
    private let weight: Suggestion.Weight?
    private let directory: any PeopleDirectory
    private let calendar: LocalCalendar
    private let now: Timestamp
    /// Whether the reader may know who filed it.
    private let namesPeople: Bool
    /// Whether the reader may know of any other suggestion.
    private let namesOthers: Bool
    /// Whether the reader may see the figures of the city of whoever filed it.
    private let seesCity: Bool

    init(
        _ suggestion: Suggestion, weight: Suggestion.Weight? = nil, _ directory: any PeopleDirectory,
        calendar: LocalCalendar, at now: Timestamp, namesPeople: Bool = false,
        namesOthers: Bool = false, seesCity: Bool = false
    ) {
        self.suggestion = suggestion
        self.weight = weight
        self.directory = directory
        self.calendar = calendar
        self.now = now
        self.namesPeople = namesPeople
        self.namesOthers = namesOthers
        self.seesCity = seesCity
    }

    private var today: Day { calendar.day(of: now) }

    /// What every template about a suggestion may say.
    var values: [String: TextValue] {
        [
            "name": .text(suggestion.name), "number": .text(String(suggestion.number)),
            "title": .text(suggestion.title), "words": .text(suggestion.words),
            "aspect": .optional(suggestion.aspect?.words), "series": .optional(suggestion.series),
            "urgent": .flag(suggestion.urgency == .high),
            "state": SuggestionWords.state(suggestion.state),
            "reason": .optional(suggestion.reason),
            "decidedBy": .optional(namesPeople ? suggestion.decision.map { name($0.by) } : nil),
            "decidedAt": .optional(suggestion.decision.map { moment($0.at) }),
            "department": .optional(suggestion.department),
            "due": .optional(suggestion.due.map { Figures.days($0...$0, today: today) }),
            "overdue": .flag(suggestion.isOverdue(on: today)),
            "filedAt": .text(moment(suggestion.filedAt)),
            "filer": .optional(namesPeople ? name(suggestion.filer.person) : nil),
            "store": .optional(namesPeople ? suggestion.filer.dealer.map(store) : nil),
            "city": .optional(suggestion.filer.city ?? suggestion.filer.region),
            "weight": weight.map {
                ["dealers": .count($0.dealers), "cities": .count($0.cities)]
            } ?? false,
            "voices": .optional(
                suggestion.evidence.flatMap { evidence in
                    evidence.nation.quarter == 0 ? nil : TextValue.count(evidence.nation.quarter)
                }),
            "voicesAtLeast": .flag(suggestion.evidence?.isAtLeast ?? false),
            "evidence": SuggestionWords.evidence(
                suggestion.evidence, city: seesCity ? suggestion.filer.city : nil),
        ]
    }

    static let example: [String: TextValue] = [
        "name": "#57", "number": "57", "title": "高速油耗显示不准", "words": "高速油耗显示不准", "aspect": "油耗",
        "series": "星驰X5", "urgent": true, "state": state(.open), "reason": "下个版本一起改", "decidedBy": "赵敏",
        "decidedAt": "11/20 09:20", "department": "产品部", "due": "11/30", "overdue": true,
        "filedAt": "11/18 10:00", "filer": "王芳", "store": "杭州西湖店", "city": "杭州",
        "weight": ["dealers": "3", "cities": "2"], "voices": "1,930", "voicesAtLeast": true,
        "evidence": evidenceExample,
    ]

    static func state(_ state: SuggestionState) -> TextValue {
        .flags(SuggestionState.allCases.map { ("\($0)", $0 == state) })
    }

    /// Nothing where nobody has looked, or there is nothing to look in.
    static func evidence(_ evidence: Evidence?, city: String?) -> TextValue {
        guard let evidence else { return false }
        return [
            "none": .flag(evidence.isEmpty), "searching": .flag(evidence.isBeingSearched),
            "city": .optional(evidence.city == nil ? nil : city),
            "cityMonth": city == nil ? false : .count(evidence.city?.month ?? 0),
            "cityQuarter": city == nil ? false : .count(evidence.city?.quarter ?? 0),
            "atLeast": .flag(evidence.isAtLeast),
            "month": .count(evidence.nation.month), "quarter": .count(evidence.nation.quarter),
            "day": .text(evidence.day.slashed),
        ]
    }

    static let evidenceExample: TextValue = [
        "none": false, "searching": true, "city": "杭州", "cityMonth": "76", "cityQuarter": "201",
        "month": "1,930",
        "quarter": "5,010", "atLeast": true, "day": "11/20",
    ]

    /// Every step as a line: when, what, and by whom where the reader may know.
    func history(_ steps: [SuggestionStep]) -> TextValue {
        .list(
            steps.map { step in
                .object([
                    "at": .text(moment(step.at)),
                    "actor": .optional(namesPeople ? name(step.actor) : nil),
                    "note": step.kind == .measured
                        ? outcome(step)
                        : .optional(namesOthers || !step.kind.namesAnother ? note(step) : nil),
                    "step": SuggestionWords.step(step.kind),
                ])
            })
    }

    /// What customers said before and after, where the reader may know it.
    private func outcome(_ step: SuggestionStep) -> TextValue {
        guard let outcome = step.note.flatMap({ SuggestionOutcome(note: $0) }) else { return false }
        let city = seesCity ? outcome.city : nil
        let verdict = outcome.verdict(minimum: SuggestionWords.fewest)
        return Phrase.suggestionOutcome.with([
            "before": .count(outcome.nation.before), "after": .count(outcome.nation.after),
            "atLeast": .flag(outcome.isAtLeast),
            "city": .optional(city == nil ? nil : suggestion.filer.city),
            "cityBefore": city.map { .count($0.before) } ?? false,
            "cityAfter": city.map { .count($0.after) } ?? false,
            "allBefore": outcome.all.map { .count($0.before) } ?? false,
            "allAfter": outcome.all.map { .count($0.after) } ?? false,
            "verdict": .flags(SuggestionOutcome.Verdict.allCases.map { ($0.rawValue, $0 == verdict) }),
        ])
    }

    /// With fewer voices before and after together nothing is said of a change.
    private static let fewest = 20

    static let historyExample: TextValue = [
        ["at": "11/20 09:20", "actor": "赵敏", "note": "下个版本一起改", "step": step(.accepted)]
    ]

    static func step(_ kind: SuggestionStep.Kind) -> TextValue {
        .flags(SuggestionStep.Kind.allCases.map { ($0.rawValue, $0 == kind) })
    }

    func note(_ step: SuggestionStep) -> String? {
        switch step.kind {
        case .merged, .split, .absorbed, .released: step.note.map { "#\($0)" }
        case .scheduled: step.note.flatMap { Day($0) }.map { Figures.days($0...$0, today: today) }
        default: step.note
        }
    }

    /// A person's name; the identifier of somebody who is in the directory no more.
    func name(_ person: String) -> String { directory.name(of: person) ?? person }

    private func store(_ dealer: String) -> String { directory.dealer(id: dealer)?.name ?? dealer }

    /// 11/24 09:20, without the day where it is today.
    func moment(_ moment: Timestamp) -> String {
        let text = calendar.text(of: moment)
        let (day, time) = (text.prefix(10), text.suffix(5))
        guard let day = Day(day) else { return text }
        return day == today ? String(time) : "\(Figures.days(day...day, today: today)) \(time)"
    }
}

extension SuggestionStep.Kind {
    /// Whether its note is the number of another suggestion, of which the reader may know nothing.
    fileprivate var namesAnother: Bool {
        switch self {
        case .merged, .split, .absorbed, .released: true
        default: false
        }
    }
}
