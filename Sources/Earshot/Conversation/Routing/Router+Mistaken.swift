/// What is said of a warning in words that are no command and come close to one.
extension Router {
    /// Offers to take back what was said to have ended the warning that is spoken of, where that is called a mistake: 我弄错了.
    func mistaken(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let previous = context.previous, message.mentions.alerts.isEmpty,
            let number = previous.slots.alert, let words = phrasebook.takingBack[previous.intent],
            !pointsAtMore(clauses(of: text), than: previous.intent),
            clauses(of: text).prefix(Router.mostBeforeMistake + 1).contains(where: {
                callsMistake($0, previous.intent)
            })
        else { return nil }
        var slots = Slots()
        (slots.alert, slots.ended) = (number, previous.intent == .alertDismiss ? .dismissed : .resolved)
        var asked = unknown(message, in: context)
        asked.meant = Guess("A\(number) \(words)", Request(.alertRestore, slots))
        return asked
    }

    /// Whether a clause points at a warning, or says what else is done.
    private func pointsAtMore(_ clauses: [MessageFeatures], than ended: Intent) -> Bool {
        clauses.contains { clause in
            phrasebook.pointerWords.pointAtThat(clause)
                || Router.acts.contains { act in
                    act != ended && verb(of: act, in: clause) != nil && !callsMistake(clause, ended)
                        && !clause.says(phrasebook.unsettled)
                }
        }
    }

    /// How many clauses may stand before the one that says so: 不好意思，弄错了.
    private static let mostBeforeMistake = 1

    /// Whether a clause says nothing but that something was done by mistake.
    private func callsMistake(_ clause: MessageFeatures, _ intent: Intent) -> Bool {
        let scalars = clause.text.scalars
        return phrasebook.mistakenWords.contains { word in
            scalars.firstRange(of: word).map {
                // 是系统弄错了 is why it is a false alarm.
                !scalars[..<$0.lowerBound].contains(Router.system)
                    && isPlain(0..<$0.lowerBound, of: clause, intent)
                    && isPlain($0.upperBound..<scalars.count, of: clause, intent)
            } ?? false
        }
    }

    /// 系
    private static let system: UInt32 = 0x7CFB

    /// Asks whether the warning that is spoken of is over, where something is said to be and nothing else is understood
    /// (客户的问题解决了); and which, behind a list of them (都误报).
    func asking(
        whetherEnded understood: Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> Understood? {
        guard understood.request.intent == .unknown, understood.meant == nil, understood.undone == nil,
            let previous = context.previous, previous.intent.isAboutAlerts, message.mentions.alerts.isEmpty,
            !message.text.isQuestion, !message.says(phrasebook.question.union(phrasebook.not)),
            let ending = ending(in: message)
        else { return nil }
        let pointers = phrasebook.pointerWords
        let acts = phrasebook.features(of: ending)
        if pointers.pointAtThat(message) || pointers.pointAtOther(message, beside: acts, phrasebook) {
            return asking(which: Understood(request: Request(ending)))
        }
        guard let number = previous.slots.alert else {
            guard previous.intent == .alertList else { return nil }
            return asking(which: Understood(request: Request(ending)))
        }
        var slots = Slots()
        slots.alert = number
        var asked = understood
        asked.undone = Undone(act: ending, warning: number, reason: .uncertain)
        asked.meant = offer(of: Request(ending, slots))
        return asked
    }

    /// What is understood of the warning that was spoken of where its number is put before the message: of 核实了，误报 beside it the
    /// words that leave no doubt decide. Nothing where no act comes of that.
    func numbered(
        _ understood: Understood, _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        guard understood.request.intent == .unknown,
            understood.undone.map({ $0.reason == .uncertain }) ?? true,
            context.openForm == nil, message.mentions.alerts.isEmpty, message.mentions.plainNumber == nil,
            let previous = context.previous, previous.intent.isAboutAlerts, let number = previous.slots.alert,
            !message.text.isQuestion, !phrasebook.pointerWords.pointAtThat(message),
            !phrasebook.severalWords.stand(in: message.text.scalars),
            // 昨天的误报 may be any.
            !Router.ends.contains(where: { end in
                verb(of: end, in: message).map { isOf($0.lowerBound, in: message) } ?? false
            })
        else { return nil }
        let again = understand("A\(number) " + text, in: context)
        let request = again.request
        let isClaim = request.intent == .alertClaim && message.says(phrasebook.claim)
        guard isClaim || Router.ends.contains(request.intent),
            request.slots.alert == number, again.alike.isEmpty, again.further.isEmpty
        else { return nil }
        return again
    }

    private static let ends: [Intent] = [.alertResolve, .alertDismiss]

    /// Whether 的 stands right before a position.
    private func isOf(_ position: Int, in message: MessageFeatures) -> Bool {
        position > 0 && message.text.scalars[position - 1] == 0x7684
    }

    /// What a message says of a warning to have ended it.
    private func ending(in message: MessageFeatures) -> Intent? {
        if verb(of: .alertDismiss, in: message) != nil { return .alertDismiss }
        guard let act = verb(of: .alertResolve, in: message),
            phrasebook.aheadWords.isDone(act, in: message)
        else { return nil }
        return .alertResolve
    }
}
