import Earshot
import FoundationEssentials
import Synchronization

/// Writes down the messages that are answered, with the moment and the answer, in the order of their turns.
///
/// Nobody's answer waits for more than a line, and none is lost because it could not be written down.
final class Recorder: MessageHandler, ConversationRegister {
    private let folder: RecordingFolder
    private let calendar: LocalCalendar
    private let register: any ConversationRegister
    private let handler = Mutex<(any MessageHandler)?>(nil)
    /// The messages that are being answered.
    private let open = Mutex<[MessageKey: InboundMessage]>([:])
    private let writing = Mutex(true)

    /// - Parameter register: makes the turns durable.
    init(_ folder: RecordingFolder, _ calendar: LocalCalendar, over register: any ConversationRegister) {
        self.folder = folder
        self.calendar = calendar
        self.register = register
    }

    /// Records what a handler answers whose turns come here.
    func recording(_ handler: any MessageHandler) -> any MessageHandler {
        self.handler.withLock { $0 = handler }
        return self
    }

    func handle(_ message: InboundMessage) async throws -> Reply {
        guard let handler = handler.withLock({ $0 }) else { throw Failure("nobody answers messages") }
        let key = MessageKey(channel: message.channel, id: message.id)
        open.withLock { $0[key] = message }
        defer { open.withLock { $0[key] = nil } }
        return try await handler.handle(message)
    }

    func reply(toMessage id: String, on channel: String) async throws -> Reply? {
        try await register.reply(to: MessageKey(channel: channel, id: id))
    }

    func commit(_ turn: Turn) async throws -> Reply {
        let reply = try await register.commit(turn)
        if let message = open.withLock({ $0.removeValue(forKey: turn.message) }) {
            write(RecordedMessage(message, at: turn.at, reply: reply))
        }
        return reply
    }

    private func write(_ recorded: RecordedMessage) {
        let day = calendar.day(of: Timestamp(milliseconds: recorded.at))
        writing.withLock { isSound in
            do {
                try folder.append(Array(try JSONEncoder().encode(recorded)), on: day)
                isSound = true
            } catch {
                // Once, until it works again.
                if isSound {
                    Log.write(.error, "a message could not be recorded", [("fault.error", "\(error)")])
                }
                isSound = false
            }
        }
    }

    func recall(_ message: MessageKey, in conversation: ConversationKey) async throws -> Recollection {
        try await register.recall(message, in: conversation)
    }

    func reply(to message: MessageKey) async throws -> Reply? { try await register.reply(to: message) }

    func invitation(_ code: InvitationCode) async throws -> Invitation? {
        try await register.invitation(code)
    }

    func attempts(of account: String, since moment: Timestamp) async throws -> BindingAttempts {
        try await register.attempts(of: account, since: moment)
    }
}
