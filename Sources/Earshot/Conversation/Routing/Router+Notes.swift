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

extension Router {
    /// Whether a message tells what a customer said, every word of which is known (客户说空调有异味), and asks for nothing:
    /// 客户说油耗 names an aspect alone.
    func tellsOfCustomer(_ text: String, _ context: DialogueContext) -> Bool {
        let message = features(of: text, context)
        let mentions = message.mentions
        guard !message.text.isQuestion, !message.text.asks,
            !message.says(phrasebook.question.union(phrasebook.many).union(phrasebook.look)),
            mentions.cities.isEmpty, mentions.periods.isEmpty, !mentions.namesArea, mentions.dealers.isEmpty
        else { return false }
        let told = message.tokens.filter { !$0.features.isSubset(of: phrasebook.filler) }
        guard let first = told.first, !first.features.isDisjoint(with: phrasebook.customer),
            let said = message.tokens.first(where: {
                $0.range.lowerBound >= first.range.upperBound
                    && !$0.features.isDisjoint(with: phrasebook.told)
            })
        else { return false }
        return message.text.scalars.count - said.range.upperBound >= Router.leastTold
    }

    /// So many characters say more than an aspect.
    private static let leastTold = 4
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
