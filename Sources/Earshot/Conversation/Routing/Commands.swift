/// What people can ask and in which words: the content of `bot-config/commands.json5`.
///
/// The words and patterns are checked when a `Router` is made of them; the syntax of a pattern is described
/// at `Pattern`.
public struct Commands: Codable, Sendable {
    /// Words that mean the same, by the name under which patterns use them (`<compare>`). Here and in `slots`
    /// a line may stand for several words (`WordForm`).
    public var words: [String: [String]]
    /// Points of a word of a class when it is not `Commands.usualWeight`.
    public var weights: [String: Int]
    /// Wrong spellings by the right one: each means what the right one means.
    public var typos: [String: [String]]
    /// The words that fill slots.
    public var slots: SlotWords
    /// Words that are read as whole messages, or parts of them, in one place alone: no part of questions.
    public var replies: [String: [String]]?
    /// The commands; of two that fit equally well the earlier one wins.
    public var commands: [Command]

    public init(
        words: [String: [String]], weights: [String: Int], typos: [String: [String]], slots: SlotWords,
        commands: [Command], replies: [String: [String]]? = nil
    ) {
        self.words = words
        self.weights = weights
        self.typos = typos
        self.slots = slots
        self.commands = commands
        self.replies = replies
    }

    /// An empty word stands everywhere, so that a message would be read for ever where such words are taken off it.
    func checkReplies() throws(CommandsError) {
        for (name, words) in (replies ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let position = words.firstIndex(where: \.withoutOuterBlanks.isEmpty) else { continue }
            throw CommandsError(
                .badWord, at: "replies.\(name)", field: "replies.\(name)[\(position)]", "a word is empty",
                hint: "write it, or leave it out")
        }
    }

    /// The points of a word whose class has no weight of its own.
    public static let usualWeight = 30

    /// One thing that can be asked.
    public struct Command: Codable, Sendable {
        /// The intent by its name in the vocabulary.
        public var intent: String
        /// What the help calls it.
        public var title: String
        /// The heading under which the help shows it.
        public var group: String
        /// The roles whose help shows it; all roles when absent. Understanding does not depend on it.
        public var roles: [Role]?
        /// Questions as people ask them: the first stands in the help, all serve as 您是想问.
        public var examples: [String]
        /// The slots it takes, by their names in the vocabulary.
        public var slots: [String]?
        /// The explanation that answers it, where nothing has to be looked up for it.
        public var explains: Explanation?
        /// The patterns, any of which is enough.
        public var patterns: [String]

        public init(
            intent: String, title: String, group: String, roles: [Role]? = nil, examples: [String],
            slots: [String]? = nil, explains: Explanation? = nil, patterns: [String]
        ) {
            self.intent = intent
            self.title = title
            self.group = group
            self.roles = roles
            self.examples = examples
            self.slots = slots
            self.explains = explains
            self.patterns = patterns
        }
    }

    /// The words that fill slots, by the slot's value in the vocabulary.
    public struct SlotWords: Codable, Sendable {
        public var aspect: [String: [String]]
        /// Words that narrow an aspect to one of its children: 等太久 makes 售后 to `after_sales.waiting`.
        public var facet: [String: Facet]
        public var polarity: [String: [String]]
        public var period: [String: [String]]
        /// `nation` or `previous`.
        public var against: [String: [String]]
        public var status: [String: [String]]
        public var topic: [String: [String]]
        /// Words that mean every `day`, `week` or `month` (工作日, 天天).
        public var every: [String: [String]]

        public init(
            aspect: [String: [String]], facet: [String: Facet], polarity: [String: [String]],
            period: [String: [String]], against: [String: [String]], status: [String: [String]],
            topic: [String: [String]], every: [String: [String]]
        ) {
            self.aspect = aspect
            self.facet = facet
            self.polarity = polarity
            self.period = period
            self.against = against
            self.status = status
            self.topic = topic
            self.every = every
        }
    }

    /// A child aspect that several parents have, or that is often said without its parent.
    public struct Facet: Codable, Sendable {
        /// The parents; said alone, the words mean the child of the first.
        public var of: [String]
        /// Words that mean the child even when said alone.
        public var words: [String]
        /// Words that only narrow a parent said beside them (慢, 贵).
        public var narrowing: [String]?

        public init(of: [String], words: [String], narrowing: [String]? = nil) {
            self.of = of
            self.words = words
            self.narrowing = narrowing
        }
    }
}
