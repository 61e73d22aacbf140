/// The words of `commands.json5` beside an act on a warning by which it is not done at once, or not as it reads.
struct UncertainWords: Sendable {
    /// Before the act, in its clause: 可能, 准备; in a clause before that of what ends a warning: 等; and right before and right behind it: 将, 不了.
    private let before: [[UInt32]]
    private let earlier: [[UInt32]]
    private let rightBefore: [[UInt32]]
    private let rightBehind: [[UInt32]]
    /// Right behind the act, where that is asked about: 多久, 情况.
    private let asked: [[UInt32]]
    /// All that is said of an act behind it, where it is doubted: 待核实.
    private let doubts: [[UInt32]]
    /// The same at the beginning of a longer remark: 待客户确认.
    private let doubtsBegin: [[UInt32]]
    /// Words for a false alarm that may be of something else: 弄错了.
    private let doubtfulActs: [[UInt32]]
    /// What closes a warning whatever stands beside it, and what says that it has come to an end, unless somebody is asked for it.
    private let closing: [[UInt32]]
    private let ends: [[UInt32]]
    private let requesting: [[UInt32]]
    private let makingSure: [[UInt32]]
    /// Beside what is left out: 除了A13都误报; and around it: 除A13外.
    private let except: [[UInt32]]
    private let exceptAround: [[UInt32]]

    init(_ words: ReplyWords) {
        (before, earlier) = (words.words("uncertain_before"), words.words("uncertain_earlier"))
        rightBefore = words.words("uncertain_right_before")
        (rightBehind, asked) = (words.words("uncertain_right_behind"), words.words("act_asked"))
        (doubts, doubtsBegin) = (words.words("remark_doubts"), words.words("doubts_begin"))
        doubtfulActs = words.words("doubtful_acts")
        (closing, ends) = (words.words("closing_acts"), words.words("closing_ends"))
        (requesting, makingSure) = (words.words("requesting"), words.words("making_sure"))
        (except, exceptAround) = (words.words("uncertain_except"), words.words("uncertain_except_around"))
    }

    /// Whether a clause says of its act that it is about to be done, cannot be, or is only guessed.
    func stand(beside act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        return before.stand(in: scalars[..<act.lowerBound])
            || rightBefore.contains { scalars[..<act.lowerBound].suffix($0.count).elementsEqual($0) }
            || rightBehind.contains { scalars[act.upperBound...].starts(with: $0) }
    }

    /// Whether a clause before that of an act says that it only may come to that.
    func stand(in earlier: MessageFeatures) -> Bool { self.earlier.stand(in: earlier.text.scalars) }

    /// Whether a text says nothing but that something is doubted.
    func doubt(_ text: Normalization) -> Bool {
        doubts.contains(text.scalars.filter { $0 != Normalization.separator })
    }

    /// Whether a text begins by doubting what it is added to.
    func doubtFirst(_ text: Normalization) -> Bool {
        doubtsBegin.contains { text.scalars.starts(with: $0) }
    }

    /// Whether the word for an act may be of something else, or somebody is asked to make sure of it: 我弄错了, 麻烦确认误报.
    func isDoubtful(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        let before = scalars[..<act.lowerBound]
        return doubtfulActs.contains { scalars[act].starts(with: $0) }
            || requesting.stand(in: before) && makingSure.stand(in: before)
    }

    /// Whether a word that a warning is over says so beside other words: 已解决, 关闭. A bare 解决 beside any is a wish or a plan.
    func isWish(_ act: Range<Int>, in clause: MessageFeatures, isDone: Bool, isAlone: Bool) -> Bool {
        let scalars = clause.text.scalars
        guard !isDone, !isAlone, !closing.stand(in: scalars[act]) else { return false }
        return !ends.contains { scalars[act].suffix($0.count).elementsEqual($0) }
            || requesting.stand(in: scalars[..<act.lowerBound])
    }

