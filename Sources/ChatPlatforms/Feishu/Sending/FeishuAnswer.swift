import Crypto
public import Earshot

/// What Feishu's server answered, by its codes alone.
///
/// Errors come with HTTP status 200 or 400; the code says what they are. Source: open.feishu.cn, 通用错误码, 频控策略,
/// 发送消息, 自定义机器人使用指南.
public enum FeishuAnswer {
    /// The answer to `FeishuCalls.token`.
    public static func token(_ response: PlatformResponse) -> PlatformAnswered<PlatformToken> {
        read(response, repeatIsSafe: true) { fields in
            guard let token = fields.token, !token.isEmpty else { return nil }
            return PlatformToken(Secret(token), lifetime: .seconds(fields.lifetime ?? 7200))
        }
    }

    /// The answer to a message, an answer, an update or a recall.
    public static func sent(_ response: PlatformResponse, repeatIsSafe: Bool) -> SendOutcome {
        let answered: PlatformAnswered<SendReceipt> = read(response, repeatIsSafe: repeatIsSafe) { fields in
            SendReceipt(identifier: fields.data?.message, chat: fields.data?.chat)
        }
        return switch answered {
        case .value(let receipt): .sent(receipt)
        case .failed(let outcome): outcome
        }
    }

    /// The answer of a custom bot, where a repeat would be read twice.
    public static func posted(_ response: PlatformResponse) -> SendOutcome {
        sent(response, repeatIsSafe: false)
    }

    /// The answer to an upload: the picture's key.
    public static func uploaded(_ response: PlatformResponse) -> PlatformAnswered<String> {
        read(response, repeatIsSafe: true) { $0.data?.image }
    }

    /// The answer to `FeishuCalls.resource`: the bytes as they are. A refusal is JSON, and never named as a file is.
    public static func resource(_ response: PlatformResponse) -> PlatformAnswered<[UInt8]> {
        guard !response.isNamedFile, CallbackJSON.decode(Fields.self, from: response.body)?.code != nil else {
            return response.file
        }
        return read(response, repeatIsSafe: true) { _ in nil }
    }

    /// The answer to `FeishuCalls.bot`.
    public static func bot(_ response: PlatformResponse) -> PlatformAnswered<FeishuBot> {
        read(response, repeatIsSafe: true, \.bot)
    }

    /// The answer to `FeishuCalls.groups`.
    public static func groups(_ response: PlatformResponse) -> PlatformAnswered<FeishuGroups> {
        read(response, repeatIsSafe: true) { fields in
            fields.data?.groups.map { FeishuGroups(names: $0, isAll: fields.data?.hasMore != true) }
        }
    }

    /// The code of a card that the platform cannot show.
    public static let invalidCard = "230099"

    private static func read<Value>(
        _ response: PlatformResponse, repeatIsSafe: Bool, _ value: (Fields) -> Value?
    ) -> PlatformAnswered<Value> {
        guard let fields = CallbackJSON.decode(Fields.self, from: response.body), let code = fields.code
        else { return .failed(response.unreadable(repeatIsSafe: repeatIsSafe)) }
        if code == 0 {
            guard let value = value(fields) else {
                return .failed(response.unreadable(repeatIsSafe: repeatIsSafe))
            }
            return .value(value)
        }
        let remark = PlatformRemark(code: String(code), words: fields.words)
        return .failed(failure(code, remark, response, repeatIsSafe: repeatIsSafe))
    }

    private static func failure(
        _ code: Int64, _ remark: PlatformRemark, _ response: PlatformResponse, repeatIsSafe: Bool
    ) -> SendOutcome {
        switch code {
        case 99_991_400:
            return .tooFast(wait: response.seconds("x-ogw-ratelimit-reset") ?? .seconds(60), remark)
        case 11232: return .tooFast(wait: .seconds(60), remark)
        // Five a second to one chat: the chat is too fast, not the channel.
        case 230_020: return .retry(after: .seconds(1), remark)
        case 230_049: return .retry(after: nil, remark)
        case 99_991_663, 99_991_677: return .tokenInvalid(remark)
        case 99_991_543, 10003, 10014, 99_991_662, 99_991_673, 99_991_672, 99_991_676, 99_991_679, 230_006,
            230_027, 19001, 19021, 19022:
            return .channelStopped(remark)
        case 230_002, 230_013: return .recipientGone(remark)
        default:
            switch response.status {
            case 429: return .tooFast(wait: response.seconds("x-ogw-ratelimit-reset") ?? .seconds(60), remark)
            case 500...: return .unclear(repeatIsSafe: repeatIsSafe, remark)
            default: return .refused(remark)
            }
        }
    }

    private struct Fields: Decodable {
        let code: Int64?
        let words: String
        let token: String?
        let lifetime: Int64?
        let data: Content?
        let bot: FeishuBot?

        private enum Key: String, CodingKey {
            case code, msg, data, bot
            /// The old spelling of custom bots.
            case statusCode = "StatusCode"
            case token = "tenant_access_token"
            case lifetime = "expire"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            code =
                fields.ifUsable(LenientInteger.self, .code)?.value
                ?? fields.ifUsable(LenientInteger.self, .statusCode)?.value
            words = fields.ifUsable(String.self, .msg) ?? ""
            token = fields.ifUsable(String.self, .token)
            lifetime = fields.ifUsable(LenientInteger.self, .lifetime)?.value
            data = fields.ifUsable(Content.self, .data)
            bot = fields.ifUsable(FeishuBot.self, .bot)
        }

        struct Content: Decodable {
            let message: String?
            let chat: String?
            let image: String?
            /// By their names, or where they have none by their identifiers.
            let groups: [String]?
            let hasMore: Bool?

            private enum Key: String, CodingKey {
                case items
                case message = "message_id"
                case chat = "chat_id"
                case image = "image_key"
                case hasMore = "has_more"
            }

            init(from decoder: any Decoder) throws {
                let fields = try decoder.container(keyedBy: Key.self)
                message = fields.ifUsable(String.self, .message)
                chat = try? fields.identifier(.chat)
                image = fields.ifUsable(String.self, .image)
                hasMore = fields.ifUsable(Bool.self, .hasMore)
                groups = fields.ifUsable([Group].self, .items)?.map(\.title)
            }

            private struct Group: Decodable {
                let id: String
                let name: String?

                var title: String { name.flatMap { $0.isEmpty ? nil : $0 } ?? id }

                private enum CodingKeys: String, CodingKey {
                    case name
                    case id = "chat_id"
                }
            }
        }
    }
}
