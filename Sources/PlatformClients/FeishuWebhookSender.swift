public import ChatPlatforms
public import Crypto
public import Earshot
public import HTTP

/// Sends through one custom bot of Feishu, at most 100 messages a minute and five a second.
public struct FeishuWebhookSender: Sendable {
    private let webhook: SignedWebhook

    /// - Parameters:
    ///   - webhook: The bot's whole address, whose host the client must allow.
    ///   - secret: Where the bot wants signatures (签名校验).
    public init(
        webhook: Secret, secret: Secret?, client: Client, clock: any Earshot.Clock,
        timeLimit: Duration = .seconds(10)
    ) {
        self.webhook = SignedWebhook(
            webhook, secret: secret, client: client, clock: clock, timeLimit: timeLimit)
    }

    /// Sends a reply without what may be asked next.
    public func send(_ reply: Reply, texts: ReplyTexts) async -> SendOutcome {
        guard let message = FeishuOutgoing(toCustomBot: reply, texts: texts) else {
            return .unsendable(.nothingToSay)
        }
        return await send(message)
    }

    /// Sends a message. The bot recognises no repetition.
    public func send(_ message: FeishuOutgoing) async -> SendOutcome {
        await webhook.post(
            { (webhook, secret, now) throws(CryptoError) in
                try FeishuCalls.send(message, toBot: webhook, secret: secret, now: now)
            }, reading: FeishuAnswer.posted)
    }
}
