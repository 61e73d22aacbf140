public import ChatPlatforms
public import Crypto
public import Earshot
public import HTTP

/// Sends through one application of Feishu.
public struct FeishuSender: Sendable {
    public static let server = "https://open.feishu.cn"
    /// For companies outside China.
    public static let internationalServer = "https://open.larksuite.com"

    private let connection: PlatformConnection
    private let keeper: TokenKeeper

    /// - Parameter client: Must allow the server.
    public init(
        appID: String, appSecret: Secret, client: Client, clock: any Earshot.Clock,
        server: String = FeishuSender.server, timing: TokenKeeper.Timing = TokenKeeper.Timing(),
        timeLimit: Duration = .seconds(10)
    ) {
        let connection = PlatformConnection(base: server, client: client, timeLimit: timeLimit)
        self.connection = connection
        keeper = TokenKeeper(clock: clock, timing: timing) {
            await connection.perform(
                FeishuCalls.token(appID: appID, appSecret: appSecret), reading: FeishuAnswer.token)
        }
    }

    /// Sends a reply in its best form, and in a plainer one when the platform cannot show its card.
    ///
    /// - Parameters:
    ///   - key: The same one is sent once within an hour, however often it is tried.
    ///   - chat: The one-to-one chat it goes to; nothing for a group.
    ///   - message: The message that it answers, for cards that change when they are pressed.
    public func send(
        _ reply: Reply, to recipient: FeishuRecipient, oneToOneChat chat: String? = nil,
        answering message: String? = nil, key: String, texts: ReplyTexts
    ) async -> SendOutcome {
        let forms = FeishuOutgoing.forms(of: reply, oneToOneChat: chat, answering: message, texts: texts)
        return await firstShown(of: forms) {
            await send($0, to: recipient, key: key)
        }
    }

    /// Answers a message with a reply, as `send` does.
    public func answer(
        _ identifier: String, with reply: Reply, key: String, texts: ReplyTexts
    ) async -> SendOutcome {
        await firstShown(of: FeishuOutgoing.forms(of: reply, texts: texts)) { message in
            let call = FeishuCalls.reply(message, to: identifier, uuid: FeishuCalls.uuid(of: key))
            return await perform(call)
        }
    }

    /// Sends a message; the same key is sent once within an hour, however often it is tried.
    public func send(
        _ message: FeishuOutgoing, to recipient: FeishuRecipient, key: String
    ) async -> SendOutcome {
        await perform(FeishuCalls.send(message, to: recipient, uuid: FeishuCalls.uuid(of: key)))
    }

    /// Replaces a card that was sent.
    public func update(_ identifier: String, to card: FeishuCard) async -> SendOutcome {
        await perform(FeishuCalls.update(identifier, to: card))
    }

    /// Takes a message back; see `FeishuCalls.recall`.
    public func recall(_ identifier: String) async -> SendOutcome {
        await perform(FeishuCalls.recall(identifier))
    }

    /// The largest picture, in bytes.
    public static let mostImageBytes = 10 << 20

    /// Uploads a picture to be sent, and gives its key.
    public func upload(image file: UploadFile) async -> PlatformAnswered<String> {
        guard file.bytes.count <= FeishuSender.mostImageBytes else { return .failed(.unsendable(.tooLarge)) }
        return await connection.perform(
            FeishuCalls.upload(image: file), keeper: keeper, reading: FeishuAnswer.uploaded)
    }

    /// Fetches a picture or file of a message, at most so many bytes of it.
    public func resource(
        _ key: String, of message: String, isPicture: Bool, limit: Int
    ) async -> PlatformAnswered<[UInt8]> {
        await connection.perform(
            FeishuCalls.resource(key, of: message, isPicture: isPicture), keeper: keeper, most: limit,
            reading: FeishuAnswer.resource)
    }

    private func perform(_ call: PlatformCall) async -> SendOutcome {
        await connection.perform(call, keeper: keeper) {
            FeishuAnswer.sent($0, repeatIsSafe: call.repeatIsSafe)
        }
    }

    private func firstShown(
        of forms: [FeishuOutgoing], _ send: (FeishuOutgoing) async -> SendOutcome
    ) async -> SendOutcome {
        var outcome = SendOutcome.unsendable(.nothingToSay)
        for form in forms {
            outcome = await send(form)
            guard case .refused(let remark) = outcome, remark.code == FeishuAnswer.invalidCard else { break }
        }
        return outcome
    }
}
