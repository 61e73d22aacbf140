/// Answers the messages of all chat platforms: once per message, one at a time per conversation, with every effect
/// on disk before the reply goes out.
public final class Conversations: MessageHandler {
    private let register: any ConversationRegister
    private let dialogue: @Sendable () -> Dialogue
    private let clock: any Clock
    private let calendar: LocalCalendar
    private let observer: any ConversationObserver
    /// How often a message is decided on where others are first each time. At each try one of those who change the same
    /// thing at once comes through.
    private static let mostTries = 20
    private let turnstile = Turnstile<ConversationKey>()

    /// - Parameter dialogue: the one in force, asked for once a message.
    public init(
        register: any ConversationRegister, dialogue: @escaping @Sendable () -> Dialogue, clock: any Clock,
        calendar: LocalCalendar = .shanghai, observer: any ConversationObserver = UnobservedConversations()
    ) {
        self.register = register
        self.dialogue = dialogue
        self.clock = clock
        self.calendar = calendar
        self.observer = observer
    }

    public func handle(_ message: InboundMessage) async throws -> Reply {
        let key = MessageKey(channel: message.channel, id: message.id)
        // Someone the platform does not identify is known by nothing but the chat.
        let conversation = ConversationKey(
            account: message.account ?? message.channel, chat: "\(message.channel) \(message.chat)")
        return try await turnstile.pass(conversation) {
            var known = try await register.recall(key, in: conversation)
            if let reply = known.reply {
                observer.repeated(message)
                return reply
            }
            for _ in 1..<Conversations.mostTries {
                do {
                    return try await register.commit(try await answer(message, known, in: conversation))
                } catch is ConversationConflict {
                    known = try await register.recall(key, in: conversation)
                }
            }
            return try await register.commit(try await answer(message, known, in: conversation))
        }
    }

    public func reply(toMessage id: String, on channel: String) async throws -> Reply? {
        try await register.reply(to: MessageKey(channel: channel, id: id))
    }

    private func answer(
        _ message: InboundMessage, _ known: Recollection, in conversation: ConversationKey
    ) async throws -> Turn {
        let now = clock.now
        let moment = Dialogue.Moment(
            now: now, today: calendar.day(of: now), minute: calendar.minute(of: now))
        let state = known.state ?? DialogueState(updatedAt: now)
        let dialogue = dialogue()
        var outcome: Dialogue.Outcome
        do {
            outcome = try await dialogue.answer(message, boundPerson: known.boundPerson, state, at: moment)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let reference = observer.failed(message, error)
            outcome = try dialogue.fault(reference: reference, state)
        }
        outcome.state.updatedAt = now
        observer.answered(message, intent: outcome.intent)
        for case .rate(let feedback, _) in outcome.effects { observer.rated(message, feedback.verdict) }
        return Turn(
            message: MessageKey(channel: message.channel, id: message.id), conversation: conversation,
            state: outcome.state, reply: outcome.reply, effects: outcome.effects,
            request: message.takesFeedback && outcome.intent != .feedbackGive
                ? outcome.understood(message) : nil, at: now)
    }
}

/// What is told of conversations to logs and metrics. No text of a message reaches it.
public protocol ConversationObserver: Sendable {
    /// - Parameter intent: nothing for a stranger who was told how to be bound.
    func answered(_ message: InboundMessage, intent: Intent?)
    func repeated(_ message: InboundMessage)
    /// The message says what the answer before is worth.
    func rated(_ message: InboundMessage, _ verdict: Feedback.Verdict)

    /// Records a fault.
    ///
    /// - Returns: the reference number that the person is told.
    func failed(_ message: InboundMessage, _ error: any Error) -> String
}

/// Observes nothing, for programs that keep neither logs nor metrics.
public struct UnobservedConversations: ConversationObserver {
    public init() {}
    public func answered(_ message: InboundMessage, intent: Intent?) {}
    public func repeated(_ message: InboundMessage) {}
    public func rated(_ message: InboundMessage, _ verdict: Feedback.Verdict) {}
    public func failed(_ message: InboundMessage, _ error: any Error) -> String { message.id }
}
