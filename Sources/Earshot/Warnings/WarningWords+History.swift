extension WarningWords {
    /// The lines that a card or message has room for beside the rest, and how many of them are the first ones.
    static let mostHistory = 12
    static let mostOfBeginning = 4

    /// The steps of a warning, and who was told of it, each as a line: when, what, and by whom or to whom. Of a long history the
    /// beginning and the end, with how many lines there are between.
    ///
    /// - Parameter namesPeople: whether those who were told are named; else how many they were.
    func history(
        _ steps: [WarningStep], _ decisions: [NoticeDecision], namesPeople: Bool = true
    ) -> TextValue {
        let lines =
            WarningWords.telling(steps).map { (at: $0.at, line: line(of: $0)) }
            + WarningNotices.sent(decisions).map { (at: $0.at, line: line(of: $0, namesPeople)) }
        // What happened at one moment stays in this order: it was found, and somebody was told.
        let sorted = lines.enumerated()
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element.line)
        guard sorted.count > WarningWords.mostHistory else {
            return .list(sorted.map(TextValue.object))
        }
        let last = WarningWords.mostHistory - WarningWords.mostOfBeginning
        var rest = Array(sorted.suffix(last))
        rest[0]["skipped"] = .count(sorted.count - WarningWords.mostHistory)
        return .list((sorted.prefix(WarningWords.mostOfBeginning) + rest).map(TextValue.object))
    }

    /// The steps without what was looked at in one round, days later, and was over within it: ordinary for a day, and again not.
    private static func telling(_ steps: [WarningStep]) -> [WarningStep] {
        var told: [WarningStep] = []
        for step in steps {
            if step.kind == .recurred, let last = told.last, last.kind == .ordinary, last.at == step.at {
                told.removeLast()
            } else {
                told.append(step)
            }
        }
        return told
    }

    private func line(of step: WarningStep) -> [String: TextValue] {
        var values: [String: TextValue] = [
            "at": .text(moment(step.at)), "actor": .optional(step.actor.map(name)),
            "to": false, "note": false, "other": false, "recipients": false, "notice": false, "held": false,
            "until": false, "skipped": false,
            "step": .flags(WarningStep.Kind.allCases.map { ($0.rawValue, $0 == step.kind) }),
        ]
        switch step.kind {
        // Nothing where somebody took it from another.
        case .assigned: values["to"] = .optional(step.note.flatMap { $0 == step.actor ? nil : name($0) })
        case .told:
            guard let told = step.told else { break }
            values["recipients"] = .count(told.recipients)
            // Of older lines it is not kept.
            let held = told.words == nil ? heldUntil(step.at) : told.heldUntil
            values["held"] = .optional(held.map(moment))
        case .recalled: values["recipients"] = .optional(step.note)
        case .merged: values["other"] = .optional(step.note.map { "A\($0)" })
        case .grew: break
        case .silenced:
            values["note"] = .optional(step.note)
            values["until"] = .optional(step.until.map(moment))
        default: values["note"] = .optional(step.note)
        }
        return values
    }

    private func line(of notices: WarningNotices, _ namesPeople: Bool) -> [String: TextValue] {
        var values: [String: TextValue] = [
            "at": .text(moment(notices.at)), "actor": false, "to": false, "note": false, "other": false,
            "recipients": false, "held": false, "until": false, "skipped": false,
            "step": .flags(WarningStep.Kind.allCases.map { ($0.rawValue, false) }),
        ]
        let named = notices.people.prefix(WarningNotices.mostNamed)
        values["notice"] = .object([
            "kind": NoticePost.flags(notices.notice, tellings: warning.tellings),
            "top": .flag(notices.isOfHeadquarters),
            "unreached": .flag(!notices.isReached),
            "people": namesPeople ? .series(named.map { ["name": .text(name($0))] }) : false,
            "count": .count(notices.people.count),
            "further":
                namesPeople && notices.people.count > named.count
                ? .count(notices.people.count - named.count) : false,
        ])
        return values
    }

    static let historyExample: TextValue = [
        [
            "at": "09:20", "actor": "刘洋", "to": "林枫", "note": "正在核实", "other": "A11", "recipients": "8",
            "held": "11/25 08:00", "until": "14:00", "skipped": "9",
            "notice": .object([
                "kind": NoticePost.flags(.opened), "top": true, "unreached": true,
                "people": .series([["name": "李强"]]), "count": "8", "further": "3",
            ]),
            "step": .flags(WarningStep.Kind.allCases.map { ($0.rawValue, $0 == .claimed) }),
        ]
    ]

    /// What came of a warning that is over: how it began, its worst, what was done, and how long each step took.
    ///
    /// - Parameters:
    ///   - steps: what happened to it.
    ///   - voices: how many there were from its first abnormal day to its last; nothing where they are not counted.
    ///   - forDealers: without what colleagues did and remarked.
    func summary(
        _ warning: Warning, _ steps: [WarningStep], voices: Int?, forDealers: Bool = false
    ) -> TextValue {
        guard let end = warning.end else { return false }
        var values = figures(warning.peak).reduce(into: [String: TextValue]()) { values, entry in
            values["peak_\(entry.key)"] = entry.value
        }
        values["by"] = .optional(end.by.map(name))
        values["itself"] = .flag(end.by == nil)
        values["aged"] = .flag(warning.hasFaded(in: calendar))
        values["remark"] = .optional(end.remark)
        values["other"] = .optional(warning.mergedName)
        values["dismissed"] = .flag(warning.state == .dismissed)
        let taker = WarningWords.firstTaker(of: warning, steps)
        values["claimed"] = .optional(taker.map { WarningWords.duration(warning.openedAt, $0.at) })
        let sent = warning.guidance.flatMap { $0.recipients > 0 ? $0 : nil }
        values["told"] = .optional(sent.map { WarningWords.duration(warning.openedAt, $0.at) })
        values["recipients"] = .optional(sent.map { .count($0.recipients) })
        values["took"] = WarningWords.duration(warning.openedAt, end.at)
        values["voices"] = .optional(voices.map(Figures.count))
        let span = warning.since...max(warning.since, warning.lastAbnormal)
        values["span"] = .text(Figures.days(span, today: calendar.day(of: end.at)))
        values["claimer"] = .optional(taker.map { name($0.person) })
        values["handOvers"] = .series(
            steps.filter { $0.kind == .assigned }.suffix(WarningWords.mostDeeds).map { step in
                [
                    "by": .optional(step.actor.map(name)),
                    "to": .optional(step.note.flatMap { $0 == step.actor ? nil : name($0) }),
                    "at": .text(moment(step.at)),
                ]
            })
        values["silences"] = .series(
            steps.filter { $0.kind == .silenced }.suffix(WarningWords.mostDeeds).map { step in
                [
                    "by": .optional(step.actor.map(name)), "at": .text(moment(step.at)),
                    "reason": .optional(step.note),
                ]
            })
        if forDealers {
            for name in [
                "by", "remark", "claimed", "told", "recipients", "claimer", "handOvers", "silences",
            ] { values[name] = false }
            if !reader.readsFigures(of: warning.subject) {
                for name in values.keys where name.hasPrefix("peak_") { values[name] = false }
            }
        }
        return .object(values)
    }

    /// Who took it on first, and when: since it spread to a wider place, if somebody did then. Whoever tells dealers what to say
    /// takes it on, too.
    private static func firstTaker(
        of warning: Warning, _ steps: [WarningStep]
    ) -> (person: String, at: Timestamp)? {
        func first(_ steps: ArraySlice<WarningStep>) -> (person: String, at: Timestamp)? {
            for step in steps {
                let person: String? =
                    switch step.kind {
                    case .claimed, .told: step.actor
                    case .assigned: step.note ?? step.actor
                    default: nil
                    }
                if let person { return (person, step.at) }
            }
            return nil
        }
        let spread = steps.lastIndex { $0.kind == .spread } ?? steps.startIndex
        if let taker = first(steps[spread...]) ?? first(steps[...]) { return taker }
        guard let owner = warning.owner, let at = warning.claimedAt else { return nil }
        return (owner, at)
    }

    /// Hand-overs and silences that a summary names, the last ones of more.
    private static let mostDeeds = 5

    static let summaryExample: TextValue = .object([
        "voices": "57", "span": "11/24–11/26", "claimer": "刘洋",
        "handOvers": .series([["by": "刘洋", "to": "林枫", "at": "09:20"]]),
        "silences": .series([["by": "刘洋", "at": "09:20", "reason": "正在核实"]]),
        "peak_days": "11/24", "peak_several": "3", "peak_observed": "19", "peak_many": true,
        "peak_usual": "4",
        "peak_expected": "12", "peak_rarity": ["years": "9", "months": "3", "days": "20", "ages": true],
        "by": "刘洋", "remark": "已更换批次", "other": "A11", "dismissed": true, "aged": true, "itself": true,
        "claimed": durationExample,
        "told": durationExample, "recipients": "8", "took": durationExample,
    ])
}