    /// Whether what stands right behind an act asks about it: 静默多久, 解决情况.
    func ask(behind act: Range<Int>, in clause: MessageFeatures) -> Bool {
        asked.contains { clause.text.scalars[act.upperBound...].starts(with: $0) }
    }

    /// Whether a clause leaves out what it names.
    func leavesOut(in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        guard !except.stand(in: scalars) else { return true }
        guard let first = exceptAround.first, let last = exceptAround.last, first != last,
            let start = scalars.firstRange(of: first)
        else { return false }
        return scalars[start.upperBound...].firstRange(of: last) != nil
    }
}

extension Router {
    /// Whether what a message wants of a warning is guessed, cannot be or is about to be done (可能要静默); of what ends one, whether
    /// anything stands beside it that leaves a doubt: 快解决了, 王磊反馈已解决.
    ///
    /// - Parameter isMarked: whether a sign says that a remark is one.
    func isUncertain(_ understood: Understood, _ clauses: [MessageFeatures], isMarked: Bool) -> Bool {
        let intent = understood.request.intent
        guard let index = clauses.firstIndex(where: { verb(of: intent, in: $0) != nil }),
            let act = verb(of: intent, in: clauses[index])
        else { return false }
        let words = phrasebook.uncertainWords
        if words.stand(beside: act, in: clauses[index]) { return true }
        let clause = clauses[index]
        if intent == .alertClaim {
            // 售后跟进, 需要总部处理: somebody else has it, or shall.
            return !isPlain(
                0..<act.lowerBound, of: clause, intent, isDescribed: clause.mentions.alerts.isEmpty, [.claim])
        }
        guard intent == .alertResolve || intent == .alertDismiss else { return false }
        if words.isDoubtful(act, in: clause) { return true }
        if intent == .alertResolve,
            words.isWish(
                act, in: clause, isDone: phrasebook.aheadWords.isDone(act, in: clause),
                isAlone: isMarked || isAlone(act, in: clause))
        {
            return true
        }
        if let remark = understood.request.slots.words {
            let remark = Normalization(remark)
            if words.doubt(remark) || !isMarked && words.doubtFirst(remark) { return true }
        }
        if clauses[(index + 1)...].contains(where: { words.doubt($0.text) || words.doubtFirst($0.text) }) {
            return true
        }
        return clauses[..<index].contains { earlier in
            words.stand(in: earlier)
                || !earlier.mentions.alerts.isEmpty && !isPlain(earlier, intent, isDescribed: true)
        }
            || !isPlain(
                clause, intent,
                isDescribed: understood.request.slots.described != nil
                    || clauses.allSatisfy(\.mentions.alerts.isEmpty),
                leadsOn: understood.request.slots.words != nil)
    }

    /// Whether nothing stands beside an act but the numbers of warnings and words for one.
    private func isAlone(_ act: Range<Int>, in clause: MessageFeatures) -> Bool {
        clause.text.scalars.indices.allSatisfy { position in
            clause.text.scalars[position] == Normalization.separator || act.contains(position)
                || clause.tokens.contains { token in
                    token.range.contains(position)
                        && (token.features.contains(Feature.alert)
                            || !token.features.isDisjoint(with: phrasebook.alert))
                }
        }
    }

    /// Whether a message asks about an act instead of wanting it: A12 静默多久, A12 解决情况, A1和A2哪个是误报.
    func asksAbout(_ intent: Intent, _ clauses: [MessageFeatures]) -> Bool {
        clauses.contains { clause in
            guard let act = verb(of: intent, in: clause) else { return false }
            return phrasebook.uncertainWords.ask(behind: act, in: clause)
                || (intent == .alertResolve || intent == .alertDismiss)
                    && clause.says(phrasebook.question)
                    && !phrasebook.reporting.stand(in: clause.text.scalars)
                    && !isPlain(clause, intent, isDescribed: true)
        }
    }
}
