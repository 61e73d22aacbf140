/// What a platform answered to a message that was posted to it.
public struct PlatformAnswer: Sendable, Hashable {
    /// 0 when it took the message. Platforms answer with HTTP 200 and the number in the body.
    public let code: Int64
    /// The platform's own words, for the operator; never to be decided on.
    public let words: String

    /// Reads the body of an answer; nothing when it is not one, as when a proxy answered in its place.
    public init?(_ body: [UInt8]) {
        guard let fields = CallbackJSON.decode(Fields.self, from: body) else { return nil }
        code = fields.code
        words = fields.words
    }

    public var isAccepted: Bool { code == 0 }

    private struct Fields: Decodable {
        let code: Int64
        let words: String

        private enum Key: String, CodingKey {
            case errcode, errmsg
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: Key.self)
            // A missing number counts as success, and one page of the documents has it as text.
            code = try fields.decodeIfPresent(LenientInteger.self, forKey: .errcode)?.value ?? 0
            words = fields.ifUsable(String.self, .errmsg) ?? ""
        }
    }
}
