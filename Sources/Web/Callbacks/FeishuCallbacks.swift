import ChatPlatforms
import Earshot
import HTTP
import JSON

/// `POST /callback/feishu/{app}`.
///
/// No response carries an answer: a message is acknowledged as soon as it is on disk, and its answer is a message of its
/// own. The platform wants the acknowledgement within three seconds and repeats what got none for seven hours, but for
/// pressed buttons: their acknowledgement is a toast, which says what is being done, and the card without its buttons. Source: open.feishu.cn, 接收事件 and
/// 卡片回传交互回调.
struct FeishuCallbacks: Sendable {
    private let apps: [String: FeishuApp]
    private let context: CallbackContext
    private let deferred: DeferredAnswers

    init(apps: [FeishuApp], context: CallbackContext, deferred: DeferredAnswers) {
        self.apps = Dictionary(apps.map { ($0.name, $0) }) { first, _ in first }
        self.context = context
        self.deferred = deferred
    }

    /// Whether a message that an earlier run acknowledged came through here.
    func owns(_ message: InboundMessage) -> Bool {
        apps.values.contains { $0.channel == message.channel }
    }

    var route: Route {
        .post(
            "/callback/feishu/{app}", bodyLimit: context.configuration.messageBytes, objection: objection
        ) { request in
            guard let app = apps[request.parameters["app"] ?? ""] else { return .empty(status: 404) }
            let callback: FeishuCallback
            do throws(CallbackFault) {
                callback = try app.read(
                    request.body, signature: FeishuHeaders { request.headers[$0] })
            } catch {
                return context.refuse(error, channel: app.channel)
            }
            return .json(try await answer(callback, from: app).bytes)
        }
    }

    @Sendable
    private func objection(to request: HTTP.Request) -> Response? {
        apps[request.parameters["app"] ?? ""] == nil ? .empty(status: 404) : nil
    }

    private func answer(_ callback: FeishuCallback, from app: FeishuApp) async throws -> JSON {
        switch callback {
        case .challenge(let challenge):
            return ["challenge": .string(challenge)]
        case .message(let message):
            try await deferred.take(message)
        case .pressed(let message, let card):
            return try await answer(toPress: message, of: card)
        case .opened(let message):
            // Once a day, as a chat is opened many times.
            try await deferred.take(context.daily(message))
        case .notice(let kind):
            context.report(app.channel, .acknowledged, kind)
        }
        return [:]
    }

    /// A press that cannot be kept is not sent again, so the person is asked to press again.
    private func answer(
        toPress pressed: InboundMessage, of card: FeishuPressedCard
    ) async throws -> JSON {
        // Before the message is kept, so that a repeat or the next run finds it as it was taken.
        let notice = await notice(pressed, card)
        var message = pressed
        if notice != nil { (message.isGroup, message.isOnNotice) = (false, false) }
        let texts = context.texts()
        let underWay = try texts.underWay(message.words)
        let reply: Reply?
        do {
            reply = try await deferred.take(press: message)
        } catch {
            context.report(message.channel, .failed, "\(error)")
            return FeishuToast(texts.apology, .error).json()
        }
        let standing = reply?.actions?.standing
        let changed: FeishuCard? =
            if let notice {
                settled(notice, pressed: message, standing, texts)
            } else {
                await self.card(ofAnswerTo: card.answered, pressed: message, standing, texts)
            }
        // Only who pressed reads the toast.
        let told = standing ?? (message.isOnNotice ? reply?.onlyLine : nil)
        return FeishuToast(told ?? underWay).json(changing: changed)
    }

    /// What the pressed notice says, where it lies in the chat of its person and the bot and that person pressed; nothing for a
    /// card that is no notice, that is not known, or was forwarded: there others may read along.
    private func notice(_ pressed: InboundMessage, _ card: FeishuPressedCard) async -> Reply? {
        guard pressed.isOnNotice, let message = card.message else { return nil }
        do {
            let sent = try await context.sent.delivery(sentAs: message, on: pressed.channel)
            return sent.flatMap { card.isAtHome($0, pressedIn: pressed.chat) ? $0.reply : nil }
        } catch {
            context.report(pressed.channel, .failed, "the press counts as one in a group: \(error)")
            return nil
        }
    }

    /// The pressed notice with how the matter stands in the place of its buttons; nothing, so that it can still be claimed,
    /// where nobody has it.
    private func settled(
        _ notice: Reply, pressed message: InboundMessage, _ standing: String?, _ texts: ReplyTexts
    ) -> FeishuCard? {
        guard let standing else { return nil }
        return try? FeishuCard(notice, afterChoosing: message.words, standing: standing, texts: texts)
    }

    /// The pressed card with how the matter stands, or else what was chosen, in the place of its buttons.
    ///
    /// Nothing but what it said itself: everybody who sees it reads what it is changed to, also where it was forwarded to. What
    /// it said is forgotten after a while; then it stays as it is.
    private func card(
        ofAnswerTo answered: String?, pressed message: InboundMessage, _ standing: String?,
        _ texts: ReplyTexts
    ) async -> FeishuCard? {
        guard let answered, let reply = await context.earlierReply(to: answered, on: message.channel) else {
            return nil
        }
        return try? FeishuCard(reply, afterChoosing: message.words, standing: standing, texts: texts)
    }
}

extension Reply {
    /// All that it says, where that is one line.
    fileprivate var onlyLine: String? {
        if blocks.count == 1, case .text(let line) = blocks[0] { line } else { nil }
    }
}
