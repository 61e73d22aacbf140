public import ChatPlatforms
public import Crypto
public import Earshot
public import HTTP

/// Sends through one application of WeCom.
public struct WeComSender: Sendable {
    public static let server = "https://qyapi.weixin.qq.com"
    /// For so long the platform shows the same content to the same people once, unless another time is asked for.
    ///
    /// It covers a repeat right after an answer that was lost. Longer, it would swallow a second message that happens to
    /// say the same, and still call it sent.
    public static let duplicateWindow = Duration.seconds(120)

    private let agent: Int64
    private let connection: PlatformConnection
    private let keeper: TokenKeeper

    /// - Parameters:
    ///   - secret: The application's own, 应用管理 → the application → Secret.
    ///   - agent: Its AgentId.
    ///   - client: Must allow the server.
    public init(
        corpID: String, secret: Secret, agent: Int64, client: Client, clock: any Earshot.Clock,
        server: String = WeComSender.server, timing: TokenKeeper.Timing = TokenKeeper.Timing(),
        timeLimit: Duration = .seconds(10)
    ) {
        let connection = PlatformConnection(base: server, client: client, timeLimit: timeLimit)
        self.agent = agent
        self.connection = connection
        keeper = TokenKeeper(clock: clock, timing: timing) {
            await connection.perform(
                WeComCalls.token(corpID: corpID, secret: secret), reading: WeComAnswer.token)
        }
    }

    /// Sends a reply in its best form.
    ///
    /// - Parameters:
    ///   - key: Names the delivery; a card is named after it.
    ///   - duplicateWindow: See `WeComCalls.send`.
    ///   - mayRepeatWords: Whether the same words may have to be said again at once, as to who asks again. Then only a card,
    ///     which bears the name of its delivery, is taken for a repeat; a text after a lost answer may be read twice.
    public func send(
        _ reply: Reply, to addressees: WeComAddressees, key: String,
        duplicateWindow: Duration? = WeComSender.duplicateWindow, mayRepeatWords: Bool = false,
        texts: ReplyTexts
    ) async -> SendOutcome {
        let task = WeComTemplateCard.task(named: key)
        guard let message = WeComOutgoing(reply, task: task, texts: texts) else {
            return .unsendable(.nothingToSay)
        }
        return await send(
            message, to: addressees,
            duplicateWindow: mayRepeatWords && !message.isNamed ? nil : duplicateWindow)
    }

    /// Sends a message.
    ///
    /// - Parameter duplicateWindow: See `WeComCalls.send`.
    public func send(
        _ message: WeComOutgoing, to addressees: WeComAddressees,
        duplicateWindow: Duration? = WeComSender.duplicateWindow
    ) async -> SendOutcome {
        if let objection = addressees.objection { return .unsendable(objection) }
        let call = WeComCalls.send(message, to: addressees, agent: agent, duplicateWindow: duplicateWindow)
        return await connection.perform(call, keeper: keeper) {
            WeComAnswer.sent($0, to: addressees, repeatIsSafe: call.repeatIsSafe)
        }
    }

    /// Uploads something to be sent within three days, and gives its identifier.
    public func upload(_ file: UploadFile, as kind: WeComMediaKind) async -> PlatformAnswered<String> {
        guard file.bytes.count <= kind.mostBytes else { return .failed(.unsendable(.tooLarge)) }
        return await connection.perform(
            WeComCalls.upload(file, as: kind), keeper: keeper, reading: WeComAnswer.uploaded)
    }

    /// Fetches what somebody sent to the application, at most so many bytes of it.
    public func media(_ identifier: String, limit: Int) async -> PlatformAnswered<[UInt8]> {
        await connection.perform(
            WeComCalls.media(identifier), keeper: keeper, most: limit, reading: WeComAnswer.media)
    }

    /// Replaces a card that was sent; see `WeComCalls.update`.
    public func update(
        to card: WeComTemplateCard, code: String, members: [String] = []
    ) async -> SendOutcome {
        await change(WeComCalls.update(to: card, code: code, agent: agent, members: members))
    }

    /// Puts one grey button in place of a card's buttons; see `WeComCalls.update`.
    public func update(buttonTo words: String, code: String, members: [String] = []) async -> SendOutcome {
        await change(WeComCalls.update(buttonTo: words, code: code, agent: agent, members: members))
    }

    /// Takes a message back, within 24 hours.
    public func recall(message identifier: String) async -> SendOutcome {
        await change(WeComCalls.recall(message: identifier))
    }

    private func change(_ call: PlatformCall) async -> SendOutcome {
        await connection.perform(call, keeper: keeper) {
            WeComAnswer.sent($0, repeatIsSafe: call.repeatIsSafe)
        }
    }
}

/// Sends through one group's webhook of WeCom, at most 20 messages a minute.
public struct WeComWebhookSender: Sendable {
    private let key: Secret
    private let connection: PlatformConnection

    /// - Parameter key: The end of the webhook's address.
    public init(
        key: Secret, client: Client, server: String = WeComSender.server, timeLimit: Duration = .seconds(10)
    ) {
        self.key = key
        connection = PlatformConnection(base: server, client: client, timeLimit: timeLimit)
    }

    /// Sends a reply without what may be asked next.
    public func send(_ reply: Reply, texts: ReplyTexts) async -> SendOutcome {
        guard let message = WeComWebhookOutgoing(reply, texts: texts) else {
            return .unsendable(.nothingToSay)
        }
        return await send(message)
    }

    public func send(_ message: WeComWebhookOutgoing) async -> SendOutcome {
        await connection.perform(WeComWebhookCalls.send(message, key: key)) {
            WeComAnswer.sent($0, repeatIsSafe: false)
        }
    }

    /// Uploads a file to be sent within three days, and gives its identifier.
    public func upload(_ file: UploadFile) async -> PlatformAnswered<String> {
        guard file.bytes.count <= WeComMediaKind.file.mostBytes else {
            return .failed(.unsendable(.tooLarge))
        }
        return await connection.perform(
            WeComWebhookCalls.upload(file, key: key), reading: WeComAnswer.uploaded)
    }
}
