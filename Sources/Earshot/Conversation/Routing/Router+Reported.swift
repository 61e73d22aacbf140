/// What reads like a command and is not meant to be done at once: what somebody else has said or shall do, what is still to
/// come, and what is denied in the same breath.
extension Router {
    /// Asks whether a command is meant that stands between quotation marks or behind a word of saying (王磊说A8已经解决了). What is
    /// to come or is denied is not offered, and what somebody else shall do is offered as handing it over.
    func asking(
        whetherReported understood: Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> Understood? {
        guard understood.request.intent.isAct else { return nil }
        var asked = unknown(message, in: context)
        var dismissed: Understood?
        if understood.request.intent.isAboutAlerts {
            let own = clauses(of: command(of: understood, in: text), DateReader(context))
            if let shown = showing(instead: understood, own) { return shown }
            // 误报，宁波那条 without a number points at one as well.
            let pointing =
                understood.request.slots.words == nil ? clauses(of: text, DateReader(context)) : own
            if namesDoubtfulNumber(understood, text, own) || pointsAtNone(understood, pointing) {
                return asking(which: understood)
            }
            dismissed = dismissing(understood, own)
            let understood = dismissed ?? understood
            if let reason = reasonToWait(understood, text, own, context) {
                let request = understood.request
                if reason == .uncertain, let other = other(whoShall: request.intent, message, text, context) {
                    asked.meant = handing(request, to: other, context)
                    return asked
                }
                if reason == .uncertain, namesSeveral(own) {
                    return asking(which: understood, because: .uncertain)
                }
                asked.undone = Undone(act: request.intent, warning: request.slots.alert, reason: reason)
                if reason == .uncertain {
                    asked.meant =
                        request.slots.person.map { handing(request, to: $0, context) } ?? offer(of: request)
                }
                return asked
            }
        }
        if let other = other(whoShall: understood.request.intent, message, text, context) {
            asked.meant = handing(understood.request, to: other, context)
            return asked
        }
        guard isReported(message, text) else { return dismissed }
        asked.meant = Guess(text, understood.request)
        return asked
    }

    /// A warning that is closed as a false alarm is one: A12是误报，请关闭.
    private func dismissing(_ understood: Understood, _ clauses: [MessageFeatures]) -> Understood? {
        guard understood.request.intent == .alertResolve,
            Set(clauses.flatMap(\.mentions.alerts)).count < 2,
            clauses.contains(where: { verb(of: .alertDismiss, in: $0) != nil })
        else { return nil }
        var dismissed = understood
        dismissed.request.intent = .alertDismiss
        return dismissed
    }

    /// The warning itself, where a message asks about what is done: A12 静默多久.
    private func showing(instead understood: Understood, _ clauses: [MessageFeatures]) -> Understood? {
        let request = understood.request
        guard request.slots.words == nil, asksAbout(request.intent, clauses) else { return nil }
        guard Set(clauses.flatMap(\.mentions.alerts)).count < 2 else {
            return Understood(request: Request(.alertList))
        }
        var slots = Slots()
        (slots.alert, slots.described) = (request.slots.alert, request.slots.described)
        return Understood(request: Request(.alertShow, slots), said: slots)
    }

    /// Why what is wanted of a warning is not done at once.
    private func reasonToWait(
        _ understood: Understood, _ text: String, _ own: [MessageFeatures], _ context: DialogueContext
    ) -> Undone.Reason? {
        if isDenied(understood, context) { return .denied }
        if isAhead(understood, text, context) { return .later }
        let isTaken = understood.request.intent == .alertClaim || understood.request.intent == .alertAssign
        if isTaken, asksBack(text) { return .uncertain }
        let isMarked = isMarked(understood, text)
        let all = isMarked ? own : clauses(of: text, DateReader(context))
        if isOfDifferent(understood, own: own, all: all, context) { return .different }
        if contrasts(understood, all) { return .different }
        return isUncertain(understood, own, isMarked: isMarked) ? .uncertain : nil
    }

    /// Whether a claim, or that somebody else takes it on, is asked about: 我来？. 能帮我认领吗？ is polite.
    private func asksBack(_ text: String) -> Bool {
        text.withoutOuterBlanks.last.map { "?？".contains($0) } ?? false
            && !phrasebook.actWords.politeAsking.contains { text.contains($0) }
    }

    /// What is probably meant, in words that leave no doubt.
    func offer(of request: Request) -> Guess? {
        guard let number = request.slots.alert, request.slots.described == nil,
            let words = phrasebook.actWords.inWords[request.intent]
        else { return nil }
        let length = request.slots.duration.map { " \($0)" } ?? ""
        return Guess("A\(number) \(words)\(length)", request)
    }

    /// Whether it is pointed at a warning of which nobody knows which one it is: 西湖店那条误报.
    private func pointsAtNone(_ understood: Understood, _ clauses: [MessageFeatures]) -> Bool {
        let slots = understood.request.slots
        return slots.alert == nil && slots.described == nil
            && clauses.contains(where: phrasebook.pointerWords.pointAtThat)
    }

    /// Whether several warnings are named, of which nobody knows which are meant: A1还是A9误报, 12号1号都解决了.
    private func namesSeveral(_ clauses: [MessageFeatures]) -> Bool {
        let numbers = Set(clauses.flatMap(\.mentions.alerts))
        guard numbers.isEmpty else { return numbers.count > 1 }
        return Set(clauses.flatMap { $0.mentions.ordinals + $0.mentions.numbers }).count > 1
    }

    private func isReported(_ message: MessageFeatures, _ text: String) -> Bool {
        let quotes = phrasebook.reportingQuotes
        if let first = text.withoutOuterBlanks.first, quotes.contains(first) { return true }
        let number = message.tokens.first {
            $0.features.contains(Feature.alert) || $0.features.contains(Feature.suggestion)
        }
        guard let number else { return false }
        return phrasebook.reporting.stand(in: message.text.scalars[..<number.range.lowerBound])
            || text.prefix { !$0.isNumber }.contains { quotes.contains($0) }
    }

    // MARK: Others

    /// Whom a command means that somebody else shall carry out (提醒王磊处理A1, 王磊认领A6), as it was written, or nobody's name (让他们处理
    /// A1); nothing where the writer is meant.
    private func other(
        whoShall intent: Intent, _ message: MessageFeatures, _ text: String, _ context: DialogueContext
    ) -> String? {
        guard intent.isOfOneWarning, intent != .alertBroadcast, intent != .alertAssign else { return nil }
        let acts = phrasebook.warnings.remarkable.union(phrasebook.warnings.claim).union(
            phrasebook.warnings.handle)
        let words = phrasebook.remindingWords
        let start = words.start(of: message, phrasebook)
        if let whom = words.whom(in: message, from: start) {
            let end = message.tokens.first {
                $0.range.lowerBound >= whom
                    && (!$0.features.isDisjoint(with: acts) || $0.features.contains(Feature.alert))
            }?.range.lowerBound
            guard let end else { return "" }
            let name = written(whom..<end, of: message, in: text)
            guard !context.knowsPerson(name) else { return name }
            return written(whom..<words.endOfName(whom..<end, in: message), of: message, in: text)
        }
        // 王磊认领A6: a name stands in the place of 我.
        guard intent == .alertClaim,
            let verb = message.tokens.first(where: {
                !$0.features.isDisjoint(with: phrasebook.warnings.claim.union(phrasebook.warnings.handle))
            })?.range, RemindingWords.nameLengths.contains(verb.lowerBound - start),
            !words.speaksOfOneself(message.text.scalars[verb]),
            message.gaps[start..<verb.lowerBound].contains(true)
        else { return nil }
        let name = written(start..<verb.lowerBound, of: message, in: text)
        return Surnames.begin(name) && context.knowsPerson(name) ? name : nil
    }

    func written(_ range: Range<Int>, of message: MessageFeatures, in text: String) -> String {
        guard !range.isEmpty else { return "" }
        let origins = message.text.origins
        let (from, to) = (Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]))
        return String(String.UnicodeScalarView(Array(text.unicodeScalars)[from...to])).withoutOuterBlanks
    }

    /// The wish to hand a warning over to somebody, in words that say so; nothing where nobody is named.
    private func handing(_ request: Request, to name: String, _ context: DialogueContext) -> Guess? {
        guard let number = request.slots.alert, !name.isEmpty,
            let words = phrasebook.remindingWords.handing(name)
        else { return nil }
        let text = "A\(number) \(words)"
        let handing = understand(text, in: context).request
        return handing.intent == .alertAssign && handing.slots.person == name ? Guess(text, handing) : nil
    }

    // MARK: Denials

    /// Whether what is added to an act denies it: A12已解决：还没, A12 误报：不是误报，是真的. 不是质量问题 is a reason.
    private func isDenied(_ understood: Understood, _ context: DialogueContext) -> Bool {
        let intent = understood.request.intent
        guard intent.isAboutAlerts, let words = understood.request.slots.words else { return false }
        if phrasebook.remarkDenials.fill(Normalization(words)) { return true }
        // What dealers are told may begin with 不要.
        guard intent != .alertBroadcast, intent != .alertAssign,
            let clause = clauses(of: words, DateReader(context)).first
        else { return false }
        if phrasebook.remarkDenials.open(clause, phrasebook) { return true }
        // 没有完全解决
        if let verb = verb(of: intent, in: clause), phrasebook.remarkDenials.undo(verb, in: clause) {
            return true
        }
        let contrary =
            switch intent {
            case .alertResolve: phrasebook.warnings.unsettled
            case .alertDismiss: phrasebook.warnings.noFalseAlarm
            default: FeatureSet()
            }
        let first = clause.tokens.first { token in
            !token.features.isSubset(of: phrasebook.filler) || token.features.isEmpty
        }
        return first.map { !$0.features.isDisjoint(with: contrary) } ?? false
            || heldBack(clause, context) == intent
    }
}
