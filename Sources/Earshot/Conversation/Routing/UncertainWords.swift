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
    /// Beside what is left out: 除了A13都误报; and around it: 除A13外.
    private let except: [[UInt32]]
    private let exceptAround: [[UInt32]]

    init(_ words: ReplyWords) {
        (before, earlier) = (words.words("uncertain_before"), words.words("uncertain_earlier"))
        rightBefore = words.words("uncertain_right_before")
        (rightBehind, asked) = (words.words("uncertain_right_behind"), words.words("act_asked"))
        doubts = words.words("remark_doubts")
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
    func isUncertain(_ understood: Understood, _ clauses: [MessageFeatures]) -> Bool {
        let intent = understood.request.intent
        guard let index = clauses.firstIndex(where: { verb(of: intent, in: $0) != nil }),
            let act = verb(of: intent, in: clauses[index])
        else { return false }
        let words = phrasebook.uncertainWords
        if words.stand(beside: act, in: clauses[index]) { return true }
        guard intent == .alertResolve || intent == .alertDismiss else { return false }
        if let remark = understood.request.slots.words, words.doubt(Normalization(remark)) { return true }
        if clauses[(index + 1)...].contains(where: { words.doubt($0.text) }) { return true }
        return clauses[..<index].contains { clause in
            words.stand(in: clause)
                || !clause.mentions.alerts.isEmpty && !isPlain(clause, intent, isDescribed: true)
        }
            || !isPlain(
                clauses[index], intent,
                isDescribed: understood.request.slots.described != nil
                    || clauses.allSatisfy(\.mentions.alerts.isEmpty),
                leadsOn: understood.request.slots.words != nil)
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
