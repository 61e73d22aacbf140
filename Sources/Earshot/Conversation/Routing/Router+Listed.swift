/// Lists that read like commands: 误报的预警.
extension Router {
    /// 误报的预警 and 采纳的建议 are lists, where no number says of which one something is done.
    func listing(
        instead understood: Understood, _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        let intent = understood.request.intent
        guard intent.isAct, !intent.isAboutSubscriptions, message.mentions.alerts.isEmpty,
            message.mentions.hashes.isEmpty
        else { return nil }
        if intent.isAboutAlerts, phrasebook.pointerWords.ask(Normalization(command(of: understood, in: text)))
        {
            return Understood(request: Request(.alertList))
        }
        // 误报的呢 asks for those that are.
        let words = phrasebook.askingLists
        if let asked = words.ofKind.first(where: { text.hasSuffix($0) }) {
            let listed = intent.isAboutAlerts ? words.warnings : words.suggestions
            return understand(String(text.dropLast(asked.count)) + listed, in: context)
        }
        if intent == .alertClaim, context.previous != nil, isRelative(message) {
            var apart = context
            apart.previous = nil
            return understand(text, in: apart)
        }
        guard isListed(message) else { return nil }
        guard !text.hasSuffix(words.listed) else { return unknown(message, in: context) }
        return understand(text + words.listed, in: context)
    }

    /// Whether 的 stands right before a word for a warning or a suggestion: 全部结束的预警.
    private func isListed(_ message: MessageFeatures) -> Bool {
        let matters = phrasebook.warnings.alert.union(phrasebook.suggested)
        return isKindOfWarning(message)
            || message.tokens.contains { token in
                !token.features.isDisjoint(with: matters) && token.range.lowerBound > 1
                    && message.text.scalars[token.range.lowerBound - 1] == Router.of
                    && isKind(before: token.range.lowerBound - 1, message)
                    // 把刚才的预警静默 has what is done behind it.
                    && !message.tokens.contains {
                        $0.range.lowerBound >= token.range.upperBound
                            && !$0.features.isDisjoint(
                                with: phrasebook.warnings.remarkable.union(phrasebook.decisionWords))
                    }
            }
    }

    /// Whether what has become of some stands right before a word for warnings: 杭州误报预警, 今天已解决预警. 关闭预警 is an order.
    private func isKindOfWarning(_ message: MessageFeatures) -> Bool {
        let kinds = phrasebook.warnings.settled.union(phrasebook.warnings.misreported).union(
            phrasebook.warnings.ended)
        return message.tokens.contains { token in
            guard !token.features.isDisjoint(with: phrasebook.warnings.alert), token.range.lowerBound > 0
            else {
                return false
            }
            return message.tokens.contains { kind in
                kind.range.upperBound == token.range.lowerBound
                    && (!kind.features.isDisjoint(with: kinds)
                        || verb(of: .alertResolve, in: message) == kind.range
                            && phrasebook.aheadWords.isDone(kind.range, in: message))
                    // 标为误报预警 is an order as well.
                    && phrasebook.actWords.closingOrders.allSatisfy {
                        !message.text.scalars[..<kind.range.lowerBound].suffix($0.count).elementsEqual($0)
                    }
            }
        }
    }

    /// Whether 的 stands right behind the word for taking something on: 我负责的城市有哪些问题 takes on none.
    private func isRelative(_ message: MessageFeatures) -> Bool {
        message.tokens.contains { token in
            !token.features.isDisjoint(with: phrasebook.warnings.claim)
                && message.text.scalars[token.range.upperBound...].first == Router.of
        }
    }

    /// Whether what stands right before 的 is what somebody did: 认领刚才的预警 is a command.
    private func isKind(before of: Int, _ message: MessageFeatures) -> Bool {
        let acts = phrasebook.warnings.remarkable.union(phrasebook.decisionWords).union(
            phrasebook.warnings.claim
        )
        .union(phrasebook.warnings.ended).union(phrasebook.warnings.settled).union(
            phrasebook.warnings.misreported)
        return message.tokens.contains { token in
            (of...(of + 1)).contains(token.range.upperBound)
                && (!token.features.isDisjoint(with: acts) || token.features.contains(Feature.status))
        }
    }

    /// 的
    private static let of: UInt32 = 0x7684
}

/// The words of `commands.json5` with which a list is asked for in the place of what reads like a command.
struct AskingLists: Sendable {
    /// At the end of what asks for those of a kind (误报的呢), and what asks for the same in full.
    let ofKind: [String]
    let warnings: String
    let suggestions: String
    /// Behind what a list is of: 有哪些.
    let listed: String

    init(_ words: ReplyWords) {
        ofKind = words.written("list_of_kind")
        warnings = words.written("list_of_warnings").first ?? ""
        suggestions = words.written("list_of_suggestions").first ?? ""
        listed = words.written("list_all").first ?? ""
    }
}
