import ChatPlatforms
import Crypto
import Earshot
import Synchronization

/// What is answered to a genuine callback of a WeCom bot, before encryption.
///
/// An answer that is not ready in time is a stream: the platform asks again with its identifier until it is
/// finished, and is answered from disk.
final class WeComBotConversation: Sendable {
    private let context: CallbackContext
    /// Presses whose answers are on their way: each address takes one.
    private let pressed = TakenMessages()
    /// How often each message is being handled right now, by channel and identifier.
    private let working = Mutex<[String: Int]>([:])

    init(context: CallbackContext) {
        self.context = context
    }

    /// The answer, or nothing when an empty acknowledgement is right.
    func answer(_ callback: WeComBotCallback, from bot: WeComBot) async throws -> [UInt8]? {
        switch callback {
        case .message(let message): return try await stream(answering: message, bot)
        case .poll(let stream): return try await part(of: stream, bot)
        case .opened(let message): return try await greeting(to: message, bot)
        case .pressed(let message, let task):
            let reply = try await take(message, bot)
            return await card(named: task, pressed: message, reply?.actions?.standing, bot)
        case .feedback(let feedback):
            let isNew = try await context.feedback.keep(feedback, at: context.clock.now)
            // What counts opinions counts reports of them.
            context.report(
                bot.channel, isNew ? .rated : .acknowledged, isNew ? "\(feedback.verdict)" : "feedback again")
            return nil
        case .notice(let kind):
            context.report(bot.channel, .acknowledged, kind)
            return nil
        }
    }

    private func stream(answering message: InboundMessage, _ bot: WeComBot) async throws -> [UInt8]? {
        let stream = WeComStream(message: message.id, started: context.clock.now)
        let id = try stream.id(of: bot)
        // Only the first part of an answer can carry it. Who has no account gets no answer that could be rated.
        let feedback = message.account == nil ? nil : try stream.feedbackID(of: bot)
        let work = handle(message)
        var result = await work.result(within: context.weComPatience)
        if result == nil {
            // Its answer is asked for, and posted only when it comes after that, after a restart as well.
            var polled = message
            polled.replyAddress?.opens = stream.started + WeComStream.lifetime
            if await context.keep(polled) {
                context.report(message.channel, .late, "streamed")
                context.afterwork.run { [self, polled] in await finish(work, answering: polled, bot) }
                return part(id, waiting, isFinished: false, feedback: feedback)
            }
            result = await work.result
        }
        guard let result else { return nil }
        let reply = context.reply(from: result, to: message)
        // What is done about a matter is asked for by buttons where nobody else reads along.
        if !message.isGroup, let task = try WeComBotReply.task(of: stream, to: bot),
            let answer = WeComBotReply.stream(
                id: id, reply, buttonsNamed: task, feedback: feedback, texts: context.texts())
        {
            return answer
        }
        return reply.blocks.isEmpty ? nil : part(id, reply, isFinished: true, feedback: feedback)
    }

    /// How a message is seen through that an earlier run acknowledged. Polls and repeats wait for it from now on.
    func resumption(of message: InboundMessage, to bot: WeComBot) -> @Sendable () async -> Void {
        begin(message)
        _ = pressed.take(message.key) { .kept }
        return { [self] in
            let work = handle(message)
            _ = await work.result
            end(message)
            // The next message does not wait for the platform to take this one's answer.
            context.afterwork.run { [self] in
                await finish(work, answering: message, bot, isResumed: true)
                pressed.leave(message.key)
            }
        }
    }

    /// Sees a kept message through: its answer is on disk for polls, or posted to the message's address where the
    /// platform does not ask for it, or not any more. One that the platform did not take stays for the next start.
    private func finish(
        _ work: Errand<Reply>, answering message: InboundMessage, _ bot: WeComBot, isResumed: Bool = false
    ) async {
        let reply = context.reply(from: await work.result, to: message)
        var end = LatePosting.End.settled
        if let address = message.replyAddress, address.opens.map({ $0 <= context.clock.now }) ?? true,
            !reply.blocks.isEmpty
        {
            end = await context.postOnce(
                { try active(reply, answering: message, bot, at: $0) }, to: message,
                in: context.configuration.weComReplyAddresses, isResumed: isResumed)
        }
        if case .settled = end { await context.release(message) }
    }

    private func active(
        _ reply: Reply, answering message: InboundMessage, _ bot: WeComBot, at address: String
    ) throws -> LateReply {
        let stream = WeComStream(message: message.id, started: context.clock.now)
        return .weCom(
            reply, to: address, feedback: message.account == nil ? nil : try stream.feedbackID(of: bot),
            task: message.isGroup ? nil : try WeComBotReply.task(of: stream, to: bot), texts: context.texts())
    }

