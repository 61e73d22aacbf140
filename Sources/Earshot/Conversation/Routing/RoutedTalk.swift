/// A conversation as the router alone sees it: message after message, each understood with what was said before.
public struct RoutedTalk: Sendable {
    private let router: Router
    private var context: DialogueContext

    /// - Parameter minute: minutes since midnight, where the time of day shall be known.
    public init(_ router: Router, role: Role, today: Day, minute: Int? = nil) {
        self.router = router
        context = DialogueContext(role: role, today: today, minute: minute)
    }

    /// What the next message wants.
    public mutating func hear(_ text: String) -> Request { understand(text).request }

    /// Understands the next message.
    public mutating func understand(_ text: String) -> Understood {
        let understood = router.understand(text, in: context)
        let request = understood.request
        context.openForm = request.intent.isForm && understood.freeText == nil ? request.intent : nil
        if !request.intent.isCourtesy { context.previous = request }
        return understood
    }
}

extension Intent {
    /// Whether it asks for a text that may come with the next message.
    var isForm: Bool { self == .suggestionFile || self == .recordVoice || self == .bind }

    /// Whether it leaves alone what the conversation is about.
    var isCourtesy: Bool {
        switch self {
        case .unknown, .greeting, .thanks, .help, .cancel, .handoff, .more: true
        default: false
        }
    }
}
