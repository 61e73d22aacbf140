/// Where conversations are kept on disk.
public protocol ConversationRegister: Sendable {
    /// What is known before a message is answered: the reply it already got, the state of its conversation, and
    /// who its account was bound to by a code.
    func recall(_ message: MessageKey, in conversation: ConversationKey) async throws -> Recollection

    /// Makes a turn durable in one transaction and returns the reply to give.
    ///
    /// - Returns: the turn's own reply, or the one stored earlier if the message was handled in between; then
    ///   nothing is changed.
    /// - Throws: `ConversationConflict` when what the turn was decided on has changed; nothing is changed then.
    func commit(_ turn: Turn) async throws -> Reply

    /// The reply a message got, or nothing.
    func reply(to message: MessageKey) async throws -> Reply?

    /// The invitation of a code, or nothing.
    func invitation(_ code: InvitationCode) async throws -> Invitation?

    /// The wrong codes an account has sent since a moment.
    func attempts(of account: String, since moment: Timestamp) async throws -> BindingAttempts
}

/// Somebody else was first: what a turn was decided on is no longer so. Decide again.
public struct ConversationConflict: Error {
    public init() {}
}

/// The identity of a message: it is handled at most once.
public struct MessageKey: Sendable, Hashable {
    public var channel: String
    public var id: String

    public init(channel: String, id: String) {
        self.channel = channel
        self.id = id
    }
}

/// The identity of a conversation: one person in one chat.
public struct ConversationKey: Sendable, Hashable {
    public var account: String
    public var chat: String

    public init(account: String, chat: String) {
        self.account = account
        self.chat = chat
    }
}

/// What the disk knows when a message arrives.
public struct Recollection: Sendable {
    public var reply: Reply?
    public var state: DialogueState?
    /// The person the account was bound to with a code.
    public var boundPerson: String?

    public init(reply: Reply? = nil, state: DialogueState? = nil, boundPerson: String? = nil) {
        self.reply = reply
        self.state = state
        self.boundPerson = boundPerson
    }
}

/// Everything one message changes; it is committed as a whole.
public struct Turn: Sendable {
    public var message: MessageKey
    public var conversation: ConversationKey
    public var state: DialogueState
    public var reply: Reply
    public var effects: [Effect]
    /// What was understood, to be kept with a reply that people may rate; nothing where nobody can.
    public var request: Request?
    public var at: Timestamp

    public init(
        message: MessageKey, conversation: ConversationKey, state: DialogueState, reply: Reply,
        effects: [Effect] = [], request: Request? = nil, at: Timestamp
    ) {
        self.message = message
        self.conversation = conversation
        self.state = state
        self.reply = reply
        self.effects = effects
        self.request = request
        self.at = at
    }

    /// A change beside the conversation itself.
    public enum Effect: Sendable {
        /// The account becomes the person's, and the invitation is used up.
        case bind(account: String, code: InvitationCode, person: String)
        /// The account sent a code that does not work.
        case wrongCode(account: String)
        /// Deliveries are tried again at once and until `Delivery.patienceByHand` from now; a conflict where one cannot.
        case retryDeliveries([Int64], by: String)
        /// Deliveries are taken back; a conflict where one cannot.
        case dropDeliveries([Int64], by: String)
        /// What came with the message is kept.
        case keep(FetchedAttachment)
        /// A warning is what somebody made of it; a conflict where it has changed meanwhile.
        case changeWarning(WarningChange, by: String)
        /// A person is told of warnings; nothing changes where that is so already.
        case subscribe(WarningSubscription)
        /// A person is told no more.
        case unsubscribe([WarningSubscription])
        /// A person is sent a report again and again; of the same topic the schedule changes.
        case subscribeToReport(ReportSubscription)
        case unsubscribeFromReports([ReportSubscription])
        /// Reports do not come on the days of their pauses; those without one go on, from now.
        case pauseReports([ReportSubscription])
        /// A person is left alone in these hours; nothing for those of the settings.
        case keepQuiet(QuietHours?, person: String)
        /// A report was given to somebody who asked for it.
        case issueReport(ReportIssue)
        /// Somebody files a suggestion; a conflict where its number is taken.
        case fileSuggestion(SuggestionFiling)
        /// A suggestion is what somebody made of it; a conflict where it has changed meanwhile.
        case changeSuggestion(SuggestionChange, by: String)
        /// A line to take is filed, changed or retired; a conflict where it has changed meanwhile.
        case changeKnowledge(KnowledgeChange)
        /// What a customer said is recorded, changed or taken back; a conflict where it has changed meanwhile.
        case changeNote(DealerNoteChange)
        /// A person has answered what customers complained of.
        case answerAsking(String)
        /// A person was told what matters on a day.
        case brief(String, on: Day)
        /// Somebody is given a line to take.
        case giveKnowledge(number: Int64, version: Int, to: String)
        /// Somebody is given the line that dealers were sent for a warning at a moment.
        case giveReleased(warning: Int64, sentAt: Timestamp, to: String)
        /// Somebody asked what nothing is known to; the text holds no personal data.
        case countUnanswered(String, on: Day)
        /// Somebody is shown what customers wrote.
        case showWords(WordsShown)
        /// A hand-over is opened, or is what somebody made of it; a conflict where it has changed meanwhile.
        case changeHandOver(HandOverChange)
        /// An action is agreed on, or is what somebody made of it; a conflict where it has changed meanwhile.
        case changeAction(ActionChange)
        /// Somebody says what an answer of the same conversation is worth; what was understood is kept with it.
        case rate(Feedback, of: Request)
        /// Somebody is sent what came with a suggestion.
        case showAttachments(AttachmentsShown)
    }
}
