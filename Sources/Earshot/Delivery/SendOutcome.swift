/// What became of one attempt to hand a message to a chat platform.
///
/// It is decided by the platform's codes alone: their texts change.
public enum SendOutcome: Sendable, Hashable {
    /// The platform took the message; the receipt names whom it did not reach.
    case sent(SendReceipt)
    /// The access token was refused, and so was a fresh one: nothing through this channel for a while, and somebody
    /// should know.
    case tokenInvalid(PlatformRemark)
    /// The platform is busy or a gateway answered in its place: the same message again, after the stated time or
    /// after a pause that grows.
    case retry(after: Duration?, PlatformRemark)
    /// The channel has used up its rate: nothing more through it for so long, then the same message again.
    case tooFast(wait: Duration, PlatformRemark)
    /// Nothing will ever reach this recipient: gone, unknown, or outside the application's range.
    case recipientGone(PlatformRemark)
    /// The platform does not take this message, and would not later.
    case refused(PlatformRemark)
    /// Nothing goes through this channel until somebody acts: a wrong secret, a disabled application, an address
    /// that is not on the list, a webhook that is gone.
    case channelStopped(PlatformRemark)
    /// No answer came after the request was sent: it may have arrived.
    ///
    /// - Parameter repeatIsSafe: The platform recognises the same message with the same key, so that it cannot be
    ///   read twice.
    case unclear(repeatIsSafe: Bool, PlatformRemark)
}

/// What a platform said when it took a message.
public struct SendReceipt: Sendable, Hashable {
    /// The platform's name for the message, for recalling or changing it; webhooks give none.
    public var identifier: String?
    /// The chat it was sent into, as the platform names it; few say so.
    public var chat: String?
    /// What allows WeCom's card to be changed once, within 72 hours.
    public var updateCode: String?
    /// Those of the recipients that the message did not reach.
    public var unreached: [Unreached]

    public init(
        identifier: String? = nil, chat: String? = nil, updateCode: String? = nil, unreached: [Unreached] = []
    ) {
        self.identifier = identifier
        self.chat = chat
        self.updateCode = updateCode
        self.unreached = unreached
    }

    /// A recipient that the message did not reach.
    public struct Unreached: Sendable, Hashable {
        /// As it was given to the platform.
        public var recipient: String
        public var kind: Kind
        public var reason: Reason

        public init(_ recipient: String, kind: Kind = .person, _ reason: Reason) {
            self.recipient = recipient
            self.kind = kind
            self.reason = reason
        }

        public enum Kind: String, Sendable, Hashable {
            case person, department, tag
        }

        public enum Reason: String, Sendable, Hashable {
            /// Unknown or outside the application's range: never again.
            case gone
            /// Has no licence for the application: until somebody gives one.
            case unlicensed
            /// Got too many messages: the same message may be sent again later.
            case tooFast
        }
    }
}

/// What a platform gave as the reason, for the operator and the list of dead letters.
public struct PlatformRemark: Sendable, Hashable, CustomStringConvertible {
    /// The platform's code, `40014` or `send.too.fast`, at most 200 bytes; `http.…` where there was no answer of the
    /// platform's.
    public let code: String
    /// The platform's own words, at most 1500 bytes; never to be decided on.
    public let words: String

    public init(code: String, words: String = "") {
        self.code = code.beginning(bytes: 200)
        self.words = words.beginning(bytes: 1500)
    }

    public var description: String { words.isEmpty ? code : "\(code): \(words)" }
}

extension SendOutcome {
    /// What the platform gave as the reason; an empty code where it took the message.
    public var remark: PlatformRemark {
        switch self {
        case .sent: PlatformRemark(code: "")
        case .tokenInvalid(let remark), .retry(_, let remark), .tooFast(_, let remark),
            .recipientGone(let remark), .refused(let remark), .channelStopped(let remark),
            .unclear(_, let remark):
            remark
        }
    }

    /// Why a message was not handed to the platform at all.
    public static func unsendable(_ reason: UnsendableReason) -> SendOutcome {
        .refused(PlatformRemark(code: "earshot.\(reason.rawValue)"))
    }

    /// What was not handed to the platform as it shall not be sent any more: its delivery is taken back with the reason.
    static func withdrawn(_ reason: String) -> SendOutcome {
        .refused(PlatformRemark(code: withdrawal, words: reason))
    }

    /// Why it was withdrawn; nothing where it was not.
    var withdrawal: String? {
        guard case .refused(let remark) = self, remark.code == SendOutcome.withdrawal else { return nil }
        return remark.words
    }

    private static let withdrawal = "earshot.withdrawn"

    /// A mistake of the caller's that repeating does not mend.
    public enum UnsendableReason: String, Sendable, Hashable {
        case nothingToSay = "nothing-to-say"
        case noRecipient = "no-recipient"
        case tooManyRecipients = "too-many-recipients"
        case tooLarge = "too-large"
        case noPictures = "no-pictures"
        case unsigned
    }
}
