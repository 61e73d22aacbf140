public import Earshot

/// How a router takes the paraphrases of one kind.
public struct ParaphraseScore: Sendable {
    /// How many messages there are.
    public private(set) var count = 0
    /// Of them understood with intent, every slot and what else is wished.
    public private(set) var right = 0
    /// Of them not acted on, with the right wish offered as the first choice.
    public private(set) var offered = 0
    /// Of them taken for an action that changes something and is not the one that was wished.
    public private(set) var harmful = 0
    /// Those that are neither right nor offered, with what they were taken for.
    public private(set) var wrong: [(message: Paraphrases.Message, understood: Understood)] = []

    /// The share that the sender is served with: right, or right once the offer is taken.
    public var served: Double { count == 0 ? 1 : Double(right + offered) / Double(count) }

    /// Lets a router understand messages as in a conversation.
    public init(of messages: [Paraphrases.Message], by router: Router, today: Day) {
        for message in messages { add(message, router, today) }
    }

    private mutating func add(_ message: Paraphrases.Message, _ router: Router, _ today: Day) {
        var talk = RoutedTalk(router, role: message.role, today: today)
        guard let understood = message.turns.map({ talk.understand($0) }).last else { return }
        count += 1
        let meaning = message.meaning
        let got = understood.request
        // A suggestion without its text only asks for it.
        let acts =
            got.intent.changesSomething && (got.intent != .suggestionFile || understood.freeText != nil)
        if acts, got.intent != meaning.intent { harmful += 1 }
        if meaning.isMet(by: got), meaning.further.allSatisfy(understood.further.map(\.intent).contains) {
            right += 1
        } else if got.intent == .unknown, let meant = understood.meant, meaning.isMet(by: meant.request) {
            offered += 1
        } else {
            wrong.append((message, understood))
        }
    }
}

extension Meaning {
    fileprivate func isMet(by request: Request) -> Bool {
        guard let intent else { return !request.intent.changesSomething }
        return request.intent == intent && request.slots.named == slots
    }
}
