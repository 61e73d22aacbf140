public import Crypto
public import Earshot
public import JSON

/// The interactive cards (互动卡片) of a DingTalk robot, whose buttons call over HTTP.
///
/// The signature in the headers covers the time alone, so one header pair is good for any body while the time is fresh.
/// Serve it over TLS under a name that cannot be guessed; a call that is repeated is known again. Source:
/// open.dingtalk.com, 互动卡片 事件回调, which names no freshness; that of the robot's callbacks is taken.
public struct DingTalkCards: Sendable {
    /// The robot's name, in the address and in the channel.
    public let name: String
    let corpID: String
    let apiSecret: Secret
    private let chosenVariable: String?

    /// - Parameters:
    ///   - name: That of the robot, which answers what is pressed.
    ///   - corpID: The company whose people may press: a user id is one only within it.
    ///   - apiSecret: What was given as `apiSecret` when the address was registered.
    ///   - chosenVariable: The variable of the cards' template that says what somebody chose, for this person alone.
    /// - Throws: `RobotError` for a missing company or secret.
    public init(
        name: String, corpID: String, apiSecret: Secret, chosenVariable: String? = nil
    ) throws(RobotError) {
        guard !corpID.isEmpty else {
            throw RobotError(
                code: .missingOwner, message: "the cards of DingTalk robot \(name) have no corp id",
                hint: "开放平台 → 首页 → CorpId")
        }
        guard !apiSecret.isEmpty else {
            throw RobotError(
                code: .emptySecret, message: "the cards of DingTalk robot \(name) have no secret",
                hint: "the apiSecret with which the address was registered")
        }
        self.name = name
        self.corpID = corpID
        self.apiSecret = apiSecret
        self.chosenVariable = chosenVariable
    }

    /// The name under which presses are kept, the robot's: `dingtalk/sales`.
    public var channel: String { "dingtalk/\(name)" }

    /// Checks the two headers of a callback.
    public func verify(_ headers: DingTalkCardHeaders, now: Timestamp) throws(CallbackFault) {
        guard let timestamp = headers.timestamp, !timestamp.isEmpty, let signature = headers.signature,
            !signature.isEmpty
        else { throw .missingParameter }
        try DingTalkTimestamp.check(timestamp, now: now)
        let expected: String
        do throws(CryptoError) {
            expected = try DingTalkSignature.card(timestamp: timestamp, secret: apiSecret)
        } catch {
            throw CallbackFault(error)
        }
        guard constantTimeEqual(expected, signature) else { throw .badSignature }
    }

    /// The longest value of a variable, in bytes. Source: open.dingtalk.com, 创建并投放卡片.
    private static let longestValue = 1000

    /// Whether the cards can say what came of a press.
    public var canChange: Bool { chosenVariable != nil }

    /// The answer to a press: what was chosen, in the variable that the template has for it. Nothing else of the card
    /// changes, and nothing at all where the template has none.
    ///
    /// - Parameter standing: How the matter stands after that, instead of what was chosen.
    /// - Throws: what the words do.
    public func answer(choosing message: String, standing: String? = nil, texts: ReplyTexts) throws -> JSON {
        guard let chosenVariable else { return .object([]) }
        let words = try (standing ?? texts.chosen(message)).shortened(toBytes: DingTalkCards.longestValue)
        return [
            "cardUpdateOptions": ["updatePrivateDataByKey": true],
            "userPrivateData": ["cardParamMap": .object([JSON.Member(chosenVariable, .string(words))])],
        ]
    }

    /// Reads the body of a callback whose headers were verified.
    public func read(_ body: [UInt8], headers: DingTalkCardHeaders) throws(CallbackFault)
        -> DingTalkCardCallback
    {
        guard !body.isEmpty else { throw .emptyBody }
        guard let press = CallbackJSON.decode(DingTalkPress.self, from: body) else {
            throw CallbackJSON.isObject(body) ? .malformedMessage(.malformed) : .malformedEnvelope
        }
        return press.callback(
            id: DingTalkPress.id(of: body, at: headers.timestamp ?? ""), company: corpID, channel: channel)
    }
}

/// The signature of a card's callback and the time it was made of, from the request's headers.
public struct DingTalkCardHeaders: Sendable, Hashable {
    public var timestamp: String?
    public var signature: String?

    public init(timestamp: String?, signature: String?) {
        self.timestamp = timestamp
        self.signature = signature
    }

    /// The headers that `field` looks up by their names on the wire.
    public init(_ field: (String) -> String?) {
        self.init(
            timestamp: field("x-ddpaas-signature-timestamp"), signature: field("x-ddpaas-signature"))
    }
}
