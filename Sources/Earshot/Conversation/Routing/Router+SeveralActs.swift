/// Messages about several warnings: the same for all of them, or nothing for any.
extension Router {
    /// Whether not the same is wanted of several warnings, or one is left out: 认领A2，A7误报, A2误报，A7不是, 除了A13都误报.
    ///
    /// - Parameters:
    ///   - own: the clauses of the command.
    ///   - all: those, and those of what is added to it without a sign that tells them apart.
    func isOfDifferent(
        _ understood: Understood, own: [MessageFeatures], all: [MessageFeatures], _ context: DialogueContext
    ) -> Bool {
        let intent = understood.request.intent
        if own.contains(where: phrasebook.leftOutWords.stand) { return true }
        guard understood.further.isEmpty, intent != .alertBroadcast,
            let acting = all.firstIndex(where: { verb(of: intent, in: $0) != nil })
        else { return false }
        if namesSeveralActs(all[acting], intent) { return true }
        let numbers = Set(all.flatMap(\.mentions.alerts))
        return all.indices.contains { index in
            let clause = all[index]
            guard index != acting else { return false }
            // A1误报，不是，是A9.
            if index > acting, phrasebook.remarkDenials.fill(clause.text) { return true }
            let isNaming = !clause.mentions.alerts.isEmpty
            guard
                isNaming || index < acting && index == 0
                    || !phrasebook.pointerWords.pointers(in: clause, phrasebook).isEmpty
            else { return false }
            let other = read(clause, DateReader(context), context).intent
            if other.isAct, other.isAboutAlerts, other != intent { return true }
            // A12 客户很满意，已解决: what is said of the only one before is no other wish.
            guard index > acting || numbers.count > 1 else { return false }
            return isNaming && !refers(clause) && !repeats(clause, all[acting], intent)
        }
    }

    /// Whether another thing is wanted of one of the warnings that a clause names: A2误报 A7认领.
    private func namesSeveralActs(_ clause: MessageFeatures, _ intent: Intent) -> Bool {
        guard Set(clause.mentions.alerts).count > 1, let own = verb(of: intent, in: clause) else {
            return false
        }
        return Router.acts.contains { other in
            guard other != intent, let verb = verb(of: other, in: clause) else { return false }
            return !verb.overlaps(own)
        }
    }

    static let acts: [Intent] = [
        .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertAssign,
    ]

    /// Whether a clause names a warning as a reason: 和A1重复, 见油耗那条.
    func refers(_ clause: MessageFeatures) -> Bool {
        let numbers = clause.tokens.filter { $0.features.contains(Feature.alert) }
        if numbers.isEmpty {
            return phrasebook.pointerWords.pointAtThat(clause)
                && phrasebook.actWords.refers.contains { clause.text.scalars.starts(with: $0) }
        }
        return numbers.allSatisfy { token in
            let before = clause.text.scalars[..<token.range.lowerBound]
            return phrasebook.actWords.refers.contains { before.elementsEqual($0) }
        }
    }

    /// Takes in what is wished of further warnings in clauses of their own: A1误报；A2误报；A3也误报. What follows the last is why.
    func takeRepeated(into understood: inout Understood, _ text: String) {
        let request = understood.request
        guard request.intent.isRepeatable, let words = request.slots.words,
            !isMarked(understood, text)
        else { return }
        let parts = CommandClauses.split(text)
        let clauses = parts.map {
            MessageFeatures(
                Normalization($0), phrasebook: phrasebook, dates: DateReader(today: Day(number: 0)))
        }
        guard let acting = clauses.firstIndex(where: { verb(of: request.intent, in: $0) != nil }),
            let last = clauses.lastIndex(where: { !$0.mentions.alerts.isEmpty }), last > acting,
            clauses[(acting + 1)...last].allSatisfy({
                !$0.mentions.alerts.isEmpty && repeats($0, clauses[acting], request.intent)
            }), words.hasPrefix(parts[acting + 1].drop(while: \.isWhitespace).prefix(2))
        else { return }
        let known = Set(([request] + understood.alike).compactMap(\.slots.alert))
        let reason = phrasebook.triageWords.reason(text[parts[last].endIndex...])
        understood.request.slots.words = reason
        for index in understood.alike.indices { understood.alike[index].slots.words = reason }
        let numbers = clauses[(acting + 1)...last].flatMap(\.mentions.alerts).map { String($0) }
        for number in numbers where !known.contains(number) {
            guard !understood.alike.contains(where: { $0.slots.alert == number }),
                understood.alike.count + 1 < Router.mostAtOnce
            else { continue }
            var other = understood.request
            other.slots.alert = number
            understood.alike.append(other)
        }
    }

    /// Whether a colon or a word like 因为 says that all that follows is what a person adds.
    func isMarked(_ understood: Understood, _ text: String) -> Bool {
        guard understood.request.slots.words != nil else { return false }
        let head = command(of: understood, in: text).withoutOuterBlanks
        return head.last.map { ":：".contains($0) } ?? false
            || phrasebook.triageWords.causes.contains { head.hasSuffix($0) }
    }

    /// Whether a clause names further warnings and wants nothing else of them than another does: A7, A7也是, and of silences and
    /// of what is handed over the same length and person.
    private func repeats(_ clause: MessageFeatures, _ other: MessageFeatures, _ intent: Intent) -> Bool {
        guard !refers(clause) else { return false }
        // 认领A1 - 油耗, A4 - 刹车.
        if isPlain(clause, intent, isDescribed: intent == .alertClaim, also: true) {
            guard intent == .alertSilence || intent == .alertAssign else { return true }
            // A7也静默: for how long was said before.
            return verb(of: intent, in: clause) == nil || intent == .alertSilence
        }
        guard intent == .alertSilence || intent == .alertAssign else { return false }
        return withoutNumbers(clause) == withoutNumbers(other)
    }

    private func withoutNumbers(_ clause: MessageFeatures) -> [UInt32] {
        var scalars = clause.text.scalars
        for token in clause.tokens.reversed() where token.features.contains(Feature.alert) {
            scalars.removeSubrange(token.range)
        }
        return scalars.filter { $0 != Normalization.separator && $0 != Router.also }
    }

    /// 也
    private static let also: UInt32 = 0x4E5F
}

extension Intent {
    /// Whether it may be wished of several warnings at once.
    fileprivate var isRepeatable: Bool {
        switch self {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore,
            .alertAssign:
            true
        default: false
        }
    }
}
