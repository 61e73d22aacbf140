extension Dialogue {
    /// Answers somebody the directory does not know: how to be bound, and no data.
    func meet(
        _ message: InboundMessage, _ state: DialogueState, in directory: any PeopleDirectory,
        at moment: Moment
    ) async throws -> Outcome {
        guard let account = message.account, case .text(let text) = message.content else {
            return try introduce(message, state)
        }
        if let code = code(in: text) {
            if message.isGroup { return try tell(.groupOnly, state) }
            return try await redeem(code, by: account, state, in: directory, at: moment)
        }
        if let rest = afterBindingWord(text) {
            if message.isGroup { return try tell(.groupOnly, state) }
            // Letters or digits that are no code are a mistyped one; 绑定一下 asks how.
            let isAttempt = rest.contains { $0.isASCII && ($0.isLetter || $0.isNumber) }
            if isAttempt { return try await refuse(.unknownCode, account, state) }
            var asked = state
            asked.form = DialogueState.Form(intent: .bind, startedAt: moment.now)
            return Outcome(reply: try texts.reply(.askCode, [:]), state: asked, intent: .bind)
        }
        guard state.form?.intent == .bind else { return try introduce(message, state) }
        var left = state
        left.form = nil
        let isCancel = router.understand(text, in: strangersContext(moment)).request.intent == .cancel
        if isCancel { return try tell(.cancelled, left, ["nothing": false]) }
        return try tell(.askCode, state)
    }

    private func strangersContext(_ moment: Moment) -> DialogueContext {
        DialogueContext(role: .dealer, today: moment.today, available: [.cancel])
    }

    private static let bindingWords = ["绑定", "綁定", "bind", "Bind", "BIND"]

    /// The code in 绑定 7KQM-X2VA-9TPC, or sent alone.
    private func code(in text: String) -> InvitationCode? {
        InvitationCode(typed: afterBindingWord(text) ?? text[...].drop(while: \.isWhitespace))
    }

    /// What stands behind 绑定 at the beginning of a text; nothing when it does not begin so.
    private func afterBindingWord(_ text: String) -> Substring? {
        let start = text.drop(while: \.isWhitespace)
        guard let word = Dialogue.bindingWords.first(where: { start.hasPrefix($0) }) else { return nil }
        return start.dropFirst(word.count).drop { $0.isWhitespace || $0 == ":" || $0 == "：" }
    }

    private func redeem(
        _ code: InvitationCode, by account: String, _ state: DialogueState, in directory: any PeopleDirectory,
        at moment: Moment
    ) async throws -> Outcome {
        let decision = Redemption.decide(
            try await people.register.invitation(code), by: account, owner: nil,
            attempts: try await people.register.attempts(
                of: account, since: BindingAttempts.horizon(now: moment.now)),
            isKnown: { directory.person(id: $0) != nil }, now: moment.now)
        switch decision {
        case .refused(let reason): return try await refuse(reason, account, state)
        case .bound(let invitation):
            let person = directory.person(id: invitation.person)
            var outcome = try tell(
                .bound, DialogueState(updatedAt: moment.now),
                [
                    "name": .optional(person?.name), "store": .optional(person?.dealer?.name),
                    "region": .optional(person?.region?.name),
                ])
            outcome.effects = [.bind(account: account, code: code, person: invitation.person)]
            return outcome
        }
    }

    private func refuse(
        _ reason: Redemption.Refusal, _ account: String, _ state: DialogueState
    ) async throws -> Outcome {
        var flags = ["wrong": false, "expired": false, "used": false, "tooMany": false, "gone": false]
        switch reason {
        case .unknownCode, .accountBound: flags["wrong"] = true
        case .expired: flags["expired"] = true
        case .used, .revoked: flags["used"] = true
        case .personGone: flags["gone"] = true
        case .tooManyAttempts: flags["tooMany"] = true
        }
        var outcome = try tell(.bindRefused, state, .object(flags.mapValues { .flag($0) }))
        if reason.countsAsAttempt { outcome.effects = [.wrongCode(account: account)] }
        return outcome
    }

    private func introduce(_ message: InboundMessage, _ state: DialogueState) throws -> Outcome {
        var outcome = try tell(
            .unknownPerson, state,
            ["name": .optional(message.displayName), "account": .optional(message.account)])
        outcome.intent = nil
        return outcome
    }

    private func tell(
        _ prompt: Prompt, _ state: DialogueState, _ values: TextValue = [:]
    ) throws -> Outcome {
        Outcome(reply: try texts.reply(prompt, values), state: state, intent: .bind)
    }
}
