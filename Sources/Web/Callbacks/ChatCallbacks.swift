public import ChatPlatforms
public import Earshot
public import HTTP

/// The endpoints that chat platforms call: `/callback/dingtalk/{robot}`, `/callback/dingtalk-card/{robot}`,
/// `/callback/dingtalk-event/{subscription}`, `/callback/wecom-bot/{bot}`, `/callback/wecom/{app}` and
/// `/callback/feishu/{app}`.
///
/// A message is answered in the HTTP response when the answer is ready in time; the rest of the answers go
/// their platform's way for late ones.
public final class ChatCallbacks: Sendable {
    private let dingTalk: DingTalkCallbacks
    private let dingTalkCards: DingTalkCardCallbacks
    private let dingTalkEvents: DingTalkEventCallbacks
    private let weCom: WeComBotCallbacks
    private let weComApps: WeComAppCallbacks
    private let feishu: FeishuCallbacks
    private let deferred: DeferredAnswers
    private let afterwork: Afterwork
    private let context: CallbackContext

    /// - Parameters:
    ///   - inbox: Keeps what is acknowledged before it is answered.
    ///   - events: Knows what was told of already.
    ///   - feedback: Keeps what people think of answers.
    ///   - addresses: Knows which addresses have taken their one answer.
    ///   - sent: Finds what was sent without being asked for, when somebody presses a button of it.
    ///   - senders: What sends the answers that no response can carry, by channel (`wecom/dealers`). Where a channel
    ///     has none they are reported as undelivered.
    ///   - calendar: On which day something was.
    ///   - texts: Those in force, asked for whenever one is needed.
    ///   - pause: Lets the given time pass.
    ///   - onReport: Called on any thread; it must not wait.
    public init(
        dingTalk robots: [DingTalkRobot] = [], dingTalkCards cards: [DingTalkCards] = [],
        dingTalkEvents subscriptions: [DingTalkEvents] = [], weCom bots: [WeComBot] = [],
        weComApps: [WeComApp] = [], feishu feishuApps: [FeishuApp] = [],
        handler: any MessageHandler, inbox: any MessageInbox, events: any EventRegister,
        feedback: any FeedbackRegister, addresses: any SpentAddresses, sent: any SentMessages,
        clock: any Earshot.Clock, calendar: LocalCalendar = .shanghai, lateReplies: any LateReplySender,
        senders: [String: any MessageSender] = [:], texts: @escaping @Sendable () -> ReplyTexts,
        configuration: CallbackConfiguration = CallbackConfiguration(),
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
        onReport: @escaping @Sendable (CallbackReport) -> Void = { _ in }
    ) {
        afterwork = Afterwork(pause: pause)
        context = CallbackContext(
            handler: handler, inbox: inbox, feedback: feedback, addresses: addresses, sent: sent,
            clock: clock, calendar: calendar, lateReplies: lateReplies,
            texts: texts, configuration: configuration, afterwork: afterwork,
            dingTalkPatience: Patience(configuration.dingTalkPatience, pause: pause),
            weComPatience: Patience(configuration.weComPatience, pause: pause),
            pressPatience: Patience(configuration.pressPatience, pause: pause), onReport: onReport)
        dingTalkEvents = DingTalkEventCallbacks(
            subscriptions: subscriptions, register: events, context: context)
        weCom = WeComBotCallbacks(bots: bots, context: context)
        deferred = DeferredAnswers(context: context, senders: senders)
        dingTalk = DingTalkCallbacks(robots: robots, context: context, deferred: deferred)
        dingTalkCards = DingTalkCardCallbacks(cards: cards, context: context, deferred: deferred)
        self.weComApps = WeComAppCallbacks(apps: weComApps, context: context, deferred: deferred)
        feishu = FeishuCallbacks(apps: feishuApps, context: context, deferred: deferred)
    }

    public var routes: [Route] {
        [
            dingTalk.route, dingTalkCards.route, dingTalkEvents.route, weCom.checkRoute, weCom.messageRoute,
            weComApps.checkRoute,
            weComApps.messageRoute, feishu.route,
        ]
    }

    /// Takes up what an earlier run acknowledged and had not answered when it ended, one message after the other.
    /// Called once, before the server listens, so that polls find their messages waited for.
    public func resume() async throws {
        let left = try await context.inbox.left()
        for message in left.givenUp {
            context.report(message.channel, .failed, "given up after several tries: \(message.id)")
        }
        var resumptions: [(message: MessageKey, run: @Sendable () async -> Void)] = []
        for message in left.messages {
            guard let run = resumption(of: message) else {
                context.report(message.channel, .undelivered, "the channel is not configured any more")
                continue
            }
            resumptions.append((MessageKey(channel: message.channel, id: message.id), run))
        }
        context.afterwork.run { [context, resumptions] in
            for resumption in resumptions {
                do {
                    try await context.inbox.countTry(of: resumption.message)
                } catch {
                    context.report(resumption.message.channel, .failed, "not counted: \(error)")
                }
                await resumption.run()
            }
        }
    }

    private func resumption(of message: InboundMessage) -> (@Sendable () async -> Void)? {
        let isSent = deferred.canAnswer(on: message.channel)
        if isSent || weComApps.owns(message) || feishu.owns(message) {
            return deferred.resumption(of: message)
        }
        return dingTalk.resumption(of: message) ?? weCom.resumption(of: message)
    }

    /// Returns when every late answer is delivered, given up, or left to the next start: for a graceful stop, after the
    /// server's.
    public func finish() async {
        await afterwork.finish()
    }
}

/// The limits of the callbacks.
public struct CallbackConfiguration: Sendable {
    /// The largest message that is read, in bytes.
    public var messageBytes = Route.defaultBodyLimit
    /// How long DingTalk is kept waiting. Its own limit is not documented.
    public var dingTalkPatience = Duration.seconds(2)
    /// How long WeCom is kept waiting, by robots and applications. It gives up after five seconds.
    public var weComPatience = Duration.seconds(4)
    /// How long the answer to a pressed button is waited for before the card is changed without it. DingTalk gives up after
    /// two seconds, Feishu after three.
    public var pressPatience = Duration.seconds(1)
    /// Where late answers to DingTalk may go.
    public var dingTalkReplyAddresses = ReplyAddresses.dingTalk
    /// Where answers to pressed buttons of WeCom may go.
    public var weComReplyAddresses = ReplyAddresses.weCom

    public init() {}
}
