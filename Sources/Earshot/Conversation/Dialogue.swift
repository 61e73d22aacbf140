/// Decides what is said to a message: who asks, what is meant, which service answers, and what is remembered.
///
/// It reads but changes nothing; what is to change is in its outcome.
public struct Dialogue: Sendable {
    let people: People
    let router: Router
    let texts: any Texts
    let services: [Intent: any AnsweringService]
    let proposed: ProposedQuestions
    let settings: Settings
    /// From which edition of the reading the figures come, for an explanation.
    let basis: @Sendable (_ today: Day) async throws -> [String: TextValue]
    /// How what comes with messages is kept; nothing where it is not.
    var attachments: AttachmentKeeping?

    /// Where it learns who somebody is, and whether an invitation code is good.
    public struct People: Sendable {
        let directory: any PeopleDirectory
        let register: any ConversationRegister

        public init(
            directory: any PeopleDirectory, register: any ConversationRegister
        ) {
            self.directory = directory
            self.register = register
        }
    }

    public struct Settings: Sendable {
        /// Whom to turn to when a person is wanted and no manager is in charge, for example 客服热线 400-….
        public var contact: String?
        /// The longest message that is read, in characters.
        public var longestMessage: Int
        /// Whether what is said of a store is told in groups, where everybody reads the answer.
        public var storesInGroups: Bool
        /// Whether it stands in the audit trail who was shown what customers wrote.
        public var recordsViews: Bool

        public init(
            contact: String? = nil, longestMessage: Int = 2000, storesInGroups: Bool = false,
            recordsViews: Bool = true
        ) {
            self.contact = contact
            self.longestMessage = longestMessage
            self.storesInGroups = storesInGroups
            self.recordsViews = recordsViews
        }
    }

    /// "Now", the same throughout one message.
    public struct Moment: Sendable {
        public let now: Timestamp
        public let today: Day
        /// Minutes since midnight.
        public let minute: Int
    }

    /// What came of a message.
    struct Outcome {
        var reply: Reply
        var state: DialogueState
        /// Nothing where a stranger was told how to be bound: whatever was meant, it was not understood.
        var intent: Intent?
        /// The question that a service answered, with everything carried over.
        var request: Request?
        var effects: [Turn.Effect] = []

        /// Whether what comes with a message belongs to a suggestion that is filed or filled in.
        func takesAttachments(of message: MessageKey) -> Bool {
            state.form?.suggestion?.messages.contains(message) == true
                || effects.contains {
                    if case .fileSuggestion(let filing) = $0 {
                        filing.messages.contains(message)
                    } else {
                        false
                    }
                }
        }

        /// What was answered, also where no service was asked.
        var understood: Request? { request ?? intent.map { Request($0) } }

        /// The same with the words that were not understood, masked: who looks at what failed wants to know them.
        func understood(_ message: InboundMessage) -> Request? {
            guard var understood, understood.intent == .unknown, case .text(let text) = message.content else {
                return self.understood
            }
            understood.slots.words = String(
                PersonalData.masked(text).prefix(UnansweredQuestion.longest))
            return understood
        }
    }

    /// - Throws: what `texts` throws for the words of a question that a service proposes.
    public init(
        people: People, router: Router, texts: any Texts, services: [any AnsweringService],
        settings: Settings = Settings(),
        basis: @escaping @Sendable (_ today: Day) async throws -> [String: TextValue] = { _ in [:] }
    ) throws {
        self.people = people
        self.router = router
        self.texts = texts
        self.settings = settings
        self.basis = basis
        proposed = try ProposedQuestions(services, texts)
        self.services = Dictionary(
            services.flatMap { service in service.intents.map { ($0, service) } }
        ) { first, _ in first }
    }

    /// The intents that can be answered at present.
    var available: Set<Intent> {
        Set(services.keys).union([.more, .help, .handoff, .greeting, .thanks, .cancel, .profile, .bind])
    }

    func answer(
        _ message: InboundMessage, boundPerson: String?, _ remembered: DialogueState, at moment: Moment
    ) async throws -> Outcome {
        let (state, expired) = remembered.aged(to: moment.now)
        var outcome = try await respond(message, boundPerson: boundPerson, state, at: moment)
        remember(
            message, &outcome,
            of: sender(of: message, boundPerson: boundPerson, in: people.directory))
        outcome.settleAnswered(message)
        if let expired {
            let notice = try texts.reply(.formExpired, ["what": .text(router.title(of: expired.intent))])
            outcome.reply.blocks.insert(contentsOf: notice.blocks, at: 0)
        }
        return outcome
    }

