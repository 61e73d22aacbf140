/// What became of one callback beyond its HTTP status: the material of logs and metrics.
///
/// Holds nothing of what was said and nobody's name.
public struct CallbackReport: Sendable, Hashable {
    /// `dingtalk/sales`.
    public let channel: String
    public let event: Event
    /// The reason in a word or two, for example `bad_signature`.
    public let reason: String

    /// What happened; more may be added.
    public struct Event: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Not the platform's; answered with 400 or 403.
        public static let refused = Event(rawValue: "refused")
        /// Genuine, but nothing for the bot to do.
        public static let acknowledged = Event(rawValue: "acknowledged")
        /// The platform does not say who in the company sent it; answered without asking the heart.
        public static let unidentified = Event(rawValue: "unidentified")
        /// The answer took longer than the platform is kept waiting.
        public static let late = Event(rawValue: "late")
        /// The message could not be handled; the person got the apology.
        public static let failed = Event(rawValue: "failed")
        /// People or groups changed at the platform; the reason says what and how many.
        public static let changed = Event(rawValue: "changed")
        /// A person told what an answer is worth; the reason says what: `positive`, `negative` or `withdrawn`. Repeats are
        /// `acknowledged`.
        public static let rated = Event(rawValue: "rated")
        /// The platform warns about the application itself: it is or will be switched off.
        public static let alert = Event(rawValue: "alert")
        /// A late answer could not be delivered.
        public static let undelivered = Event(rawValue: "undelivered")
    }
}
