/// The words of `commands.json5` beside an act on a warning by which it is not done yet, or not as it reads.
struct UncertainWords: Sendable {
    /// Before the act, in its clause: 可能, 听说; and right before or behind it: 快解决了, 解决不了.
    private let before: [[UInt32]]
    private let rightBefore: [[UInt32]]
    private let rightBehind: [[UInt32]]
    /// Beside the number of one that is left out: 除了A13都误报.
    private let except: [[UInt32]]

    init(_ words: ReplyWords) {
        (before, except) = (words.words("uncertain_before"), words.words("uncertain_except"))
        (rightBefore, rightBehind) = (
            words.words("uncertain_right_before"), words.words("uncertain_right_behind")
        )
    }

    /// Whether a clause says of its act that it is about to be done, cannot be, is half done or only guessed.
    func stand(beside act: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        return before.stand(in: scalars[..<act.upperBound])
            || rightBefore.contains { scalars[..<act.lowerBound].suffix($0.count).elementsEqual($0) }
            || rightBehind.contains { scalars[act.upperBound...].starts(with: $0) }
    }

    /// Whether a clause leaves out what it names.
    func leavesOut(in clause: MessageFeatures) -> Bool { except.stand(in: clause.text.scalars) }
}

extension Router {
    /// Whether what a message wants of a warning is not certain enough to be done: what is guessed, half done or said by others (A2
    /// 王磊说误报, 快解决了), and what is wanted of several of which not the same is (认领A2，A7误报; 除了A13都误报).
    func isUncertain(_ understood: Understood, _ text: String, _ context: DialogueContext) -> Bool {
        let intent = understood.request.intent
        guard intent.isAct, intent.isAboutAlerts else { return false }
        let command = command(of: understood, in: text)
        let dates = DateReader(context)
        let own = clauses(of: command, dates)
        if let (clause, verb) = ending(intent, in: own),
            phrasebook.uncertainWords.stand(beside: verb, in: clause)
        {
            return true
        }
        // What dealers are told may name whatever it likes.
        let all = intent == .alertBroadcast ? own : clauses(of: text, dates)
        let naming = all.filter { !$0.mentions.alerts.isEmpty }
        if naming.contains(where: phrasebook.uncertainWords.leavesOut) { return true }
        let numbers = Set(naming.flatMap(\.mentions.alerts))
        guard numbers.count > 1, understood.further.isEmpty else { return false }
        return naming.contains { clause in
            guard verb(of: intent, in: clause) == nil else { return false }
            // A12别动，A13误报, where A12，A13误报 are a row.
            return clause.says(phrasebook.not) || clause.unexplained > 0
                || Router.acts.contains { $0 != intent && verb(of: $0, in: clause) != nil }
        } || namesSeveralActs(naming, intent)
    }

    /// Whether a word of saying stands before the act by which a warning is over: A2 王磊说误报.
    func isReported(_ understood: Understood, _ text: String, _ context: DialogueContext) -> Bool {
        let own = clauses(of: command(of: understood, in: text), DateReader(context))
        guard let (clause, verb) = ending(understood.request.intent, in: own) else { return false }
        return phrasebook.reporting.stand(in: clause.text.scalars[..<verb.lowerBound])
    }

    /// The clause by which a warning is over, and its act; nothing of any other intent.
    private func ending(
        _ intent: Intent, in clauses: [MessageFeatures]
    ) -> (clause: MessageFeatures, act: Range<Int>)? {
        guard intent == .alertResolve || intent == .alertDismiss else { return nil }
        for clause in clauses {
            if let act = verb(of: intent, in: clause) { return (clause, act) }
        }
        return nil
    }

    private static let acts: [Intent] = [
        .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertAssign,
    ]

    /// Whether clauses with numbers of warnings want another thing of one of them as well: A2误报 A7认领.
    private func namesSeveralActs(_ clauses: [MessageFeatures], _ intent: Intent) -> Bool {
        clauses.contains { clause in
            guard let own = verb(of: intent, in: clause) else { return false }
            return Router.acts.contains { other in
                guard other != intent, let verb = verb(of: other, in: clause) else { return false }
                return !verb.overlaps(own)
            }
        }
    }
}
