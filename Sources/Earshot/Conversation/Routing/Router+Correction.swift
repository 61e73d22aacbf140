extension Router {
    /// The message with misspelt words as they are spelled, where that says more than what is written.
    func correcting(_ written: Reading, _ text: String, _ context: DialogueContext) -> Reading? {
        let message = written.message
        guard context.openForm == nil, choice(message) == nil, !message.says(phrasebook.offTopic),
            (2...Misspellings.longestText).contains(message.text.scalars.count),
            written.intent == .unknown
                || message.unexplained > 0
                    && (written.match?.pattern.leavesText != true
                        || message.unexplained < MessageFeatures.leastText)
        else { return nil }
        let gaps = message.gaps
        let isOpen = written.intent == .unknown ? gaps.map { _ in true } : gaps
        let corrected = read(
            MessageFeatures(
                message.text, phrasebook: phrasebook, dates: written.dates, misread: (isOpen, gaps)),
            written.dates, context)
        guard corrected.intent != .unknown else { return nil }
        guard written.intent != .unknown else { return corrected }
        guard corrected.message.unexplained < message.unexplained else { return nil }
        if corrected.intent == written.intent { return corrected }
        // 订阅理想周报 names a brand that is not known, and no list of subscriptions.
        guard StrangeNames.names(in: message, of: written.intent, text, phrasebook).isEmpty else {
            return nil
        }
        let explainsAll = corrected.message.unexplained == 0
        guard corrected.intent.changesSomething else {
            return explainsAll || written.intent.isGeneral ? corrected : nil
        }
        return explainsAll && (written.intent.changesSomething || written.intent.isOfOne) ? corrected : nil
    }
}

extension Intent {
    /// Whether it shows one warning, suggestion or delivery: so does an action on one whose word is not known.
    fileprivate var isOfOne: Bool { self == .alertShow || self == .suggestionShow || self == .outboxShow }

    /// Whether a message may have come to it only because the word for something more special was not known.
    fileprivate var isGeneral: Bool {
        switch self {
        case .overview, .aspect, .dealer, .alertList, .alertShow, .suggestionShow, .outboxShow: true
        default: false
        }
    }
}
