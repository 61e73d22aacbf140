import Crypto
public import Earshot

/// What DingTalk's server answered, by its codes alone.
///
/// Source: open.dingtalk.com, 服务端 API 错误码, 调用频率限制 and the pages of the calls.
public enum DingTalkAnswer {
    /// The answer to `DingTalkCalls.token`.
    public static func token(_ response: PlatformResponse) -> PlatformAnswered<PlatformToken> {
        read(response, repeatIsSafe: true) { fields in
            guard let token = fields.accessToken, !token.isEmpty else { return nil }
            return PlatformToken(Secret(token), lifetime: .seconds(fields.lifetime ?? 7200))
        }
    }

    /// The answer to a message to people or to a group.
    ///
    /// - Parameter people: To whom it went; empty for a group. A message that reached none of them is
    ///   `recipientGone`, or `retry` when some of them only got too many.
    public static func sent(_ response: PlatformResponse, to people: [String] = []) -> SendOutcome {
        let answered: PlatformAnswered<SendReceipt> = read(response, repeatIsSafe: false) { fields in
            guard fields.process != nil || !people.isEmpty && fields.lists != nil else { return nil }
            return SendReceipt(identifier: fields.process, unreached: fields.unreached)
        }
        switch answered {
        case .failed(let outcome): return outcome
        case .value(let receipt):
            guard !people.isEmpty, Set(people).isSubset(of: receipt.unreached.map(\.recipient)) else {
                return .sent(receipt)
            }
            let remark = PlatformRemark(code: "http.200", words: "no recipient was reached")
            let mayPass = receipt.unreached.contains { $0.reason == .tooFast }
            return mayPass ? .retry(after: nil, remark) : .recipientGone(remark)
        }
    }

    /// The answer to a recall of one message, which says of each message whether it was taken back, and if not why.
    public static func recalled(_ response: PlatformResponse, _ identifier: String) -> SendOutcome {
        let answered: PlatformAnswered<SendOutcome> = read(response, repeatIsSafe: true) { fields in
            if fields.recalled.contains(identifier) { return .sent(SendReceipt(identifier: identifier)) }
            return fields.notRecalled[identifier].map {
                .refused(PlatformRemark(code: "not-recalled", words: $0))
            }
        }
        return switch answered {
        case .value(let outcome), .failed(let outcome): outcome
        }
    }

    /// The answer to `DingTalkCalls.download`: an address that is good for a short time.
    public static func downloadAddress(_ response: PlatformResponse) -> PlatformAnswered<String> {
        read(response, repeatIsSafe: true, \.download)
    }

    private static func read<Value>(
        _ response: PlatformResponse, repeatIsSafe: Bool, _ value: (Fields) -> Value?
    ) -> PlatformAnswered<Value> {
        guard let fields = CallbackJSON.decode(Fields.self, from: response.body) else {
            // Some refusals of a token are known by their status alone.
            let unauthorised = response.status == 401
            return .failed(
                unauthorised
                    ? .tokenInvalid(PlatformRemark(code: "http.401"))
                    : response.unreadable(repeatIsSafe: repeatIsSafe))
        }
        if let ban = fields.ban { return .failed(ban) }
        if response.status == 200, fields.code == nil, let value = value(fields) { return .value(value) }
        guard let code = fields.code else {
            return .failed(
                response.status == 401
                    ? .tokenInvalid(PlatformRemark(code: "http.401"))
                    : response.unreadable(repeatIsSafe: repeatIsSafe))
        }
        let remark = PlatformRemark(code: code, words: fields.words)
        return .failed(failure(remark, status: response.status, repeatIsSafe: repeatIsSafe))
    }

    private static func failure(_ remark: PlatformRemark, status: Int, repeatIsSafe: Bool) -> SendOutcome {
        switch remark.code {
        case "InvalidAuthentication": .tokenInvalid(remark)
        case "send.too.fast", "send.byToken.tooFast", "too.many.group", "too.many.people":
            .tooFast(wait: .seconds(60), remark)
        case "Forbidden.AccessDenied.QpsLimitForApi", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi":
            .tooFast(wait: .seconds(1), remark)
        case "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi": .tooFast(wait: .seconds(60), remark)
        case "Forbidden.AccessDenied.AccessTokenPermissionDenied", "Forbidden.AccessDenied.IpNotInWhiteList",
            "invalidClientIdOrSecret", "bot.stopped":
            .channelStopped(remark)
        case "staffId.notExisted", "robot.oto.notExist", "group.disbanded": .recipientGone(remark)
        case "systemBusy", "system.error": .retry(after: nil, remark)
        case "unknown.send.result": .unclear(repeatIsSafe: repeatIsSafe, remark)
        default:
            switch status {
            case 401: .tokenInvalid(remark)
            case 429: .retry(after: nil, remark)
            case 500...: .unclear(repeatIsSafe: repeatIsSafe, remark)
            default: .refused(remark)
            }
        }
    }

    private struct Fields: Decodable {
        let code: String?
        let words: String
        let accessToken: String?
        let lifetime: Int64?
        let process: String?
        let download: String?
        let ban: SendOutcome?
        let recalled: [String]
        let notRecalled: [String: String]
        /// The invalid and the flow-controlled recipients, where the answer names any list.
        let lists: (invalid: [String], tooMany: [String])?

        private enum Key: String, CodingKey {
            case code, message, accessToken
            case lifetime = "expireIn"
            case process = "processQueryKey"
            case download = "downloadUrl"
            case invalid = "invalidStaffIdList"
            case tooMany = "flowControlledStaffIdList"
            case recalled = "successResult"
            case notRecalled = "failedResult"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            code = fields.ifUsable(String.self, .code)
            words = fields.ifUsable(String.self, .message) ?? ""
            accessToken = fields.ifUsable(String.self, .accessToken)
            lifetime = fields.ifUsable(LenientInteger.self, .lifetime)?.value
            process = fields.ifUsable(String.self, .process)
            download = fields.ifUsable(String.self, .download)
            ban = try DingTalkBan(from: decoder).outcome
            recalled = fields.ifUsable([String].self, .recalled) ?? []
            notRecalled = fields.ifUsable([String: String].self, .notRecalled) ?? [:]
            let invalid = fields.ifUsable([String].self, .invalid)
            let tooMany = fields.ifUsable([String].self, .tooMany)
            lists = invalid == nil && tooMany == nil ? nil : (invalid ?? [], tooMany ?? [])
        }

        var unreached: [SendReceipt.Unreached] {
            (lists?.invalid ?? []).map { .init($0, .gone) }
                + (lists?.tooMany ?? []).map { .init($0, .tooFast) }
        }
    }
}

/// What stands in for an answer while the caller's address is banned for calling too often, for five minutes:
/// `{"status":1111,"wait":5,"source":"x5","punish":"deny"}`. Source: 调用频率限制.
struct DingTalkBan: Decodable {
    let outcome: SendOutcome?

    private enum Key: String, CodingKey {
        case status, punish
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        let isBanned =
            fields.ifUsable(LenientInteger.self, .status)?.value == 1111
            || fields.ifUsable(String.self, .punish) == "deny"
        outcome = isBanned ? .tooFast(wait: .seconds(300), PlatformRemark(code: "1111")) : nil
    }
}