    /// Answers a poll from disk. A poll for an answer that will not come any more is finished as well,
    /// otherwise the person would look at the waiting text for minutes.
    private func part(of id: String, _ bot: WeComBot) async throws -> [UInt8]? {
        guard let stream = WeComStream(id: id, of: bot) else {
            context.report(bot.channel, .failed, "a stream that is not ours")
            return part(id, apology, isFinished: true)
        }
        // Asked before the disk: work that ends in between has left its reply there.
        let isWorking = working.withLock { $0[key(stream.message, bot.channel)] != nil }
        do {
            if let reply = try await context.handler.reply(toMessage: stream.message, on: bot.channel) {
                return part(id, reply, isFinished: true)
            }
        } catch {
            context.report(bot.channel, .failed, "\(error)")
            return part(id, apology, isFinished: true)
        }
        let isAwaited = isWorking && stream.isAlive(at: context.clock.now)
        return part(id, isAwaited ? waiting : apology, isFinished: !isAwaited)
    }

    /// The answer to an opened chat is welcome in time or not at all.
    private func greeting(to message: InboundMessage, _ bot: WeComBot) async throws -> [UInt8]? {
        let work = handle(message)
        guard let result = await work.result(within: context.weComPatience) else {
            context.report(message.channel, .late, "greeting dropped")
            return nil
        }
        switch result {
        case .success(let reply):
            guard !reply.blocks.isEmpty else { return nil }
            let answer = WeComStream(message: message.id, started: context.clock.now)
            // Without its message's name the card stays as it is when it is pressed.
            let task =
                try WeComBotReply.task(of: answer, to: bot)
                ?? "hello-" + Hexadecimal.encode(try randomBytes(16))
            return WeComBotReply.greeting(reply, task: task, texts: context.texts())
        case .failure(let error):
            context.report(message.channel, .failed, "\(error)")
            return nil
        }
    }

    /// A pressed button is a message whose answer is posted, because the callback takes only a new card.
    ///
    /// - Returns: the answer, where it is known in time for the card to say what came of it.
    private func take(_ message: InboundMessage, _ bot: WeComBot) async throws -> Reply? {
        let (keeping, isFirst) = pressed.take(message.key) { [context] in
            await context.keep(message) ? .kept : .failed
        }
        guard case .success(.kept) = await keeping.result else {
            // Not acknowledged: the platform sends it again.
            if isFirst { pressed.leave(message.key) }
            throw CallbackNotKept()
        }
        guard isFirst else { return await context.earlierReply(to: message.id, on: message.channel) }
        if message.replyAddress == nil { context.report(message.channel, .undelivered, "no address") }
        let work = handle(message)
        context.afterwork.run { [self] in
            await finish(work, answering: message, bot)
            pressed.leave(message.key)
        }
        // What could not be worked out is reported where its answer is posted.
        return try? await work.result(within: context.pressPatience)?.get()
    }

    /// The pressed card with what was chosen in the place of its buttons; an empty acknowledgement where what it said is
    /// forgotten.
    private func card(
        named task: String?, pressed message: InboundMessage, _ standing: String?, _ bot: WeComBot
    ) async -> [UInt8]? {
        guard let task, let answer = WeComBotReply.answer(ofTask: task, to: bot),
            let reply = await context.earlierReply(to: answer.message, on: message.channel)
        else { return nil }
        return try? WeComBotReply.pressed(
            reply, choosing: message.words, standing: standing, task: task, texts: context.texts())
    }

    private func handle(_ message: InboundMessage) -> Errand<Reply> {
        begin(message)
        let work = context.handle(message)
        context.afterwork.run { [self] in
            _ = await work.result
            end(message)
        }
        return work
    }

    private func begin(_ message: InboundMessage) {
        working.withLock { $0[key(message.id, message.channel), default: 0] += 1 }
    }

    private func end(_ message: InboundMessage) {
        let key = key(message.id, message.channel)
        working.withLock { working in
            guard let count = working[key], count > 1 else {
                working[key] = nil
                return
            }
            working[key] = count - 1
        }
    }

    private func part(
        _ id: String, _ reply: Reply, isFinished: Bool, feedback: String? = nil
    ) -> [UInt8] {
        WeComBotReply.stream(
            id: id, reply, isFinished: isFinished, feedback: feedback, texts: context.texts())
    }

    private var waiting: Reply { Reply([.text(context.texts().waiting)]) }

    private var apology: Reply { Reply([.text(context.texts().apology)]) }

    private func key(_ message: String, _ channel: String) -> String { "\(channel)\n\(message)" }
}

/// A callback that cannot be kept, and so is answered as a failure of the server.
struct CallbackNotKept: Error {}
