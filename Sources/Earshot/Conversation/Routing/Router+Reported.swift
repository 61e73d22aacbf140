/// What reads like a command and is none: what somebody else has said, and what a list is of.
extension Router {
    /// 误报的预警 and 采纳的建议 are lists, where no number says of which one something is done.
    func listing(
        instead understood: Understood, _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        let intent = understood.request.intent
        guard intent.isAct, !intent.isAboutSubscriptions, message.mentions.alerts.isEmpty,
            message.mentions.hashes.isEmpty
        else { return nil }
        if intent.isAboutAlerts, phrasebook.pointerWords.ask(text) {
            return Understood(request: Request(.alertList))
        }
        // 误报的呢 asks for those that are.
        if let asked = Router.asksOfKind.first(where: { text.hasSuffix($0) }) {
            let listed = intent.isAboutAlerts ? Router.listedWarnings : Router.listedSuggestions
            return understand(String(text.dropLast(asked.count)) + listed, in: context)
        }
        if intent == .alertClaim, context.previous != nil, isRelative(message) {
            var apart = context
            apart.previous = nil
            return understand(text, in: apart)
        }
        guard isListed(message) else { return nil }
        guard !text.hasSuffix(Router.listed) else { return unknown(message, in: context) }
        return understand(text + Router.listed, in: context)
    }

    /// Whether 的 stands right before a word for a warning or a suggestion: 全部结束的预警.
    private func isListed(_ message: MessageFeatures) -> Bool {
        let matters = phrasebook.alert.union(phrasebook.suggested)
        return message.tokens.contains { token in
            !token.features.isDisjoint(with: matters) && token.range.lowerBound > 1
                && message.text.scalars[token.range.lowerBound - 1] == Router.of
                && isKind(before: token.range.lowerBound - 1, message)
                // 把刚才的预警静默 has what is done behind it.
                && !message.tokens.contains {
                    $0.range.lowerBound >= token.range.upperBound
                        && !$0.features.isDisjoint(
                            with: phrasebook.remarkable.union(phrasebook.decisionWords))
                }
        }
    }

    /// Whether 的 stands right behind the word for taking something on: 我负责的城市有哪些问题 takes on none.
    private func isRelative(_ message: MessageFeatures) -> Bool {
        message.tokens.contains { token in
            !token.features.isDisjoint(with: phrasebook.claim)
                && message.text.scalars[token.range.upperBound...].first == Router.of
        }
    }

    /// Whether what stands right before 的 is what somebody did: 认领刚才的预警 is a command.
    private func isKind(before of: Int, _ message: MessageFeatures) -> Bool {
        let acts = phrasebook.remarkable.union(phrasebook.decisionWords).union(phrasebook.claim)
            .union(phrasebook.ended).union(phrasebook.settled).union(phrasebook.misreported)
        return message.tokens.contains { token in
            (of...(of + 1)).contains(token.range.upperBound)
                && (!token.features.isDisjoint(with: acts) || token.features.contains(Feature.status))
        }
    }

    private static let listed = "有哪些"
    private static let asksOfKind = ["的呢", "的呢？", "的呢?"]
    private static let listedWarnings = "的预警有哪些"
    private static let listedSuggestions = "的建议有哪些"
    /// 的
    private static let of: UInt32 = 0x7684

    /// Asks whether a command is meant that stands between quotation marks, behind a word of saying (王磊说A8已经解决了) or of reminding.
    func asking(
        whetherReported understood: Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> Understood? {
        guard understood.request.intent.isAct,
            isReported(message, text) || isForOthers(understood.request.intent, message)
                || isAhead(understood, text, context) || isDenied(understood)
        else { return nil }
        var asked = unknown(message, in: context)
        asked.meant = Guess(text, understood.request)
        return asked
    }

    /// Whether somebody else shall be reminded of what is to be done: 提醒王磊处理A1 takes on nothing.
    private func isForOthers(_ intent: Intent, _ message: MessageFeatures) -> Bool {
        intent.isOfOneWarning && intent != .alertBroadcast && intent != .alertAssign
            && phrasebook.remindingWords.open(message)
    }

    /// Whether it is to be dealt with by a day to come, and is not yet: A4：11月30日前处理完.
    private func isAhead(_ understood: Understood, _ text: String, _ context: DialogueContext) -> Bool {
        guard understood.request.intent == .alertResolve else { return false }
        let command = features(of: command(of: understood, in: text), context)
        return command.mentions.periods.contains {
            $0.value.days(today: context.today).lowerBound > context.today
        }
    }

    /// Whether what is added to an act denies it: A12已解决：还没.
    private func isDenied(_ understood: Understood) -> Bool {
        guard understood.request.intent.isAboutAlerts, let words = understood.request.slots.words else {
            return false
        }
        return phrasebook.remindingWords.denies(words)
    }

    private func isReported(_ message: MessageFeatures, _ text: String) -> Bool {
        if let first = text.withoutOuterBlanks.first, Router.quotes.contains(first) { return true }
        let number = message.tokens.first {
            $0.features.contains(Feature.alert) || $0.features.contains(Feature.suggestion)
        }
        guard let number else { return false }
        let before = message.text.scalars[..<number.range.lowerBound]
        return phrasebook.reporting.contains { before.firstRange(of: $0) != nil }
            || text.prefix { !$0.isNumber }.contains { Router.quotes.contains($0) }
    }

    private static let quotes: Set<Character> = ["“", "”", "「", "『", "\"", "《"]
}

extension Intent {
    /// Whether it does something at once that others see or that ends something.
    var isAct: Bool {
        switch self {
        case .alertClaim, .alertResolve, .alertDismiss, .alertSilence, .alertUnsilence, .alertRestore,
            .alertBroadcast, .alertAssign, .suggestionDecide, .subscriptionRemove, .subscriptionPause:
            true
        default: false
        }
    }
}
