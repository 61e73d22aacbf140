public import Crypto
public import Earshot
import JSON

/// The calls to Feishu's server for one application.
///
/// Source: open.feishu.cn, 自建应用获取 tenant_access_token, 发送消息, 回复消息, 更新应用发送的消息卡片, 上传图片.
public enum FeishuCalls {
    private static let token = PlatformCall.Authorization.header("Authorization", prefix: "Bearer ")

    /// The longest uuid, in characters.
    public static let longestUUID = 50

    /// Asks for an access token. Read the answer with `FeishuAnswer.token`.
    public static func token(appID: String, appSecret: Secret) -> PlatformCall {
        PlatformCall(
            "/open-apis/auth/v3/tenant_access_token/internal",
            json: ["app_id": .string(appID), "app_secret": .string(appSecret.revealText())],
            repeatIsSafe: true)
    }

    /// Sends a message. Read the answer with `FeishuAnswer.sent`.
    ///
    /// - Parameter uuid: Within an hour the same one is sent at most once; see `uuid(of:)`.
    public static func send(
        _ message: FeishuOutgoing, to recipient: FeishuRecipient, uuid: String?
    ) -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/messages", query: [.init("receive_id_type", recipient.kind.rawValue)],
            json: .object([
                "receive_id": .string(recipient.id), "msg_type": .string(message.type),
                "content": .string(message.contentText), "uuid": uuid.map { .string($0) },
            ]), authorization: token, repeatIsSafe: uuid != nil)
    }

    /// Answers a message. Read the answer with `FeishuAnswer.sent`.
    public static func reply(
        _ message: FeishuOutgoing, to identifier: String, inThread: Bool = false, uuid: String?
    ) -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/messages/\(PercentEncoding.encode(identifier))/reply",
            json: .object([
                "msg_type": .string(message.type), "content": .string(message.contentText),
                "reply_in_thread": .bool(inThread), "uuid": uuid.map { .string($0) },
            ]), authorization: token, repeatIsSafe: uuid != nil)
    }

    /// Replaces a card that was sent. Read the answer with `FeishuAnswer.sent`.
    public static func update(_ identifier: String, to card: FeishuCard) -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/messages/\(PercentEncoding.encode(identifier))", method: .patch,
            json: ["content": .string(FeishuOutgoing.card(card).contentText)], authorization: token,
            repeatIsSafe: true)
    }

    /// Takes a message back, within 24 hours unless the company set another time. Read the answer with
    /// `FeishuAnswer.sent`. Source: 撤回消息.
    public static func recall(_ identifier: String) -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/messages/\(PercentEncoding.encode(identifier))", method: .delete,
            authorization: token, repeatIsSafe: true)
    }

    /// Uploads a picture of at most 10 MB. Read the answer with `FeishuAnswer.uploaded`.
    public static func upload(image file: UploadFile) -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/images",
            form: MultipartForm([.value("image_type", "message"), .file("image", file)]),
            authorization: token)
    }

    /// Asks for a picture or file of a message. Read the answer with `FeishuAnswer.resource`. Source: 获取消息中的资源文件.
    public static func resource(_ key: String, of message: String, isPicture: Bool) -> PlatformCall {
        let (message, key) = (PercentEncoding.encode(message), PercentEncoding.encode(key))
        return PlatformCall(
            "/open-apis/im/v1/messages/\(message)/resources/\(key)",
            method: .get, query: [PlatformCall.Field("type", isPicture ? "image" : "file")],
            // Files are named in their answer only where this type is asked for.
            headers: [PlatformCall.jsonType], authorization: token, repeatIsSafe: true)
    }

    /// Asks what the application's bot is. Read the answer with `FeishuAnswer.bot`. Source: 获取机器人信息.
    public static func bot() -> PlatformCall {
        PlatformCall("/open-apis/bot/v3/info", method: .get, authorization: token, repeatIsSafe: true)
    }

    /// Asks for the groups that the bot is in, at most a hundred. Read the answer with `FeishuAnswer.groups`. Source:
    /// 获取用户或机器人所在的群列表.
    public static func groups() -> PlatformCall {
        PlatformCall(
            "/open-apis/im/v1/chats", method: .get, query: [PlatformCall.Field("page_size", "100")],
            authorization: token, repeatIsSafe: true)
    }

    /// A uuid made from any text: itself where it is short enough, a fingerprint of it otherwise.
    public static func uuid(of key: String) -> String {
        if (1...longestUUID).contains(key.utf8.count) { return key }
        return Hexadecimal.encode(Array(Digest.sha256(of: Array(key.utf8)).prefix(16)))
    }

    /// Posts a message to a custom bot's webhook. Read the answer with `FeishuAnswer.posted`.
    ///
    /// - Parameters:
    ///   - webhook: The bot's address, `https://open.feishu.cn/open-apis/bot/v2/hook/…`.
    ///   - secret: Where the bot wants signatures.
    public static func send(
        _ message: FeishuOutgoing, toBot webhook: Secret, secret: Secret?, now: Timestamp
    ) throws(CryptoError) -> PlatformCall {
        var members = try signature(secret: secret, now: now)
        members.append(JSON.Member("msg_type", .string(message.type)))
        switch message.type {
        // A card stands beside the content here, and a post one level deeper.
        case "interactive": members.append(JSON.Member("card", message.content))
        case "post": members.append(JSON.Member("content", ["post": message.content]))
        default: members.append(JSON.Member("content", message.content))
        }
        return PlatformCall(webhook.revealText(), json: .object(members))
    }

    /// Posts something of a kind that no group can be shown: whether the bot is known and takes our signature, and nothing
    /// more. Read the refusal with `FeishuAnswer.posted`; where both are so it is `badRequest`.
    public static func probe(
        bot webhook: Secret, secret: Secret?, now: Timestamp
    ) throws(CryptoError) -> PlatformCall {
        let members =
            try signature(secret: secret, now: now) + [JSON.Member("msg_type", "earshot_check")]
        return PlatformCall(webhook.revealText(), json: .object(members), repeatIsSafe: true)
    }

    /// The code of a message that a custom bot cannot make anything of.
    public static let badRequest = "9499"

    /// What a custom bot's message carries where the bot wants signatures.
    private static func signature(secret: Secret?, now: Timestamp) throws(CryptoError) -> [JSON.Member] {
        guard let secret else { return [] }
        let timestamp = String(now.milliseconds / 1000)
        let sign = try FeishuSignature.customBot(timestamp: timestamp, secret: secret)
        return [JSON.Member("timestamp", .string(timestamp)), JSON.Member("sign", .string(sign))]
    }
}

/// Who gets a message of a Feishu application.
public struct FeishuRecipient: Sendable, Hashable {
    public var kind: Kind
    public var id: String

    public init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    public static func chat(_ id: String) -> FeishuRecipient { FeishuRecipient(.chat, id) }
    public static func person(openID id: String) -> FeishuRecipient { FeishuRecipient(.openID, id) }
    public static func person(userID id: String) -> FeishuRecipient { FeishuRecipient(.userID, id) }

    /// What the identifier is, as the platform calls it.
    public enum Kind: String, Sendable, Hashable {
        case openID = "open_id"
        case userID = "user_id"
        case unionID = "union_id"
        case email = "email"
        case chat = "chat_id"
    }
}
