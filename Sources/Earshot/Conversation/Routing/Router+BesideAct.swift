/// What a message says beside the clause that names an act on a warning, and by which nobody knows any more which one is meant.
extension Router {
    /// The clause that names an act, and where it stands among the others.
    func acting(_ intent: Intent, in clauses: [MessageFeatures]) -> Int? {
        clauses.firstIndex { verb(of: intent, in: $0) != nil }
    }

    /// Whether another clause points at a warning and says more of it than that it is meant as well: 油耗那条是真的，这条误报,
    /// 那条误报，这条不是. One that names it as a reason does not (误报，和油耗那条重复).
    func contrasts(_ understood: Understood, _ clauses: [MessageFeatures]) -> Bool {
        let intent = understood.request.intent
        guard let acting = acting(intent, in: clauses) else { return false }
        let described = understood.request.slots.described
        let pointers = phrasebook.pointerWords
        let isDescribed = pointers.pointAtThat(clauses[acting]) || !placesNamed(in: clauses[acting]).isEmpty
        return clauses.indices.contains { index in
            let clause = clauses[index]
            guard index != acting else { return false }
            if understood.further.isEmpty, wantsOther(clause, than: intent) { return true }
            guard
                pointers.pointAtThat(clause)
                    || isDescribed && pointers.pointAtSpokenOf(clause, before: placesNamed(in: clause))
            else { return false }
            guard !refers(clause) else { return false }
            // 误报，油耗那条也是: two are meant.
            return index > acting && pointers.pointAtThat(clause)
                && (described == nil || phrasebook.actWords.also.stand(in: clause.text.scalars))
                || !isPlain(clause, intent, isDescribed: true, also: true)
        }
    }

    /// Whether a clause says nothing but that another thing is done: 帮我关掉 beside 静默2小时. What is a false alarm is closed with it,
    /// and who has solved it says so: 已解决，我处理的.
    private func wantsOther(_ clause: MessageFeatures, than intent: Intent) -> Bool {
        let ends = intent == .alertResolve || intent == .alertDismiss
        if ends, verb(of: .alertResolve, in: clause) != nil { return false }
        return Router.acts.contains { other in
            guard other != intent, !(ends && other == .alertClaim), let verb = verb(of: other, in: clause)
            else { return false }
            return self.verb(of: intent, in: clause)?.overlaps(verb) != true && isPlain(clause, other)
        }
    }

    /// Whether the number by which a command names its warning may be none (预警3级，误报, 误报，2次, 26号的预警误报), or stands beside another
    /// one or beside a place.
    func namesDoubtfulNumber(
        _ understood: Understood, _ text: String, _ clauses: [MessageFeatures]
    ) -> Bool {
        let intent = understood.request.intent
        guard intent.isEndedOrTaken, understood.said.alert != nil,
            clauses.allSatisfy({ $0.mentions.alerts.isEmpty && $0.mentions.hashes.isEmpty })
        else { return false }
        let named = clauses.flatMap { clause in
            clause.tokens.compactMap { token in token.plainNumber.map { (clause, token, $0) } }
        }
        guard let (clause, token, number) = named.first, Set(named.map(\.2)).count == 1 else { return true }
        let isActing = verb(of: intent, in: clause) != nil
        let behind = clause.text.scalars[token.range.upperBound...]
        return !isActing && !isPlain(clause, intent, isDescribed: true, [.claim])
            || phrasebook.actWords.numberUnits.contains {
                behind.drop { $0 == Normalization.separator }.starts(with: $0)
            }
            || text.contains(/[0-9]\s*[%％]/)
            || number <= Router.lastDay && behind.first == Router.of
            || clause.tokens.contains { !$0.features.isDisjoint(with: Router.describing) }
    }

    private static let lastDay = 31
    /// 的
    private static let of: UInt32 = 0x7684

    /// Keeps a command with the warning that was spoken of where the number beside it is none of another one: 静默到30号, 误报，见A3.
    func settleNumber(of understood: inout Understood, _ text: String, _ context: DialogueContext) {
        let intent = understood.request.intent
        guard intent.isEndedOrTaken, understood.said.alert != nil else { return }
        let clauses = clauses(of: text)
        guard isOnlyReferredTo(intent, in: clauses) || intent == .alertSilence && endsInNumber(clauses) else {
            return
        }
        let previous = context.previous.flatMap { $0.intent.isAboutAlerts ? $0.slots.alert : nil }
        (understood.request.slots.alert, understood.said.alert) = (previous, nil)
    }

    private func isOnlyReferredTo(_ intent: Intent, in clauses: [MessageFeatures]) -> Bool {
        let naming = clauses.filter { !$0.mentions.alerts.isEmpty }
        return !naming.isEmpty && naming.allSatisfy { refers($0) && verb(of: intent, in: $0) == nil }
    }

    /// Whether the only number says until which day.
    private func endsInNumber(_ clauses: [MessageFeatures]) -> Bool {
        guard clauses.allSatisfy(\.mentions.alerts.isEmpty) else { return false }
        let numbers = clauses.flatMap { clause in
            clause.tokens.filter { $0.plainNumber != nil }.map { (clause, $0) }
        }
        return !numbers.isEmpty
            && numbers.allSatisfy { clause, token in
                let before = clause.text.scalars[..<token.range.lowerBound]
                return phrasebook.actWords.until.contains { before.suffix($0.count).elementsEqual($0) }
            }
    }
}

extension Token {
    /// The number that it may be, written without a letter: 12, 12号.
    fileprivate var plainNumber: Int? {
        for sense in senses {
            switch sense {
            case .ordinal(let number), .number(let number): return number
            default: break
            }
        }
        return nil
    }
}

extension Intent {
    /// Whether it takes a warning on, silences or ends it, or takes that back.
    fileprivate var isEndedOrTaken: Bool {
        switch self {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore: true
        default: false
        }
    }
}
