import Crypto
public import Earshot

/// The identifier of a streamed answer, which says by itself which message it answers and since when.
///
/// The platform hands it back on every poll, so that a poll is answered from disk alone, also after a
/// restart. It carries a code: an identifier that was not made here is recognised.
public struct WeComStream: Sendable, Hashable {
    /// The message that is being answered.
    public var message: String
    /// When the message came.
    public var started: Timestamp

    /// How long after a message the platform asks for its answer. Source: document 101031.
    public static let lifetime: Duration = .seconds(360)

    private static let codeLength = 12
    /// In bytes. Source: document 101031.
    private static let longestFeedbackID = 256

    public init(message: String, started: Timestamp) {
        self.message = message
        self.started = started
    }

    /// The identifier: letters, digits, `-` and `_`.
    public func id(of bot: WeComBot) throws -> String {
        var content: [UInt8] = []
        for shift: Int64 in stride(from: 56, through: 0, by: -8) {
            content.append(UInt8(truncatingIfNeeded: started.milliseconds >> shift))
        }
        content += Array(message.utf8)
        return Base64.encodeURLSafe(try WeComStream.code(for: content, bot: bot) + content)
    }

    /// What the platform hands back with what people think of the answer: the same identifier, which names the message;
    /// nothing where it is longer than the platform takes.
    public func feedbackID(of bot: WeComBot) throws -> String? {
        let id = try id(of: bot)
        return id.utf8.count <= WeComStream.longestFeedbackID ? id : nil
    }

    /// Reads an identifier of this bot's, or nothing when it is not one.
    public init?(id: String, of bot: WeComBot) {
        let header = WeComStream.codeLength + 8
        guard let bytes = try? Base64.decodeURLSafe(id), bytes.count > header else { return nil }
        let content = Array(bytes[WeComStream.codeLength...])
        guard let code = try? WeComStream.code(for: content, bot: bot),
            constantTimeEqual(code, Array(bytes[..<WeComStream.codeLength])),
            let message = String(validating: content[8...], as: UTF8.self)
        else { return nil }
        self.message = message
        started = Timestamp(milliseconds: content[..<8].reduce(0) { $0 << 8 | Int64($1) })
    }

    /// Whether the platform still waits for the answer.
    public func isAlive(at now: Timestamp) -> Bool {
        now < started + WeComStream.lifetime
    }

    private static func code(for content: [UInt8], bot: WeComBot) throws -> [UInt8] {
        Array(try bot.key.code(for: Array("stream of \(bot.channel)\n".utf8) + content).prefix(codeLength))
    }
}
