/// What one message was understood as.
public struct Understood: Sendable, Hashable {
    /// What is wanted, with the slots that were said and those carried over from the message before.
    public var request: Request
    /// Only what this message itself said.
    public var said: Slots
    /// Example questions nearest to the message, at most three, when it was not understood.
    public var nearest: [String]
    /// Further wishes of the same message (油耗和空间怎么样), in the order they were said.
    public var further: [Request]
    /// The same for others that the message names beside the first (认领 A13 A11), done together with it.
    public var alike: [Request] = []
    /// The words of those of them that stood for themselves (再订阅日报).
    public var furtherWords: [Request: String] = [:]
    /// The words of the first wish of several.
    public var firstWords: String?
    /// The number of a choice when the message is nothing but one: `2`, 第二个.
    public var choice: Int?
    /// The free text of a suggestion, note or question, without the words of the command before it; nothing
    /// when only the command was said (我要提建议).
    public var freeText: String?
    /// The dealer named in the message, as given to the router.
    public var dealer: String?
    /// Whether the message speaks of the sender's own store (我们店).
    public var ownStore: Bool
    /// Whether a store that the conversation was about is still meant.
    public var keepsStore = false
    /// Why a time that the question names cannot be told.
    public var unclearPeriod: UnclearPeriod?
    /// Words in the place of a name that are not known; the answer does not know what they mean.
    public var strangeNames: [String] = []
    /// Whether they alone say what is meant: the message names no aspect, store or product that is known.
    public var isOfStrangers = false
    /// The city of which "its store" is asked about without saying which one (郑州店口碑).
    public var storesOf: String?
    /// What is probably meant where the message is not certain enough to be acted on.
    public var meant: Guess?
    /// What is named and not done, and why.
    public var undone: Undone?
    /// What is to be explained, where the command asks for nothing else.
    public var explains: Explanation?

    public init(
        request: Request, said: Slots = Slots(), nearest: [String] = [], further: [Request] = [],
        choice: Int? = nil, freeText: String? = nil, dealer: String? = nil, ownStore: Bool = false
    ) {
        self.request = request
        self.said = said
        self.nearest = nearest
        self.further = further
        self.choice = choice
        self.freeText = freeText
        self.dealer = dealer
        self.ownStore = ownStore
    }
}

/// A reading of a message that corrects what was typed.
public struct Guess: Sendable, Hashable {
    /// The message with its words as they are spelled.
    public var text: String
    public var request: Request

    public init(_ text: String, _ request: Request) {
        self.text = text
        self.request = request
    }
}

/// One line of the help.
public struct HelpEntry: Sendable, Hashable {
    public var intent: Intent
    /// The heading it stands under.
    public var group: String
    public var title: String
    /// Questions to copy, the most typical first.
    public var examples: [String]

    public init(intent: Intent, group: String, title: String, examples: [String]) {
        self.intent = intent
        self.group = group
        self.title = title
        self.examples = examples
    }
}
