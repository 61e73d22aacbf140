/// A suggestion that is filled in step by step: a pure machine, kept with the conversation.
public struct SuggestionForm: Sendable, Hashable {
    public var step: Step
    public var words: String?
    /// Which product or service it is about, as the person wrote it.
    public var about: String?
    public var urgency: Suggestion.Urgency?
    /// The messages that brought pictures and files.
    public var messages: [MessageKey] = []
    /// Those alike that were shown before filing.
    public var similar: [Int64] = []

    /// What is asked. The numbers are stored.
    public enum Step: Int, Sendable, Hashable, CaseIterable {
        case what = 0
        case about = 1
        case urgency = 2
        case pictures = 3
        case confirm = 4
        /// What shall be changed.
        case edit = 5
        /// Whether to join one that is alike.
        case similar = 6

        /// Where it may go from here.
        var next: Set<Step> {
            switch self {
            case .what: [.about, .confirm]
            case .about: [.urgency, .confirm]
            case .urgency: [.pictures, .confirm]
            case .pictures: [.confirm]
            case .confirm: [.edit, .similar]
            case .edit: [.what, .about, .urgency, .pictures, .confirm]
            case .similar: []
            }
        }
    }

    /// What may be answered by a number or a button.
    public enum Choice: Sendable, Hashable {
        case submit, insist, edit, cancel, skip
        case urgency(Suggestion.Urgency)
        case field(Step)
        case support(Int64)
    }

    /// What comes of an answer.
    enum Reaction: Equatable {
        /// The form goes on: what it asks now is asked.
        case ask
        /// The answer says nothing: it is asked again, with the reason.
        case unclear(Problem)
        case file
        case cancel
        case support(Int64)
    }

    enum Problem: Equatable {
        /// No words: nothing, or nothing but signs.
        case noWords
        /// None of what can be chosen.
        case noChoice
    }

    /// The longest name of a product or service, in characters.
    private static let longestAbout = 60

    init(step: Step = .what, words: String? = nil, messages: [MessageKey] = []) {
        self.step = step
        self.words = words
        self.messages = messages
    }

    package init(
        step: Step, words: String?, about: String?, urgency: Suggestion.Urgency?, messages: [MessageKey],
        similar: [Int64]
    ) {
        self.init(step: step, words: words, messages: messages)
        (self.about, self.urgency, self.similar) = (about, urgency, similar)
    }

    /// What may be chosen now, from 1.
    var choices: [Choice] {
        switch step {
        case .what: []
        case .about, .pictures: [.skip]
        case .urgency: [.urgency(.high), .urgency(.normal), .urgency(.low)]
        case .confirm: [.submit, .edit, .cancel]
        case .edit: [.field(.what), .field(.about), .field(.urgency), .field(.pictures)]
        case .similar: similar.map { .support($0) } + [.insist, .cancel]
        }
    }

    /// Whether any text that is no command answers what is asked.
    var takesText: Bool { step == .what || step == .about }

    mutating func hear(_ choice: Choice) -> Reaction {
        guard choices.contains(choice) || choice == .cancel else { return .unclear(.noChoice) }
        switch choice {
        case .submit, .insist: return .file
        case .cancel: return .cancel
        case .support(let number): return .support(number)
        case .edit: return go(to: .edit)
        case .skip: return go(to: step == .about && urgency == nil ? .urgency : .confirm)
        case .urgency(let chosen):
            let isFirst = urgency == nil
            urgency = chosen
            return go(to: isFirst ? .pictures : .confirm)
        case .field(let field): return go(to: field)
        }
    }

    mutating func hear(text: String) -> Reaction {
        guard takesText else { return .unclear(.noChoice) }
        let text = text.withoutOuterBlanks
        guard SuggestionForm.saysSomething(text) else { return .unclear(.noWords) }
        if step == .what {
            words = text
            return go(to: urgency == nil ? .about : .confirm)
        }
        about = String(text.prefix(SuggestionForm.longestAbout))
        return go(to: urgency == nil ? .urgency : .confirm)
    }

    /// Pictures and files belong to it at every step.
    mutating func hear(attachmentsOf message: MessageKey) {
        if !messages.contains(message) { messages.append(message) }
    }

    /// Whether a text has words: at least two letters, of which a Chinese character is one.
    static func saysSomething(_ text: String) -> Bool {
        text.unicodeScalars.count { $0.properties.isAlphabetic } >= 2
    }

    private mutating func go(to next: Step) -> Reaction {
        precondition(step.next.contains(next), "a form does not go from \(step) to \(next)")
        step = next
        return .ask
    }
}
