/// What is said of the warning that is spoken of, without its number, in words that are no command and come close to one.
extension Router {
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
            !phrasebook.actWords.several.stand(in: message.text.scalars),
            // 昨天的误报 may be any.
            !Router.ends.contains(where: { end in
                verb(of: end, in: message).map { isOf($0.lowerBound, in: message) } ?? false
            })
        else { return nil }
        let again = understand("A\(number) " + text, in: context)
        let request = again.request
        let isClaim = request.intent == .alertClaim && message.says(phrasebook.warnings.claim)
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
