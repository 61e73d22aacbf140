/// What people say, in words, of the answer before.
extension Dialogue {
    /// Keeps what a message says of the answer before it, and leaves the conversation where it was, or answers what is wished
    /// beside it (没用，给我华东的油耗); nothing where there is no answer to be rated, or the message says nothing of it.
    func rate(_ text: String, in talk: Talk) async throws -> Outcome? {
        guard let answered = talk.state.answered, let account = talk.message.account,
            let said = router.rated(in: text, context(of: talk))
        else { return nil }
        // Whoever is asked by somebody may mean that one's words.
        if !talk.message.isGroup, let handOvers,
            try await handOvers.isAtHand(of: talk.person, after: talk.state.previous)
        {
            return nil
        }
        let rating = said.rating
        let feedback = Feedback(
            event: talk.message.key, message: answered.message, account: account, verdict: rating.verdict,
            reasons: rating.reason.map { [$0] } ?? [], comment: rating.comment)
        let effect = Turn.Effect.rate(feedback, of: answered.request)
        guard let wish = said.wish else {
            return Outcome(
                reply: try texts.reply(.feedbackGiven, ["good": .flag(rating.verdict == .positive)]),
                state: talk.state, intent: .feedbackGive, effects: [effect])
        }
        var wishing = talk
        wishing.text = wish
        var outcome = try await answer(wish, quoting: nil, in: wishing)
        outcome.effects.append(effect)
        return outcome
    }
}

extension Dialogue.Outcome {
    /// Remembers the answer as one that the next message may rate; none where something was changed or asked for, or nothing was
    /// said in words.
    mutating func settleAnswered(_ message: InboundMessage) {
        // Thanks for an answer, and what is said to its rating, are no other answer.
        guard !reply.blocks.isEmpty, intent != .feedbackGive, intent != .thanks else { return }
        state.answered = nil
        guard state.form == nil, let intent, !intent.changesSomething, intent != .cancel,
            !effects.contains(where: \.isAnAct), message.isInWords, let understood = understood(message)
        else { return }
        state.answered = DialogueState.RateableAnswer(message: message.id, request: understood)
    }
}

extension InboundMessage {
    fileprivate var isInWords: Bool {
        switch content {
        case .text, .opened: true
        case .speech(let recognised): recognised?.isEmpty == false
        case .picture, .file, .other: false
        }
    }
}

extension Turn.Effect {
    /// Whether it changes or sends something, unlike what only stands in the books.
    fileprivate var isAnAct: Bool {
        switch self {
        case .brief, .giveKnowledge, .giveReleased, .countUnanswered, .showWords, .issueReport, .keep, .rate:
            false
        default: true
        }
    }
}

extension Router {
    /// What a message says of the answer before; nothing where it wishes something or asks.
    func rating(in text: String, _ context: DialogueContext) -> RatingWords.Rating? {
        guard let said = rated(in: text, context), said.wish == nil else { return nil }
        return said.rating
    }

    /// The same, with what is wished behind a bad word: both count, 没用，给我华东的油耗.
    func rated(
        in text: String, _ context: DialogueContext
    ) -> (rating: RatingWords.Rating, wish: String?)? {
        guard let rating = phrasebook.ratingWords.rating(in: text), !Normalization(text).isQuestion else {
            return nil
        }
        let whole = understand(text, in: context).request.intent
        // 没答好的 asks for a list.
        guard whole != .feedbackWorst || !isOffered(whole, to: context.role),
            // 点赞 behind a suggestion supports it; a bad word is no command, whatever may be read into it.
            rating.verdict == .negative || !whole.changesSomething
        else { return nil }
        guard let comment = rating.comment else { return (rating, nil) }
        if rating.verdict == .negative { return (rating, isWish(comment, context) ? comment : nil) }
        // 有用，再看看上海 goes on.
        guard !phrasebook.ratingWords.wish(comment) else { return nil }
        var fresh = context
        fresh.previous = nil
        let said = understand(comment, in: fresh).request.intent
        return said == .unknown || said == .thanks ? (rating, nil) : nil
    }

    /// Whether what stands behind a bad word is to be answered: 给我华东的油耗, 客户的车自燃了. 我问的是空调 says what is wrong.
    private func isWish(_ comment: String, _ context: DialogueContext) -> Bool {
        if phrasebook.ratingWords.wish(comment) { return true }
        var fresh = context
        fresh.previous = nil
        let said = understand(comment, in: fresh).request.intent
        guard said != .unknown, said != .thanks else { return false }
        return said.changesSomething || !states(comment, fresh)
    }
}
