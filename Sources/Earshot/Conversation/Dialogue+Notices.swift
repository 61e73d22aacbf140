/// Presses on notices in chats of which nobody knows whether others read along.
extension Dialogue {
    /// Whether a service refuses or hides something only because a group would read the answer.
    ///
    /// It is asked once more as if nobody else read it, which changes nothing: what an answer changes is in its effects.
    func keepsFromGroups(
        _ answer: Answer, to question: Question, of service: any AnsweringService
    ) async throws -> Bool {
        var alone = question
        (alone.isInGroup, alone.hidesStores) = (false, false)
        let told = try await service.answer(alone)
        return told.prompt != answer.prompt || told.isRefusal != answer.isRefusal
    }

    /// Asks the person to write what was pressed, where it is known who reads the answer, and does nothing.
    func askToWrite(_ intent: Intent, in talk: Talk) throws -> Outcome {
        try say(.writtenDirectly, ["words": .text(talk.message.pressedWords)], intent: intent, in: talk)
    }
}

extension Talk {
    /// Whether a notice was pressed where others may read along.
    var isOnNotice: Bool { message.isGroup && message.isOnNotice }
}

extension InboundMessage {
    fileprivate var pressedWords: String { if case .text(let text) = content { text } else { "" } }
}
