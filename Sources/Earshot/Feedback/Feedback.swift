/// What a person thinks of one answer, as a platform's thumbs tell it.
public struct Feedback: Sendable, Hashable {
    /// The platform's event, by which a repeat of it is known.
    public var event: MessageKey
    /// The message, on the same channel, whose answer it is of.
    public var message: String
    /// Who thinks so; in a group not always who had asked.
    public var account: String
    public var verdict: Verdict
    /// What is wrong with the answer, as far as it was said.
    public var reasons: [Reason]
    /// The person's own words.
    public var comment: String?

    public init(
        event: MessageKey, message: String, account: String, verdict: Verdict, reasons: [Reason] = [],
        comment: String? = nil
    ) {
        self.event = event
        self.message = message
        self.account = account
        self.verdict = verdict
        self.reasons = reasons
        self.comment = comment
    }

    /// 👍, 👎, or neither any more. The numbers are kept on disk.
    public enum Verdict: Int, Sendable, Hashable, CaseIterable {
        case positive = 1
        case negative = 2
        /// The person took back what was said before.
        case withdrawn = 3
    }

    /// What is wrong with an answer; more may be added.
    public struct Reason: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// It is about something else than what was asked.
        public static let irrelevant = Reason(rawValue: "irrelevant")
        public static let incomplete = Reason(rawValue: "incomplete")
        public static let wrong = Reason(rawValue: "wrong")
        /// The figures were put together wrongly.
        public static let analysis = Reason(rawValue: "analysis")
    }
}
