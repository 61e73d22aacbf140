/// What is remembered of a conversation between two messages of one person in one chat.
public struct DialogueState: Sendable, Hashable {
    /// The last request with everything carried over, on which a follow-up builds.
    public var previous: Request?
    /// What the numbers of the last answer stand for, from 1.
    public var offers: [Offer]
    /// Where 更多 goes on.
    public var more: Page?
    /// How often in a row nothing was understood.
    public var misunderstandings: Int
    /// What is being filled in step by step.
    public var form: Form?
    /// What was asked and answered last, for a person who may be asked instead.
    public var recent: [RecentTurn] = []
    /// The last answer, as long as it may be rated in words.
    public var answered: RateableAnswer?
    /// When the last message was answered.
    public var updatedAt: Timestamp

    public init(updatedAt: Timestamp) {
        offers = []
        misunderstandings = 0
        self.updatedAt = updatedAt
    }

    /// Something the person is asked for, one message at a time.
    public struct Form: Sendable, Hashable {
        public var intent: Intent
        public var startedAt: Timestamp
        /// What is filled in of a suggestion.
        public var suggestion: SuggestionForm?

        public init(intent: Intent, startedAt: Timestamp) {
            self.intent = intent
            self.startedAt = startedAt
        }
    }

    /// An answer of which the next message may say what it is worth.
    public struct RateableAnswer: Sendable, Hashable {
        /// The message, on the channel of the conversation, that it answers.
        public var message: String
        /// What was understood.
        public var request: Request

        public init(message: String, request: Request) {
            (self.message, self.request) = (message, request)
        }
    }

    /// How long a follow-up may refer to what was said.
    public static let followUpLifetime = Duration.seconds(30 * 60)
    /// How long an unfinished form is kept.
    public static let formLifetime = Duration.seconds(24 * 60 * 60)

    /// The state as it is at `now`: what is too old is forgotten.
    ///
    /// - Returns: also the form that expired, if any, so that the person can be told.
    public func aged(to now: Timestamp) -> (state: DialogueState, expired: Form?) {
        var state = self
        if updatedAt + DialogueState.followUpLifetime <= now {
            state.previous = nil
            state.offers = []
            state.more = nil
            state.misunderstandings = 0
            state.recent = []
            state.answered = nil
        }
        guard let form, form.startedAt + DialogueState.formLifetime <= now else { return (state, nil) }
        state.form = nil
        return (state, form)
    }
}
