public import Earshot

/// What DingTalk's older server answered, by its numbers alone: to posts and uploads.
///
/// Source: open.dingtalk.com, 自定义机器人发送群消息, 服务端 API 错误码.
public enum DingTalkWebhookAnswer {
    /// The answer of a custom robot.
    public static func posted(_ response: PlatformResponse) -> SendOutcome {
        posted(response, repeatIsSafe: true)
    }

    /// The answer of a sessionWebhook, where a repeat would be read twice.
    public static func answered(_ response: PlatformResponse) -> SendOutcome {
        posted(response, repeatIsSafe: false)
    }

    /// The answer to an upload: the media's identifier (`@…`).
    public static func uploaded(_ response: PlatformResponse) -> PlatformAnswered<String> {
        guard let fields = read(response) else { return .failed(response.unreadable(repeatIsSafe: true)) }
        if let ban = fields.ban { return .failed(ban) }
        guard fields.code == 0, let media = fields.media else {
            return .failed(failure(fields, hasToken: true))
        }
        return .value(media)
    }

    private static func posted(_ response: PlatformResponse, repeatIsSafe: Bool) -> SendOutcome {
        guard let fields = read(response) else { return response.unreadable(repeatIsSafe: repeatIsSafe) }
        if let ban = fields.ban { return ban }
        return fields.code == 0 ? .sent(SendReceipt()) : failure(fields, hasToken: false)
    }

    private static func read(_ response: PlatformResponse) -> Fields? {
        guard let fields = CallbackJSON.decode(Fields.self, from: response.body),
            response.status == 200 || fields.hasCode || fields.ban != nil
        else { return nil }
        return fields
    }

    /// - Parameter hasToken: Whether the call went with a token that can be renewed.
    private static func failure(_ fields: Fields, hasToken: Bool) -> SendOutcome {
        let remark = PlatformRemark(code: String(fields.code), words: fields.words)
        switch fields.code {
        case -1, 0: return .retry(after: nil, remark)
        case 40001, 40014, 42001: return hasToken ? .tokenInvalid(remark) : .channelStopped(remark)
        // Limited for ten minutes, and longer for whoever tries sooner.
        case 410_100: return .tooFast(wait: .seconds(600), remark)
        case 90002, 90006: return .tooFast(wait: .seconds(60), remark)
        case 60020, 400_013, 400_101, 400_102, 400_106: return .channelStopped(remark)
        // 310000 among them: a missing keyword, a wrong signature and a foreign address have one number.
        default: return .refused(remark)
        }
    }

    private struct Fields: Decodable {
        let code: Int64
        let hasCode: Bool
        let words: String
        let media: String?
        let ban: SendOutcome?

        private enum Key: String, CodingKey {
            case errcode, errmsg
            case media = "media_id"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            let code = try fields.decodeIfPresent(LenientInteger.self, forKey: .errcode)?.value
            self.code = code ?? 0
            hasCode = code != nil
            words = fields.ifUsable(String.self, .errmsg) ?? ""
            media = fields.ifUsable(String.self, .media)
            ban = try DingTalkBan(from: decoder).outcome
        }
    }
}
