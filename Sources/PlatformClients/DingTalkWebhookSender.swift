public import ChatPlatforms
public import Crypto
public import Earshot
public import HTTP

/// Sends through one custom robot of DingTalk, at most 20 messages a minute: whoever sends more is limited for ten.
public struct DingTalkWebhookSender: Sendable {
    private let webhook: SignedWebhook

    /// - Parameters:
    ///   - webhook: The robot's whole address, whose host the client must allow.
    ///   - secret: Begins with `SEC`, where the robot wants signatures (加签).
    public init(
        webhook: Secret, secret: Secret?, client: Client, clock: any Earshot.Clock,
        timeLimit: Duration = .seconds(10)
    ) {
        self.webhook = SignedWebhook(
            webhook, secret: secret, client: client, clock: clock, timeLimit: timeLimit)
    }

    /// Sends a reply without what may be asked next.
    ///
    /// - Parameter key: The same one is shown once, however often it is sent.
    public func send(_ reply: Reply, key: String, texts: ReplyTexts) async -> SendOutcome {
        guard let message = DingTalkOutgoing(reply, texts: texts) else { return .unsendable(.nothingToSay) }
        return await send(message, key: key)
    }

    /// Sends a message; the same key is shown once, however often it is sent.
    public func send(_ message: DingTalkOutgoing, key: String) async -> SendOutcome {
        await webhook.post(
            { (webhook, secret, now) throws(CryptoError) in
                try DingTalkWebhookCalls.send(message, webhook: webhook, secret: secret, uuid: key, now: now)
            }, reading: DingTalkWebhookAnswer.posted)
    }
}