    func fault(reference: String, _ state: DialogueState) throws -> Outcome {
        var state = state
        state.answered = nil
        return Outcome(
            reply: try texts.reply(.fault, ["reference": .text(reference)]), state: state, intent: .unknown)
    }

    /// Who is said to have seen what a message was answered with: on the program's own channels it is whoever sits there.
    func viewer(of talk: Talk) -> String {
        Dialogue.ownChannels.contains(talk.message.channel)
            ? talk.message.account ?? talk.message.channel : talk.person.id
    }

    private func sender(
        of message: InboundMessage, boundPerson: String?, in directory: any PeopleDirectory
    ) -> Person? {
        guard let account = message.account else { return nil }
        if Dialogue.ownChannels.contains(message.channel), account.hasPrefix(Dialogue.consoleAccountPrefix) {
            // The operator has let the user choose whom to be.
            return directory.person(id: String(account.dropFirst(Dialogue.consoleAccountPrefix.count)))
        }
        return directory.person(account: account) ?? boundPerson.flatMap { directory.person(id: $0) }
    }

    /// The program's own channels, on which an account names a person of the directory itself: `console:wangfang`.
    private static let ownChannels: Set<String> = ["console", "terminal"]
    /// Whether somebody sits there in a person's stead, and reads what that person would.
    public static func isOwn(channel: String) -> Bool { ownChannels.contains(channel) }

    private static let consoleAccountPrefix = "console:"

    /// The account under which somebody speaks as a person of the directory on the program's own channels.
    public static func ownAccount(of person: Person) -> String { ownAccount(ofPerson: person.id) }

    package static func ownAccount(ofPerson id: String) -> String { consoleAccountPrefix + id }

    private func respond(
        _ message: InboundMessage, boundPerson: String?, _ state: DialogueState, at moment: Moment
    ) async throws -> Outcome {
        let directory = people.directory
        let person = sender(of: message, boundPerson: boundPerson, in: directory)
        guard let person else { return try await meet(message, state, in: directory, at: moment) }
        let talk = Talk(message: message, person: person, directory: directory, state: state, moment: moment)
        var outcome = try await respond(in: talk)
        try await notePicturesStay(in: talk, &outcome)
        return outcome
    }

    private func respond(in talk: Talk) async throws -> Outcome {
        let message = talk.message
        switch message.content {
        case .text(let text):
            let fetched = try await fetchAttachments(of: talk)
            var heard = talk
            // What could not be kept belongs to nothing.
            if fetched?.kept.isEmpty != false { heard.message.attachments = [] }
            var outcome = try await respond(to: text, in: heard)
            if let fetched {
                let kept = try say(
                    fetched, beside: true, linked: outcome.takesAttachments(of: message.key))
                outcome.reply.blocks.insert(contentsOf: kept.reply.blocks, at: 0)
                outcome.effects += kept.effects
            } else if message.hasPictures {
                outcome.reply.blocks.insert(contentsOf: try texts.reply(.pictureBeside, [:]).blocks, at: 0)
            }
            return outcome
        case .speech(let recognised?) where !recognised.isEmpty:
            return try await respond(to: recognised, in: talk)
        case .speech: return try await answer(attachmentsIn: talk, else: .speechUnclear)
        case .opened:
            let opened = try await open(in: talk)
            guard !opened.reply.blocks.isEmpty else { return opened }
            if let form = openForm(in: talk) { return try amid(form, opened) }
            return isAskedForNote(in: talk) ? try amidNote(opened) : opened
        case .picture: return try await answer(attachmentsIn: talk, else: .picture)
        case .file: return try await answer(attachmentsIn: talk, else: .file)
        case .other: return try say(.otherContent, in: talk)
        }
    }
}

/// One message of a known person, with everything that is known when it is answered.
struct Talk {
    var message: InboundMessage
    let person: Person
    let directory: any PeopleDirectory
    var state: DialogueState
    let moment: Dialogue.Moment
    /// What was written or said, as it came.
    var text: String?
    /// The question that the message quotes. It is remembered only once a service has answered what was asked of it.
    var quoted: Request?

    /// What the message has changed before, where it wishes the same for several.
    var pending: [Turn.Effect] = []

    /// What a follow-up builds on.
    var reference: Request? { quoted ?? state.previous }

    var scope: Scope { Scope(of: person, regions: directory.regions) }
}
