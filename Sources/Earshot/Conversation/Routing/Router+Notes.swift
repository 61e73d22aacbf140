extension Router {
    /// The words around what somebody records.
    var noteWords: DealerNoteWords { phrasebook.noteWords }

    /// What is done with something that was recorded (撤回记录 12, 修改记录 …), and shortly after one was, also without its name
    /// (改成…, 记错了).
    func note(_ text: String, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, context.role == .dealer else { return nil }
        let spoken = context.previous.flatMap { $0.intent.isAboutNotes ? $0.slots.entry : nil }
        guard let request = noteWords.command(text, after: spoken) else { return nil }
        var understood = Understood(request: request, said: request.slots)
        understood.alike = noteWords.furtherWithdrawals(text)
        return understood
    }
}

extension Request {
    /// Whether something of a customer's is to be recorded, or asked for every day.
    var asksForNotes: Bool {
        intent == .recordVoice
            || intent == .subscriptionAdd && slots.topic == ReportTopic.Kind.asking.rawValue
    }
}

extension Intent {
    /// Whether it is about what was recorded of customers, the numbers of which are in `Slots.entry`.
    public var isAboutNotes: Bool {
        switch self {
        case .noteMine, .noteWithdraw, .noteCorrect: true
        default: false
        }
    }
}
