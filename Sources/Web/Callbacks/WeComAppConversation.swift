import ChatPlatforms
import Earshot

/// What is answered to a genuine callback of a WeCom application, before encryption.
struct WeComAppConversation: Sendable {
    private let context: CallbackContext
    private let deferred: DeferredAnswers

    init(context: CallbackContext, deferred: DeferredAnswers) {
        self.context = context
        self.deferred = deferred
    }

    /// The answer, or nothing when an empty acknowledgement is right.
    func answer(_ callback: WeComAppCallback, from app: WeComApp) async throws -> [UInt8]? {
        switch callback {
        case .message(let message): return try await answer(to: message, app)
        case .opened(let message): return try await greeting(to: message, app)
        case .pressed(let message):
            let reply = try await deferred.take(press: message)
            return WeComAppReply.pressed(
                message, standing: reply?.actions?.standing, of: app, now: context.clock.now)
        case .alert(let event):
            context.report(app.channel, .alert, event)
            return nil
        case .notice(let kind):
            context.report(app.channel, .acknowledged, kind)
            return nil
        }
    }

    private func answer(to message: InboundMessage, _ app: WeComApp) async throws -> [UInt8]? {
        // The platform repeats a message whose acknowledgement got lost.
        if try await deferred.owns(answerTo: message.key) {
            return nil
        }
        let work = context.handle(message)
        var result = await work.result(within: context.weComPatience)
        if result == nil {
            if await deferred.keep(message, answeredBy: work) { return nil }
            result = await work.result
        } else if try await deferred.owns(answerTo: message.key) {
            // Whoever asked the same a moment earlier waited in vain, so that the answer is a message by now.
            return nil
        }
        if case .success(let reply)? = result, deferred.canAnswer(on: message.channel),
            WeComOutgoing.hasButtons(reply, texts: context.texts()),
            // No response carries a card.
            await deferred.keep(message, answeredBy: work, isLate: false)
        {
            return nil
        }
        return result.flatMap { text(context.reply(from: $0, to: message), to: message, app) }
    }

    /// Once a day, as the platform itself does for its robots. It is welcome in time or not at all.
    private func greeting(to message: InboundMessage, _ app: WeComApp) async throws -> [UInt8]? {
        let opened = context.daily(message)
        let earlier = try await context.handler.reply(toMessage: opened.id, on: opened.channel)
        guard earlier == nil else { return nil }
        let work = context.handle(opened)
        switch await work.result(within: context.weComPatience) {
        case .success(let reply):
            return text(reply, to: opened, app)
        case .failure(let error):
            context.report(message.channel, .failed, "\(error)")
            return nil
        case nil:
            context.report(message.channel, .late, "greeting dropped")
            return nil
        }
    }

    private func text(_ reply: Reply, to message: InboundMessage, _ app: WeComApp) -> [UInt8]? {
        guard !reply.blocks.isEmpty else { return nil }
        return WeComAppReply.text(
            reply, answering: message, of: app, now: context.clock.now, texts: context.texts())
    }
}
