extension Router {
    /// What a step of an open form asks for.
    enum FormStep {
        /// A text of the person's own, of any length: what is suggested.
        case freely
        /// A few words: the product or service.
        case briefly
    }

    /// A message that is clearly a command or question of its own, also while a text is asked for: it names a warning or a
    /// suggestion with a verb (A20 已解决，配件已换; 不采纳 22 因为…), asks what is known about a place or time (全国油耗近30天), or is nothing
    /// but a command (通报). Nothing where it may be a part of what is asked for: a suggestion must not be lost.
    ///
    /// - Parameter context: without the form, and without what was said before: the message must say it alone.
    func commandOfItsOwn(_ text: String, in context: DialogueContext, asks step: FormStep) -> Understood? {
        let understood = understand(text, in: context)
        let intent = understood.request.intent
        let message = features(of: text, context)
        // 记录 客户说空调不凉 is a record, and no suggestion.
        if intent == .recordVoice, phrasebook.formWords.opensRecord(text) {
            return understood
        }
        if intent.isAboutAlerts, intent.changesSomething || intent != .alertList {
            if !message.mentions.alerts.isEmpty, understood.said.alert != nil {
                // What is added to an action stands behind it; anything else must be understood to the last word.
                return understood.request.slots.words != nil || message.unexplained == 0 ? understood : nil
            }
        }
        if intent.isAboutSuggestions, intent != .suggestionFile, understood.said.suggestion != nil {
            // Of attachments the whole message is understood.
            let isPlain =
                message.unexplained == 0 && intent != .suggestionDecide || intent == .suggestionAttachments
            return isPlain || phrasebook.triageWords.opensDecision(text) ? understood : nil
        }
        guard message.unexplained == 0 else { return nil }
        let reading = read(text, context)
        guard let match = reading.match, reading.intent == intent else { return nil }
        if intent.isAboutVoices { return asksOfPlaceOrTime(message) ? understood : nil }
        return match.pattern.saysNothingElse && intent.isAboutAlerts ? understood : nil
    }

    /// A place or a time together with what is asked about there: nobody suggests 全国油耗近30天.
    private func asksOfPlaceOrTime(_ message: MessageFeatures) -> Bool {
        let mentions = message.mentions
        let isPlaced =
            !mentions.cities.isEmpty || mentions.namesArea
            || mentions.saysNation || !mentions.periods.isEmpty
        let asks =
            !mentions.aspects.isEmpty || message.says(phrasebook.question)
            || message.says(phrasebook.customer)
            || message.says(phrasebook.look)
        let known = phrasebook.question.union(phrasebook.look).union(phrasebook.customer)
            .union(phrasebook.filler).union(.followUpSlots).union(phrasebook.here).union(phrasebook.recent)
        return isPlaced && asks
            && message.pieces.allSatisfy { $0.features.isEmpty || !$0.features.isDisjoint(with: known) }
    }
}

extension Router {
    /// Whether a message asks on of another place, time or aspect (上海呢): nobody suggests that.
    func asksOn(_ text: String, in context: DialogueContext) -> Bool {
        let message = features(of: text, context)
        return message.unexplained == 0 && message.says(phrasebook.marker) && saysOnlySlots(message)
            && phrasebook.formWords.asksOn(text)
    }

    /// Whether a message asks to wait (等一下): nobody suggests that.
    func asksToWait(_ text: String) -> Bool { phrasebook.formWords.asksToWait(text) }
}
