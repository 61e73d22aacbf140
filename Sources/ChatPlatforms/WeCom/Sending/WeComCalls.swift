public import Crypto
public import Earshot
import JSON

/// The calls to WeCom's server for one application.
///
/// Source: developer.work.weixin.qq.com, documents 91039 (gettoken), 90236 (send), 90253 (upload), 94888 (card
/// update), 94867 (recall).
public enum WeComCalls {
    private static let token = PlatformCall.Authorization.query("access_token")

    /// Asks for what somebody sent within the last three days. Read the answer with `WeComAnswer.media`.
    public static func media(_ identifier: String) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/media/get", method: .get, query: [PlatformCall.Field("media_id", identifier)],
            authorization: token, repeatIsSafe: true)
    }

    /// Asks for an access token. Read the answer with `WeComAnswer.token`.
    public static func token(corpID: String, secret: Secret) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/gettoken", method: .get,
            query: [.init("corpid", corpID), .init("corpsecret", secret.revealText())], repeatIsSafe: true)
    }

    /// Sends a message. Read the answer with `WeComAnswer.sent`.
    ///
    /// - Parameters:
    ///   - duplicateWindow: For so long, at most four hours, the platform swallows the same content to the same
    ///     people, which makes a repeat after an unclear failure safe. Nothing where the same words may come twice.
    ///   - isConfidential: Whether it can be neither forwarded nor copied.
    public static func send(
        _ message: WeComOutgoing, to addressees: WeComAddressees, agent: Int64,
        duplicateWindow: Duration? = .seconds(1800), isConfidential: Bool = false
    ) -> PlatformCall {
        func list(_ ids: [String], most: Int) -> JSON? {
            ids.isEmpty ? nil : .string(ids.prefix(most).joined(separator: "|"))
        }
        var members: [JSON.Member] = []
        func add(_ name: String, _ value: JSON?) {
            if let value { members.append(JSON.Member(name, value)) }
        }
        add("touser", list(addressees.members, most: WeComAddressees.mostMembers))
        add("toparty", list(addressees.departments, most: WeComAddressees.mostDepartments))
        add("totag", list(addressees.tags, most: WeComAddressees.mostTags))
        members += message.members
        add("agentid", .integer(agent))
        add("safe", isConfidential ? 1 : 0)
        if let duplicateWindow {
            add("enable_duplicate_check", 1)
            add("duplicate_check_interval", .integer(min(duplicateWindow.components.seconds, 14_400)))
        }
        return PlatformCall(
            "/cgi-bin/message/send", json: .object(members), authorization: token,
            repeatIsSafe: duplicateWindow != nil)
    }

    /// Uploads something to be sent within three days. Read the answer with `WeComAnswer.uploaded`.
    public static func upload(_ file: UploadFile, as kind: WeComMediaKind) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/media/upload", query: [.init("type", kind.rawValue)],
            form: MultipartForm([.file("media", file)]), authorization: token)
    }

    /// Replaces a card that was sent, once, within 72 hours.
    ///
    /// - Parameters:
    ///   - code: The receipt's `updateCode`, or the one that came with a press of a button.
    ///   - members: Those for whom it changes; everybody who got it when empty.
    public static func update(
        to card: WeComTemplateCard, code: String, agent: Int64, members: [String] = []
    ) -> PlatformCall {
        update("template_card", card.json, code: code, agent: agent, members: members)
    }

    /// Puts one grey button that says `words` in place of a card's buttons, once, within 72 hours.
    public static func update(
        buttonTo words: String, code: String, agent: Int64, members: [String] = []
    ) -> PlatformCall {
        update("button", ["replace_name": .string(words)], code: code, agent: agent, members: members)
    }

    private static func update(
        _ name: String, _ value: JSON, code: String, agent: Int64, members: [String]
    ) -> PlatformCall {
        let fields = [
            members.isEmpty
                ? JSON.Member("atall", 1) : JSON.Member("userids", .array(members.map { .string($0) })),
            JSON.Member("agentid", .integer(agent)), JSON.Member("response_code", .string(code)),
            JSON.Member(name, value),
        ]
        return PlatformCall(
            "/cgi-bin/message/update_template_card", json: .object(fields), authorization: token)
    }

    /// Asks what the application is, and changes nothing. Read the answer with `WeComAnswer.agent`. Source: document 90227.
    public static func agent(_ agent: Int64) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/agent/get", method: .get, query: [.init("agentid", String(agent))],
            authorization: token, repeatIsSafe: true)
    }

    /// Takes a message back, within 24 hours.
    public static func recall(message identifier: String) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/message/recall", json: ["msgid": .string(identifier)], authorization: token,
            repeatIsSafe: true)
    }
}

/// The call to the address that came with a message to a robot. Source: document 101138.
public enum WeComBotCalls {
    /// Posts to a `response_url`. Read the answer with `WeComAnswer.answered`.
    ///
    /// - Parameters:
    ///   - address: Was checked with `ReplyAddresses`. It takes one answer and refuses every other, so that the same one
    ///     cannot be read twice.
    ///   - feedback: What comes back with what people think of the answer.
    ///   - task: See `WeComBotReply.active`.
    public static func answer(
        _ reply: Reply, to address: String, feedback: String?, task: String? = nil, texts: ReplyTexts
    ) -> PlatformCall {
        PlatformCall(
            address, headers: [PlatformCall.jsonType],
            body: WeComBotReply.active(reply, feedback: feedback, task: task, texts: texts),
            repeatIsSafe: true)
    }
}

/// The calls to a group's webhook of WeCom. Source: documents 91770 and 99110.
public enum WeComWebhookCalls {
    /// Posts a message. Read the answer with `WeComAnswer.sent`.
    public static func send(_ message: WeComWebhookOutgoing, key: Secret) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/webhook/send", query: [.init("key", key.revealText())], json: message.json)
    }

    /// Posts something of a kind that no group can be shown: whether the key is known, and nothing more. Read the refusal
    /// with `WeComAnswer.sent`; of a known key it is `WeComWebhookCalls.unknownKind`.
    public static func probe(key: Secret) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/webhook/send", query: [.init("key", key.revealText())],
            json: ["msgtype": "earshot_check"], repeatIsSafe: true)
    }

    /// The code of a message of a kind that the platform does not know.
    public static let unknownKind = "40008"

    /// Uploads a file of 5 bytes to 20 MB. Read the answer with `WeComAnswer.uploaded`.
    public static func upload(_ file: UploadFile, key: Secret) -> PlatformCall {
        PlatformCall(
            "/cgi-bin/webhook/upload_media", query: [.init("key", key.revealText()), .init("type", "file")],
            form: MultipartForm([.file("media", file)]), authorization: .none)
    }
}
