/// What people say, in words, of the answer before.
extension Dialogue {
    /// Keeps what a message says of the answer before it, and leaves the conversation where it was; nothing where there is none
    /// to be rated, or the message wishes something.
    func rate(_ text: String, in talk: Talk) async throws -> Outcome? {
        guard let answered = talk.state.answered, let account = talk.message.account,
            let rating = router.rating(in: text, context(of: talk))
        else { return nil }
        // Whoever is asked by somebody may mean that one's words.
        if !talk.message.isGroup, let handOvers,
            try await handOvers.isAtHand(of: talk.person, after: talk.state.previous)
        {
            return nil
        }
        let feedback = Feedback(
            event: talk.message.key, message: answered.message, account: account, verdict: rating.verdict,
            reasons: rating.reason.map { [$0] } ?? [], comment: rating.comment)
        return Outcome(
            reply: try texts.reply(.feedbackGiven, ["good": .flag(rating.verdict == .positive)]),
            state: talk.state, intent: .feedbackGive, effects: [.rate(feedback, of: answered.request)])
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
        case .brief, .giveKnowledge, .countUnanswered, .showWords, .issueReport, .keep, .rate: false
        default: true
        }
    }
}

extension Router {
    /// What a message says of the answer before; nothing where it wishes something or asks.
    func rating(in text: String, _ context: DialogueContext) -> RatingWords.Rating? {
        guard let rating = phrasebook.ratingWords.rating(in: text), !Normalization(text).isQuestion,
            // 点赞 behind a suggestion supports it; a bad word is no command, whatever may be read into it.
            rating.verdict == .negative || !understand(text, in: context).request.intent.changesSomething
        else { return nil }
        guard let comment = rating.comment else { return rating }
        guard !phrasebook.ratingWords.wish(comment) else { return nil }
        var fresh = context
        fresh.previous = nil
        let said = understand(comment, in: fresh).request.intent
        switch (said, rating.verdict) {
        case (.unknown, _), (.thanks, _): return rating
        // 有用，再看看上海 goes on; 没用，我问的是空调 says what is wrong.
        case (_, .negative) where !said.changesSomething && states(comment, fresh): return rating
        default: return nil
        }
    }
}
