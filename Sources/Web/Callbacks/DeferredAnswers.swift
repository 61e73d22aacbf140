import Earshot
import Synchronization

/// Answers that are given after their callback was acknowledged, as messages of their own.
final class DeferredAnswers: Sendable {
    private let context: CallbackContext
    /// By channel.
    private let senders: [String: any MessageSender]
    /// The messages that are being answered right now: a repeat of one is acknowledged and no more.
    private let working = Mutex<Set<MessageKey>>([])

    init(context: CallbackContext, senders: [String: any MessageSender]) {
        self.context = context
        self.senders = senders
    }

    /// Whether a message's answer goes, or went, its own way, so that a repeat of it has only to be acknowledged.
    func owns(answerTo message: MessageKey) async throws -> Bool {
        // Asked first: work that ends in between has left its answer with the sender.
        if working.withLock({ $0.contains(message) }) { return true }
        return try await senders[message.channel]?.hasSent(answering: message) ?? false
    }

    /// Whether there is something to send a channel's answers with.
    func canAnswer(on channel: String) -> Bool { senders[channel] != nil }

    /// Takes a message in hand, once: it is on disk when this returns, and may be acknowledged.
    ///
    /// - Throws: when it is not; then the platform must send it again.
    func take(_ message: InboundMessage) async throws {
        guard begin(message) else { return }
        do {
            // Answered by an earlier run, or before the platform's patience ended.
            if try await context.handler.reply(toMessage: message.id, on: message.channel) != nil {
                return end(message)
            }
            guard await context.keep(message) else { throw CallbackNotKept() }
        } catch {
            end(message)
            throw error
        }
        answer(message, with: context.handle(message))
    }

    /// What became of a message that could not be answered in time.
    enum Keeping {
        /// It is on disk and may be acknowledged; its answer goes its own way.
        case kept
        /// Its answer goes its own way already: it may be acknowledged.
        case known
        /// It must not be acknowledged.
        case failed
    }

    /// Keeps a message, and goes on with its answer when it is on disk. A repeat is told from now on, also while the
    /// disk is slow.
    func keep(_ message: InboundMessage, answeredBy work: Errand<Reply>) async -> Keeping {
        guard begin(message) else { return .known }
        guard await context.keep(message) else {
            end(message)
            return .failed
        }
        context.report(message.channel, .late, "sent as a message")
        answer(message, with: work)
        return .kept
    }

    /// How a message is seen through that an earlier run acknowledged. A repeat of it waits from now on.
    func resumption(of message: InboundMessage) -> @Sendable () async -> Void {
        _ = begin(message)
        return { [self] in
            await finish(context.handle(message), answering: message)
            end(message)
        }
    }

    private func answer(_ message: InboundMessage, with work: Errand<Reply>) {
        context.afterwork.run { [self] in
            await finish(work, answering: message)
            end(message)
        }
    }

    /// Sends the answer when it is ready. One that the platform did not take stays for the next start.
    private func finish(_ work: Errand<Reply>, answering message: InboundMessage) async {
        let reply = context.reply(from: await work.result, to: message)
        if case .settled = await send(reply, answering: message) { await context.release(message) }
    }

    private func send(
        _ reply: Reply, answering message: InboundMessage
    ) async -> CallbackContext.Posting {
        if reply.blocks.isEmpty { return .settled }
        guard let sender = senders[message.channel] else {
            context.report(message.channel, .undelivered, "nothing to send it with is configured")
            return .settled
        }
        do {
            try await sender.send(reply, answering: message)
            return .settled
        } catch {
            context.report(message.channel, .undelivered, "\(error)")
            return .failed
        }
    }

    private func begin(_ message: InboundMessage) -> Bool {
        working.withLock { $0.insert(MessageKey(channel: message.channel, id: message.id)).inserted }
    }

    private func end(_ message: InboundMessage) {
        _ = working.withLock { $0.remove(MessageKey(channel: message.channel, id: message.id)) }
    }
}
