/// A question as the services get it: understood, asked by somebody known, at one moment.
public struct Question: Sendable {
    public var person: Person
    public var scope: Scope
    public var request: Request
    /// The city of `request`, resolved.
    public var city: City?
    /// The city that a comparison names, resolved.
    public var otherCity: City?
    /// The store of `request`, resolved.
    public var dealer: Dealer?
    /// The store that a comparison names, resolved.
    public var otherDealer: Dealer?
    public var today: Day
    /// When it was asked: the same throughout the message.
    public var now: Timestamp
    /// Where to go on, when more of an earlier answer is wanted.
    public var page: Page?
    /// Whether a whole group reads the answer.
    public var isInGroup = false
    /// Whether no store may be named in quotes, because a whole group reads the answer.
    public var hidesStores = false
    /// What was filled in of a suggestion and is to be filed.
    public var form: SuggestionForm?
    /// Whether it is filed though others like it were shown.
    public var isInsisted = false
    /// The message, where something that is kept came with it.
    public var message: MessageKey?
    /// Where it was asked; nothing where nobody asked.
    public var origin: Origin?
    /// What was asked and answered before, for a person who is asked instead.
    public var recent: [RecentTurn] = []
    /// Words of the message in the place of a name that are not known.
    public var strangeNames: [String] = []
    /// The store that the message names, where the request is not of stores.
    public var namedStore: String?
    /// What the same message has changed before, and changes together with this.
    public var pending: [Turn.Effect] = []
    /// Whether the message says nothing else of what is meant than `strangeNames`.
    public var isOfStrangers = false

    /// The message that asks, and who sent it.
    public struct Origin: Sendable, Hashable {
        public var message: MessageKey
        /// As the directory writes it, `dingtalk:manager4220`.
        public var account: String
        /// Who is said to have seen the answer.
        public var viewer: String

        public init(message: MessageKey, account: String, viewer: String) {
            self.message = message
            self.account = account
            self.viewer = viewer
        }
    }

    public init(
        person: Person, scope: Scope, request: Request, city: City? = nil, otherCity: City? = nil,
        dealer: Dealer? = nil, otherDealer: Dealer? = nil, today: Day, now: Timestamp? = nil,
        page: Page? = nil
    ) {
        self.person = person
        self.scope = scope
        self.request = request
        self.city = city
        self.otherCity = otherCity
        self.dealer = dealer
        self.otherDealer = otherDealer
        self.today = today
        self.now = now ?? LocalCalendar.shanghai.start(of: today)
        self.page = page
    }
}

/// What a service answers, before it is put into words.
public struct Answer: Sendable {
    public var prompt: Prompt
    public var values: TextValue
    /// What may be asked next.
    public var offers: [Proposal]
    /// What leads to those of them that a card has no button for; nothing where nothing does.
    var further: Proposal?
    /// Where 更多 goes on; nothing when all was said.
    public var more: Page?
    /// Whether the question was refused: then it is not what a follow-up refers to.
    public var isRefusal: Bool
    /// Whether nobody speaks of the product that was asked about: then a follow-up is not about it.
    public var leavesProduct = false
    /// What a follow-up builds on, where it is not the question as it was asked.
    public var remembered: Request?
    /// The number of the warning it is about.
    var warning: Int64?
    /// Whether what may be asked next does something about a matter.
    var acts = false
    /// How the matter stands after it, a phrase for the card whose button was pressed.
    var standing: TextValue?
    /// The form that the person fills in from now on.
    var form: SuggestionForm?
    /// What the person is asked for from now on, in one message.
    var asksFor: Intent?
    /// What changes on disk together with the answer.
    public var effects: [Turn.Effect] = []

    public init(
        _ prompt: Prompt, _ values: TextValue = [:], offers: [Proposal] = [], more: Page? = nil,
        isRefusal: Bool = false
    ) {
        self.prompt = prompt
        self.values = values
        self.offers = offers
        self.more = more
        self.isRefusal = isRefusal
    }
}

/// A question that may be asked next, as it was put to the person: what the person reads, and what is meant.
public struct Offer: Sendable, Hashable, Codable {
    public var label: String
    public var request: Request
    /// Whether its words alone take it, and no number: it is left from an answer before the last.
    public var isUnnumbered: Bool?
    /// When it was shown, where it is left.
    public var shownAt: Timestamp?

    public init(_ label: String, _ request: Request) {
        self.label = label
        self.request = request
    }
}

/// Where an answer of several pages goes on.
public struct Page: Sendable, Hashable, Codable {
    public var request: Request
    public var offset: Int
    /// The last voice that was shown; nothing to begin at the newest.
    public var after: VoicePosition?

    public init(request: Request, offset: Int, after: VoicePosition? = nil) {
        self.request = request
        self.offset = offset
        self.after = after
    }
}

/// Something that answers some of the intents.
public protocol AnsweringService: Sendable {
    /// The intents it answers; every other one is told to be unavailable or goes to another service.
    var intents: Set<Intent> { get }

    /// Every question its answers propose, with what its words alone say.
    var proposals: [Proposal] { get }

    func answer(_ question: Question) async throws -> Answer
}
