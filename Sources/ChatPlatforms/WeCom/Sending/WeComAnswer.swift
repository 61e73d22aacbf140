import Crypto
public import Earshot

/// What WeCom's server answered, by its codes alone.
///
/// Source: developer.work.weixin.qq.com, document 90313, and 90236 for what is partly sent.
public enum WeComAnswer {
    /// The answer to `WeComCalls.token`.
    public static func token(_ response: PlatformResponse) -> PlatformAnswered<PlatformToken> {
        read(response, repeatIsSafe: true) { fields in
            guard fields.code == 0, let token = fields.accessToken, !token.isEmpty else {
                return .failed(failure(fields, isForToken: true))
            }
            return .value(PlatformToken(Secret(token), lifetime: .seconds(fields.lifetime ?? 7200)))
        }
    }

    /// The answer to a message, an update or a recall.
    ///
    /// - Parameter addressees: To whom it went. A message that reached none of them is `recipientGone`.
    public static func sent(
        _ response: PlatformResponse, to addressees: WeComAddressees = WeComAddressees(), repeatIsSafe: Bool
    ) -> SendOutcome {
        let answered: PlatformAnswered<SendReceipt> = read(response, repeatIsSafe: repeatIsSafe) { fields in
            guard fields.code == 0 else { return .failed(failure(fields, isForToken: false)) }
            let unreached = fields.unreached(of: addressees)
            let addressed = addressees.members.count + addressees.departments.count + addressees.tags.count
            if addressed > 0, unreached.count == addressed, !addressees.members.contains("@all") {
                return .failed(.recipientGone(PlatformRemark(code: "0", words: "no recipient was reached")))
            }
            return .value(
                SendReceipt(
                    identifier: fields.message, updateCode: fields.updateCode, unreached: unreached))
        }
        return switch answered {
        case .value(let receipt): .sent(receipt)
        case .failed(let outcome): outcome
        }
    }

    /// The answer of a `response_url`. No token goes there and no application, so that whatever is not for a while is a
    /// refusal: of the answer, or of an address that has expired or has taken one.
    public static func answered(_ response: PlatformResponse) -> SendOutcome {
        switch sent(response, repeatIsSafe: true) {
        case .tokenInvalid(let remark), .recipientGone(let remark), .channelStopped(let remark):
            .refused(remark)
        case let outcome: outcome
        }
    }

    /// The answer to an upload: the media's identifier, good for three days.
    public static func uploaded(_ response: PlatformResponse) -> PlatformAnswered<String> {
        read(response, repeatIsSafe: true) { fields in
            guard fields.code == 0, let media = fields.media else {
                return .failed(failure(fields, isForToken: false))
            }
            return .value(media)
        }
    }

    /// The answer to `WeComCalls.media`: the bytes as they are. A refusal is JSON, and never named as a file is.
    public static func media(_ response: PlatformResponse) -> PlatformAnswered<[UInt8]> {
        guard !response.isNamedFile, let fields = CallbackJSON.decode(Fields.self, from: response.body),
            fields.hasCode
        else { return response.file }
        return .failed(failure(fields, isForToken: false))
    }

    /// The answer to `WeComCalls.agent`.
    public static func agent(_ response: PlatformResponse) -> PlatformAnswered<WeComAgent> {
        read(response, repeatIsSafe: true) { fields in
            guard fields.code == 0, let agent = CallbackJSON.decode(WeComAgent.self, from: response.body)
            else { return .failed(failure(fields, isForToken: false)) }
            return .value(agent)
        }
    }

    private static func read<Value>(
        _ response: PlatformResponse, repeatIsSafe: Bool, _ body: (Fields) -> PlatformAnswered<Value>
    ) -> PlatformAnswered<Value> {
        // An answer without a number counts as a success, but not a gateway's.
        guard let fields = CallbackJSON.decode(Fields.self, from: response.body),
            response.status == 200 || fields.hasCode
        else { return .failed(response.unreadable(repeatIsSafe: repeatIsSafe)) }
        return body(fields)
    }

    private static func failure(_ fields: Fields, isForToken: Bool) -> SendOutcome {
        let remark = PlatformRemark(code: String(fields.code), words: fields.words)
        switch fields.code {
        case -1, 6000, 45033: return .retry(after: nil, remark)
        // The window is a minute, or an hour where that does not help.
        case 45009: return .tooFast(wait: .seconds(60), remark)
        case 40014, 42001: return .tokenInvalid(remark)
        // A wrong secret; of other calls than for the token it may be a token of another application's.
        case 40001: return isForToken ? .channelStopped(remark) : .tokenInvalid(remark)
        case 40003, 46004, 60111, 81013, 86003, 92000: return .recipientGone(remark)
        case 40013, 40056, 48002, 50003, 60011, 60020, 93000, 93004, 93008, 301_002, 301_007, 2_000_002:
            return .channelStopped(remark)
        // A token's answer without a token.
        case 0: return .retry(after: nil, remark)
        default: return .refused(remark)
        }
    }

    private struct Fields: Decodable {
        let code: Int64
        let hasCode: Bool
        let words: String
        let accessToken: String?
        let lifetime: Int64?
        let message: String?
        let updateCode: String?
        let media: String?
        private let invalidMembers: String
        private let invalidDepartments: String
        private let invalidTags: String
        private let unlicensedMembers: String

        private enum Key: String, CodingKey {
            case errcode, errmsg, msgid, invaliduser, invalidparty, invalidtag, unlicenseduser
            case accessToken = "access_token"
            case lifetime = "expires_in"
            case updateCode = "response_code"
            case media = "media_id"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            let code = try fields.decodeIfPresent(LenientInteger.self, forKey: .errcode)?.value
            self.code = code ?? 0
            hasCode = code != nil
            words = fields.ifUsable(String.self, .errmsg) ?? ""
            accessToken = fields.ifUsable(String.self, .accessToken)
            lifetime = fields.ifUsable(LenientInteger.self, .lifetime)?.value
            message = fields.ifUsable(String.self, .msgid)
            updateCode = fields.ifUsable(String.self, .updateCode)
            media = fields.ifUsable(String.self, .media)
            invalidMembers = fields.ifUsable(String.self, .invaliduser) ?? ""
            invalidDepartments = fields.ifUsable(String.self, .invalidparty) ?? ""
            invalidTags = fields.ifUsable(String.self, .invalidtag) ?? ""
            unlicensedMembers = fields.ifUsable(String.self, .unlicenseduser) ?? ""
        }

        func unreached(of addressees: WeComAddressees) -> [SendReceipt.Unreached] {
            // User ids come back in lower case.
            let written = Dictionary(addressees.members.map { ($0.lowercased(), $0) }) { first, _ in first }
            func members(_ list: String, _ reason: SendReceipt.Unreached.Reason) -> [SendReceipt.Unreached] {
                ids(list).map { .init(written[$0.lowercased()] ?? $0, reason) }
            }
            let gone = members(invalidMembers, .gone)
            let known = Set(gone.map(\.recipient))
            return gone + members(unlicensedMembers, .unlicensed).filter { !known.contains($0.recipient) }
                + ids(invalidDepartments).map { .init($0, kind: .department, .gone) }
                + ids(invalidTags).map { .init($0, kind: .tag, .gone) }
        }

        private func ids(_ list: String) -> [String] {
            list.split(separator: "|").map { String($0) }
        }
    }
}
