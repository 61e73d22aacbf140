public import Crypto
public import Earshot
import JSON

/// The calls to DingTalk's server for one application with a robot. Their base is `https://api.dingtalk.com`.
///
/// Source: open.dingtalk.com, 企业机器人发送单聊消息, 企业机器人发送群聊消息, 下载机器人接收消息的文件内容, oauth2/accessToken.
public enum DingTalkCalls {
    private static let token = PlatformCall.Authorization.header("x-acs-dingtalk-access-token", prefix: "")

    /// The most people of one call. One text of the platform's says 100.
    public static let mostPeople = 20

    /// Asks for an access token. Read the answer with `DingTalkAnswer.token`.
    public static func token(appKey: String, appSecret: Secret) -> PlatformCall {
        PlatformCall(
            "/v1.0/oauth2/accessToken",
            json: ["appKey": .string(appKey), "appSecret": .string(appSecret.revealText())],
            repeatIsSafe: true)
    }

    /// Sends a message to people one by one. Read the answer with `DingTalkAnswer.sent`.
    ///
    /// - Parameter people: User ids; the first twenty are written.
    public static func send(
        _ message: DingTalkRobotOutgoing, toPeople people: [String], robot: String
    ) -> PlatformCall {
        PlatformCall(
            "/v1.0/robot/oToMessages/batchSend",
            json: [
                "robotCode": .string(robot),
                "userIds": .array(people.prefix(mostPeople).map { .string($0) }),
                "msgKey": .string(message.key), "msgParam": .string(message.parameters),
            ], authorization: token)
    }

    /// Sends a message to a group that the robot is in. Read the answer with `DingTalkAnswer.sent`.
    ///
    /// - Parameter group: The openConversationId; the conversation id of a message from the group serves as it.
    public static func send(
        _ message: DingTalkRobotOutgoing, toGroup group: String, robot: String
    ) -> PlatformCall {
        PlatformCall(
            "/v1.0/robot/groupMessages/send",
            json: [
                "robotCode": .string(robot), "openConversationId": .string(group),
                "msgKey": .string(message.key), "msgParam": .string(message.parameters),
            ], authorization: token)
    }

    /// Takes a message to people back, within 24 hours. Read the answer with `DingTalkAnswer.recalled`. Source:
    /// 批量撤回人与机器人会话中机器人消息.
    ///
    /// - Parameter identifier: The receipt's.
    public static func recall(_ identifier: String, robot: String) -> PlatformCall {
        PlatformCall(
            "/v1.0/robot/otoMessages/batchRecall",
            json: ["robotCode": .string(robot), "processQueryKeys": .array([.string(identifier)])],
            authorization: token, repeatIsSafe: true)
    }

    /// Takes a message to a group back, within 24 hours. Read the answer with `DingTalkAnswer.recalled`. Source:
    /// 企业机器人撤回内部群消息.
    public static func recall(_ identifier: String, inGroup group: String, robot: String) -> PlatformCall {
        PlatformCall(
            "/v1.0/robot/groupMessages/recall",
            json: [
                "robotCode": .string(robot), "openConversationId": .string(group),
                "processQueryKeys": .array([.string(identifier)]),
            ], authorization: token, repeatIsSafe: true)
    }

    /// Asks where a file that somebody sent can be fetched. Read the answer with `DingTalkAnswer.downloadAddress`.
    public static func download(code: String, robot: String) -> PlatformCall {
        PlatformCall(
            "/v1.0/robot/messageFiles/download",
            json: ["downloadCode": .string(code), "robotCode": .string(robot)], authorization: token,
            repeatIsSafe: true)
    }
}

/// The calls to DingTalk's older server. Their base is `https://oapi.dingtalk.com`.
///
/// Source: open.dingtalk.com, 自定义机器人发送群消息, 机器人回复/发送消息, 上传媒体文件.
public enum DingTalkWebhookCalls {
    /// Posts a message to a custom robot. Read the answer with `DingTalkWebhookAnswer.posted`.
    ///
    /// - Parameters:
    ///   - webhook: The robot's address with its access token.
    ///   - secret: Begins with `SEC`, where the robot wants signatures.
    ///   - uuid: By which the platform recognises a repeat.
    public static func send(
        _ message: DingTalkOutgoing, webhook: Secret, secret: Secret?, uuid: String, now: Timestamp
    ) throws(CryptoError) -> PlatformCall {
        var address = webhook.revealText()
        if let secret {
            address = try DingTalkSignature.signedAddress(
                webhook: address, timestamp: String(now.milliseconds), secret: secret)
        }
        return PlatformCall(address, json: message.json(uuid: uuid), repeatIsSafe: true)
    }

    /// Posts something of a kind that no group can be shown: whether the robot is known and takes our signature, and
    /// nothing more. Read the refusal with `DingTalkWebhookAnswer.posted`; where both are so it is `unknownKind`.
    public static func probe(
        webhook: Secret, secret: Secret?, now: Timestamp
    ) throws(CryptoError) -> PlatformCall {
        var address = webhook.revealText()
        if let secret {
            address = try DingTalkSignature.signedAddress(
                webhook: address, timestamp: String(now.milliseconds), secret: secret)
        }
        return PlatformCall(address, json: ["msgtype": "earshot_check"], repeatIsSafe: true)
    }

    /// The code of a message of a kind that the platform does not know.
    public static let unknownKind = "400105"

    /// Posts to the address that came with a message. Read the answer with `DingTalkWebhookAnswer.answered`.
    ///
    /// - Parameter address: Was checked with `ReplyAddresses`.
    public static func answer(_ reply: Reply, isGroup: Bool, to address: String, texts: ReplyTexts)
        -> PlatformCall
    {
        PlatformCall(
            address, headers: [PlatformCall.jsonType],
            body: DingTalkReply.encode(reply, isGroup: isGroup, texts: texts))
    }

    /// Uploads something to be sent. Read the answer with `DingTalkWebhookAnswer.uploaded`.
    public static func upload(_ file: UploadFile, as kind: DingTalkMediaKind) -> PlatformCall {
        PlatformCall(
            "/media/upload", query: [.init("type", kind.rawValue)],
            form: MultipartForm([.file("media", file)]), authorization: .query("access_token"))
    }
}

/// What can be uploaded. Source: open.dingtalk.com, 上传媒体文件.
public enum DingTalkMediaKind: String, Sendable, Hashable {
    case image, voice, video, file

    /// The largest upload in bytes.
    public var mostBytes: Int { self == .voice ? 2 << 20 : 20 << 20 }
}
