extension Router {
    /// The words by which lines to take are filed.
    public var knowledgeWords: KnowledgeCommandWords { phrasebook.knowledgeWords }

    /// What is done with a line to take: what stands behind the command is no part of it, whatever it says.
    func knowledge(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let request = phrasebook.knowledgeWords.command(text) else {
            return nil
        }
        return Understood(request: request, said: request.slots)
    }
}

extension Router {
    /// Whether a message that was not understood may be a question which somebody could answer: no command with a slip in it
    /// (认另 A1), and no word with which something is decided or done (不采纳).
    func mayBeQuestion(_ text: String, _ context: DialogueContext) -> Bool {
        let start = text.withoutOuterBlanks
        guard !noteWords.opensCommand(start), !knowledgeWords.opensCommand(start) else { return false }
        let message = features(of: text, context)
        guard !message.says(phrasebook.offTopic) else { return false }
        if message.text.asks || message.text.isQuestion || phrasebook.triageWords.asks(message.text) {
            return true
        }
        guard message.mentions.alerts.isEmpty, message.mentions.hashes.isEmpty,
            text.firstMatch(of: /[AHah#＃]\s*[0-9]/) == nil, !nearest.isMistyped(message.text),
            !phrasebook.triageWords.decisions.contains(where: { start.hasPrefix($0) })
        else { return false }
        // Whatever names an action and little else was meant to be one.
        let isAction =
            message.says(phrasebook.warnings.remarkable.union(phrasebook.decisionWords))
            && message.unexplained <= Router.mostOfAction
        return !isAction
    }

    private static let mostOfAction = 4

    /// Whether a message asks what is to be said to customers, or done: 怎么安抚, 怎么跟客户解释, 怎么办.
    func asksWhatToSay(_ text: String, _ context: DialogueContext) -> Bool {
        let message = features(of: text, context)
        return message.says(phrasebook.whatToSay)
            || phrasebook.whatToDo.contains { message.text.scalars.firstRange(of: $0) != nil }
    }

    /// The aspects that a message names.
    func aspects(in text: String, _ context: DialogueContext) -> Set<Aspect> {
        Set(features(of: text, context).mentions.aspects)
    }

    /// Whether a message that is read as a question about voices, or as one of how to do something here, may rather be for
    /// headquarters: it says more than one asks what customers say with, and neither a place nor a time. What a customer said is
    /// none where nothing is asked.
    func asksBesideVoices(_ text: String, _ intent: Intent, _ context: DialogueContext) -> Bool {
        let message = features(of: text, context)
        // 怎么绑定 is asked of the bot.
        guard intent.isAboutVoices || message.unexplained > 0 || !message.mentions.aspects.isEmpty else {
            return false
        }
        let words = phrasebook.voiceWords
        let isOfVoices = message.tokens.contains { token in
            !token.features.isDisjoint(with: words.telling)
                && token.features.isDisjoint(with: phrasebook.filler)
                || !token.features.isDisjoint(with: words.voice)
                    && token.features.isDisjoint(with: words.said)
        }
        guard !isOfVoices,
            !phrasebook.tellingOfVoices.contains(where: { message.text.scalars.firstRange(of: $0) != nil })
        else { return false }
        if message.says(phrasebook.customer), message.says(phrasebook.told), !message.says(words.asking),
            !message.text.asks, !message.text.isQuestion
        {
            return false
        }
        return message.unexplained > 0
            || message.tokens.contains { $0.features.isDisjoint(with: words.usual) }
    }
}

extension Intent {
    /// Whether what is asked this way is often asked of headquarters in like words (APP怎么绑定不了车辆, 退订的话定金返还吗).
    var mayBeForHeadquarters: Bool {
        switch self {
        case .help, .bind, .subscriptionList: true
        default: isAboutVoices
        }
    }

    /// Whether it is about the lines to take, whose numbers are in `Slots.entry`.
    public var isAboutKnowledge: Bool {
        switch self {
        case .guidance, .knowledgeFile, .knowledgeChange, .knowledgeRetire, .knowledgeList, .knowledgeShow,
            .unansweredList:
            true
        default: false
        }
    }
}
