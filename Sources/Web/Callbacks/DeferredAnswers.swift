import Earshot

/// Answers that are given after their callback was acknowledged, as messages of their own.
final class DeferredAnswers: Sendable {
    private let context: CallbackContext
    /// By channel.
    private let senders: [String: any MessageSender]
    /// Those that are being answered right now.
    private let messages = TakenMessages()

    init(context: CallbackContext, senders: [String: any MessageSender]) {
        self.context = context
        self.senders = senders
    }

    /// Whether a message's answer goes, or went, its own way, so that a repeat of it has only to be acknowledged.
    func owns(answerTo message: MessageKey) async throws -> Bool {
        // Asked first: work that ends in between has left its answer with the sender.
        if case .success(.kept) = await messages.keeping(of: message)?.result { return true }
        return try await senders[message.channel]?.hasSent(answering: message) ?? false
    }

    /// Whether there is something to send a channel's answers with.
    func canAnswer(on channel: String) -> Bool { senders[channel] != nil }

    /// Takes a message in hand, once: it is on disk when this returns, and may be acknowledged.
    ///
    /// - Returns: its answer, where it is being worked out now for the first time.
    /// - Throws: when it is not; then the platform must send it again.
    @discardableResult
    func take(_ message: InboundMessage) async throws -> Errand<Reply>? {
        let (keeping, isFirst) = messages.take(message.key) { [context] in
            // Answered by an earlier run, or before the platform's patience ended.
            if try await context.handler.reply(toMessage: message.id, on: message.channel) != nil {
                return .answered
            }
            return await context.keep(message) ? .kept : .failed
        }
        let standing = await keeping.result
        var work: Errand<Reply>?
        if isFirst {
            if case .success(.kept) = standing {
                let begun = context.handle(message)
                work = begun
                answer(message, with: begun)
            } else {
                messages.leave(message.key)
            }
        }
        if case .failed = try standing.get() { throw CallbackNotKept() }
        return work
    }

    /// Takes a pressed button in hand as `take` does, and gives what is answered to it, where that is known in time for the
    /// card to say so.
    func take(press message: InboundMessage) async throws -> Reply? {
        guard let work = try await take(message) else {
            return await context.earlierReply(to: message.id, on: message.channel)
        }
        // What could not be worked out is reported where its answer is sent.
        return try? await work.result(within: context.pressPatience)?.get()
    }

    /// Keeps a message that could not be answered in time, and goes on with its answer when it is on disk.
    ///
    /// - Parameter isLate: Whether it is a message because it is late, which is worth a report, and not for its buttons.
    /// - Returns: whether it may be acknowledged. If not, its answer must be waited for.
    func keep(
        _ message: InboundMessage, answeredBy work: Errand<Reply>, isLate: Bool = true
    ) async -> Bool {
        let (keeping, isFirst) = messages.take(message.key) { [context] in
            await context.keep(message) ? .kept : .failed
        }
        guard case .success(.kept) = await keeping.result else {
            if isFirst { messages.leave(message.key) }
            return false
        }
        if isFirst {
            if isLate { context.report(message.channel, .late, "sent as a message") }
            answer(message, with: work)
        }
        return true
    }

    /// How a message is seen through that an earlier run acknowledged. A repeat of it waits from now on.
    func resumption(of message: InboundMessage) -> @Sendable () async -> Void {
        _ = messages.take(message.key) { .kept }
        return { [self] in
            await finish(context.handle(message), answering: message)
            messages.leave(message.key)
        }
    }

    private func answer(_ message: InboundMessage, with work: Errand<Reply>) {
        context.afterwork.run { [self] in
            await finish(work, answering: message)
            messages.leave(message.key)
        }
    }

    /// Sends the answer when it is ready. One that the platform did not take stays for the next start.
    private func finish(_ work: Errand<Reply>, answering message: InboundMessage) async {
        let reply = context.reply(from: await work.result, to: message)
        if case .settled = await send(reply, answering: message) { await context.release(message) }
    }

    private func send(
        _ reply: Reply, answering message: InboundMessage
    ) async -> LatePosting.End {
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
}

extension InboundMessage {
    var key: MessageKey { MessageKey(channel: channel, id: id) }

    /// What a text says, as that of a pressed button; empty for everything else.
    var words: String {
        if case .text(let text) = content { text } else { "" }
    }
}
