extension Dialogue {
    /// The same dialogue, which keeps what comes with messages; with nothing it does not.
    public func keeping(_ attachments: AttachmentKeeping?) -> Dialogue {
        var dialogue = self
        dialogue.attachments = attachments
        return dialogue
    }

    /// Answers a message that is nothing but attachments.
    func answer(attachmentsIn talk: Talk, else prompt: Prompt) async throws -> Outcome {
        let form = openForm(in: talk)
        guard let fetched = try await fetchAttachments(of: talk) else {
            var outcome = try say(prompt, in: talk)
            if let form { outcome.reply.blocks += try recall(form).blocks }
            return outcome
        }
        let kept = try say(fetched, beside: false, linked: form != nil && !fetched.kept.isEmpty)
        if let form { return try await fill(form, withAttachments: kept, in: talk) }
        var outcome = try say(prompt, in: talk)
        outcome.reply = kept.reply
        outcome.effects = kept.effects
        return outcome
    }

    /// Fetches what came with a message; nothing where there is nothing that could be fetched.
    func fetchAttachments(of talk: Talk) async throws -> AttachmentKeeping.Result? {
        guard let attachments, let account = talk.message.account, !talk.message.attachments.isEmpty,
            attachments.source.canFetch(on: talk.message.channel)
        else { return nil }
        return try await attachments.fetch(from: talk.message, account: account, at: talk.moment.now)
    }

    /// Says what is kept of what came with a message.
    ///
    /// - Parameter isBeside: Whether a text came with it, which is answered below.
    /// - Parameter isLinked: Whether it belongs to a suggestion.
    func say(
        _ result: AttachmentKeeping.Result, beside isBeside: Bool, linked isLinked: Bool
    ) throws -> (reply: Reply, effects: [Turn.Effect]) {
        let limits = attachments?.limits ?? AttachmentKeeping.Limits()
        let reply = try texts.reply(
            .attachmentKept,
            [
                "pictures": .number(of: .picture, in: result), "files": .number(of: .file, in: result),
                "recordings": .number(of: .recording, in: result), "kept": .flag(!result.kept.isEmpty),
                "days": .count(limits.days),
                "tooLarge": .number(of: .tooLarge, in: result),
                "empty": .number(of: .empty, in: result), "strange": .number(of: .strangeFormat, in: result),
                "full": .number(of: .full, in: result), "tooMany": .number(of: .tooMany, in: result),
                "notFetched": .number(of: .notFetched, in: result),
                "limit": .count(limits.mostBytes >> 20),
                "most": .count(AttachmentKeeping.mostOfMessage), "beside": .flag(isBeside),
                "linked": .flag(isLinked),
            ])
        return (reply, result.kept.map { .keep($0) })
    }
}

extension TextValue {
    fileprivate static func number(
        of kind: MessageAttachment.Kind, in result: AttachmentKeeping.Result
    ) -> TextValue {
        number(result.kept.count { $0.kind == kind })
    }

    fileprivate static func number(
        of loss: AttachmentKeeping.Loss, in result: AttachmentKeeping.Result
    ) -> TextValue {
        number(result.lost.count { $0 == loss })
    }

    private static func number(_ number: Int) -> TextValue {
        .optional(number == 0 ? nil : TextValue.count(number))
    }
}
