public import Earshot

/// What the chat platforms were sent, for a page that shows it, and a way to send them something.
public protocol PlatformDesk: Sendable {
    /// To whom the page can send.
    var addressees: [PlatformAddressee] { get }

    /// What came to the platforms, the newest last.
    ///
    /// - Parameter most: at most so many, the newest.
    func messages(_ most: Int) -> [PlatformMessage]

    /// How many deliveries have not come to an end.
    func waiting() async throws -> Int

    /// Puts a text in line.
    ///
    /// - Returns: why it is not taken; nothing where it is.
    func send(_ text: String, to addressee: String) async throws -> PlatformObjection?
}

/// Somebody, or a group, that something can be sent to.
public struct PlatformAddressee: Sendable, Encodable, Equatable {
    /// As `earshot outbox send` writes it: `quality`, `wecom/dealers:wangfang`.
    public let to: String
    /// As the page shows it.
    public let name: String

    public init(to: String, name: String) {
        self.to = to
        self.name = name
    }
}

/// Why a text is not put in line.
public enum PlatformObjection: Sendable {
    case unknownAddressee
    /// The platform would not show it whole.
    case tooLong
}

/// A message that came to a platform, and what the platform answered.
public struct PlatformMessage: Sendable, Encodable, Equatable {
    /// What the platform is called in `groupRobots[].platform`.
    public let platform: String
    /// Which of the platform's requests it is: with the platform it names the message.
    public let number: Int
    /// Milliseconds since 1970.
    public let at: Int64
    /// As the platform was told them.
    public let recipients: [String]
    /// What the platform calls its kind.
    public let kind: String
    /// What people read; empty for a picture.
    public let words: String
    /// The request's method, path and body, as they came.
    public let request: String
    /// The body of the answer, as it went out.
    public let answer: String

    public init(
        platform: String, number: Int, at moment: Timestamp, recipients: [String], kind: String,
        words: String, request: String, answer: String
    ) {
        self.platform = platform
        self.number = number
        at = moment.milliseconds
        self.recipients = recipients
        self.kind = kind
        self.words = words
        self.request = request
        self.answer = answer
    }
}
