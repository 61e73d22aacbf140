extension Router {
    /// An action on a warning with what the person adds to it; nothing where nothing is added.
    ///
    /// The command is what stands before the addition and is read alone, so that no word of the addition makes an
    /// action of a message whose command is none (先别通报A12：口径没定).
    ///
    /// - Parameter isCertain: whether the addition must be one by its sign (a colon, 原因) or state something (已更换批次); else
    ///   it is one where the message does not hold several wishes. Without a sign, the whole message must be of that
    ///   action as well, or of nothing that changes something.
    func remarked(
        _ text: String, _ message: MessageFeatures, _ context: DialogueContext, isCertain: Bool
    ) -> Understood? {
        guard context.openForm == nil, message.says(phrasebook.warnings.remarkable) else { return nil }
        let reader = RemarkReader(text, message, phrasebook)
        return remarked(message, context, isCertain: isCertain, reader, reader.ends)
    }

    /// An action right behind which a colon stands. All behind it is of the person, so that nothing there is another wish; and
    /// an action that is not wanted (先别通报A12：口径没定) is no other one, nor a question, for what stands there.
    func remarkedBehindColon(
        _ text: String, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        guard context.openForm == nil, message.says(phrasebook.warnings.remarkable) else { return nil }
        let reader = RemarkReader(text, message, phrasebook)
        if let colon = reader.ends.first(where: \.isColon),
            let action = remarked(message, context, isCertain: true, reader, [colon]),
            // Behind 转给： stands to whom.
            action.request.intent != .alertAssign,
            !reader.ends.prefix(while: { !$0.isColon }).contains(where: { end in
                opensLine(behind: end, before: colon, of: action.request.intent, reader, context)
            })
        {
            return action
        }
        guard let end = reader.ends.first else { return nil }
        let head = reader.text(until: end.head)
        let command = features(of: head, context)
        guard command.unexplained == 0, !command.mentions.alerts.isEmpty, isHeldBack(command, context),
            end.isColon || read(message, DateReader(context), context).intent == .guidance
        else { return nil }
        return understand(head, command, context)
    }

    /// Whether what a person adds begins before a colon: 请各店回复客户 of 通报A12 请各店回复客户：配件本周到.
    private func opensLine(
        behind end: RemarkReader.End, before colon: RemarkReader.End, of intent: Intent,
        _ reader: RemarkReader, _ context: DialogueContext
    ) -> Bool {
        let command = read(reader.text(until: end.head), context)
        guard command.intent == intent, command.takesWords(phrasebook),
            let remark = reader.remark(behind: end, of: intent)
        else { return false }
        return remark.command.unicodeScalars.count < colon.head
    }

    private func remarked(
        _ message: MessageFeatures, _ context: DialogueContext, isCertain: Bool, _ reader: RemarkReader,
        _ ends: [RemarkReader.End]
    ) -> Understood? {
        for end in ends {
            let head = reader.text(until: end.head)
            let command = read(head, context)
            guard command.takesWords(phrasebook) else { continue }
            // 认领A12，通报A13：… is of two.
            guard
                Set(command.message.mentions.alerts).count < 2
                    || command.message.namesWarningsTogether(phrasebook),
                wishes(in: head, command.message, context) == nil,
                let remark = reader.remark(behind: end, of: command.intent),
                // A12解决了 是吗，我不确定 has decided nothing, and 解决A12，那就算了 takes it back.
                !Normalization(remark.command).isQuestion, !takesBack(remark.words, context),
                remark.isMarked || isLine(remark, behind: end, of: command.intent, context)
                    || agrees(message, remark, with: command.intent, context)
                        && (!isCertain || states(remark.words, context))
            else { return nil }
            let whole = read(remark.command, context)
            let (said, reading) =
                whole.intent == command.intent ? (remark.command, whole) : (head, command)
            var understood = understand(said, reading, context)
            guard understood.request.intent == command.intent,
                understood.request.slots.alert != nil
                    || isOfTheOnlyOne(command.message, command.intent, remark.words, context)
            else { return nil }
            understood.request.slots.words = remark.words
            understood.said.words = remark.words
            return understood
        }
        return nil
    }

    /// Whether a command that names no warning ends the one there is, and what is added is why: 误报，刷评. What asks (误报，什么意思),
    /// orders (解决，请尽快) or may mean another one (误报，宁波那条) is not.
    private func isOfTheOnlyOne(
        _ command: MessageFeatures, _ intent: Intent, _ remark: String, _ context: DialogueContext
    ) -> Bool {
        guard intent == .alertDismiss || intent == .alertResolve, isPlain(command, intent),
            intent == .alertDismiss
                || verb(of: intent, in: command).map({ phrasebook.aheadWords.isDone($0, in: command) })
                    == true
        else { return false }
        let text = Normalization(remark)
        let mentions = features(of: remark, context).mentions
        return !text.isQuestion && !phrasebook.triageWords.asks(text)
            && !phrasebook.actWords.ofAnother.stand(in: text.scalars)
            && mentions.cities.isEmpty && !mentions.namesArea && mentions.regions.isEmpty
    }

    /// Whether words right behind the number of a warning that is told of can be nothing but the line to take: no other warning's
    /// number, no question and nothing that is joined as a further wish (再看下油耗) stands there.
    private func isLine(
        _ remark: RemarkReader.Remark, behind end: RemarkReader.End, of intent: Intent,
        _ context: DialogueContext
    ) -> Bool {
        guard intent == .alertBroadcast, end.isBlank, remark.words.count >= Router.leastLine,
            !features(of: remark.command, context).mentions.alerts.isEmpty
        else { return false }
        // Nothing that was spoken of before makes a command of them.
        var fresh = context
        fresh.previous = nil
        let alone = read(remark.words, fresh)
        return alone.message.mentions.alerts.isEmpty && !alone.message.text.isQuestion
            && !phrasebook.triageWords.asks(alone.message.text)
            && phrasebook.joints.allSatisfy { !alone.message.text.scalars.starts(with: $0) }
            && (!alone.isWish || alone.intent.changesSomething)
    }

    /// Fewer characters may be a word of the command that is not known.
    private static let leastLine = 4

    /// Whether neither the whole message nor the addition alone is another action.
    private func agrees(
        _ message: MessageFeatures, _ remark: RemarkReader.Remark, with intent: Intent,
        _ context: DialogueContext
    ) -> Bool {
        let whole = read(message, DateReader(context), context)
        guard whole.intent == intent || !whole.intent.changesSomething else { return false }
        let alone = read(remark.words, context)
        return alone.intent == intent || !alone.intent.changesSomething
            || alone.match?.pattern.leavesText == true
    }

    /// Whether an addition asks for nothing and names no command: 已更换批次, unlike 再看下油耗.
    func states(_ words: String, _ context: DialogueContext) -> Bool {
        let reading = read(words, context)
        let message = reading.message
        let asking = phrasebook.question.union(phrasebook.look)
        guard !message.text.asks, phrasebook.joints.allSatisfy({ !message.text.scalars.starts(with: $0) }),
            // A single character may be a part of another word (出 of 出现).
            !message.pieces.indices.contains(where: { index in
                let (features, token) = message.pieces[index]
                let range = message.tokens[token].range
                // 看了日报, 发了券 tell what was done.
                return !features.isDisjoint(with: asking) && features.isDisjoint(with: phrasebook.not)
                    && message.text.scalars[range.upperBound...].first != Router.done
                    && (range.count > 1 || index == 0 || range.upperBound == message.text.scalars.count)
            })
        else { return false }
        switch reading.intent {
        case .unknown, .suggestionFile, .recordVoice, .guidance: return true
        default: return reading.intent.isAboutVoices || reading.intent.rawValue.hasPrefix("ranking.")
        }
    }

    /// 了
    private static let done: UInt32 = 0x4E86

    /// A warning that somebody else shall take on; nothing where nobody is named.
    func assignment(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, let assignee = Assignee(text, message, phrasebook) else { return nil }
        let rest = MessageFeatures(
            Normalization(assignee.rest), phrasebook: phrasebook, dates: DateReader(context))
        var understood = understand(assignee.rest, rest, context)
        guard understood.request.intent == .alertAssign, understood.request.slots.alert != nil,
            !assignee.isOffice || understood.said.alert != nil,
            rest.unexplained <= Router.mostUnexplained || understood.request.slots.words != nil
        else { return nil }
        understood.request.slots.person = assignee.name
        understood.said.person = assignee.name
        return understood
    }
}

extension MessageFeatures {
    /// Whether the warnings that are named stand one behind the other: A13、A11 已解决, unlike 认领A12，通报A13.
    fileprivate func namesWarningsTogether(_ phrasebook: Phrasebook) -> Bool {
        let named = tokens.indices.filter { tokens[$0].features.contains(Feature.alert) }
        guard let first = named.first, let last = named.last else { return false }
        return tokens[first...last].allSatisfy {
            $0.features.isSubset(of: phrasebook.filler) || phrasebook.canFollowUp($0.features)
        }
    }
}

extension Router.Reading {
    /// Whether it is, without a word left over, an action on a warning to which something may be added.
    fileprivate func takesWords(_ phrasebook: Phrasebook) -> Bool {
        guard message.unexplained == 0, !message.text.asks, let match,
            phrasebook.entries[match.pattern.command].intent == intent
        else { return false }
        switch intent {
        case .alertBroadcast, .alertSilence, .alertResolve, .alertDismiss, .alertAssign: return true
        default: return false
        }
    }
}
