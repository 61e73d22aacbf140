/// What became of a consignment, for logs and metrics. Holds nothing of what was said and nobody's name.
public struct DeliveryReport: Sendable, Hashable {
    public let channel: String
    public let event: Event
    /// The platform's words or the fault's, for the operator.
    public let reason: String?

    public init(channel: String, event: Event, reason: String?) {
        self.channel = channel
        self.event = event
        self.reason = reason
    }

    /// What happened; more may be added.
    public struct Event: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        public static let sent = Event(rawValue: "sent")
        /// To be tried again.
        public static let postponed = Event(rawValue: "postponed")
        /// It goes to the dead letters.
        public static let refused = Event(rawValue: "refused")
        /// Too much was sent: the channel rests.
        public static let channelBusy = Event(rawValue: "channel_busy")
        /// Nothing goes through until somebody has put it right.
        public static let channelStopped = Event(rawValue: "channel_stopped")
        /// No answer came; it is tried again and may arrive twice where the platform does not recognise it.
        public static let unclear = Event(rawValue: "unclear")
        /// Under way when the program ended, sent again; the platform recognises it if it had arrived.
        public static let resent = Event(rawValue: "resent")
        /// As before, but nobody would recognise it: at least once, perhaps twice.
        public static let resentPerhapsTwice = Event(rawValue: "resent_perhaps_twice")
        /// The outbox could not be read or written.
        public static let fault = Event(rawValue: "fault")
    }

    init(_ outcome: SendOutcome, on channel: String) {
        self.channel = channel
        reason = outcome.remark.code.isEmpty ? nil : "\(outcome.remark)"
        event =
            switch outcome {
            case .sent(let receipt): receipt.unreached.isEmpty ? .sent : .refused
            case .retry: .postponed
            case .tooFast: .channelBusy
            case .recipientGone, .refused: .refused
            case .channelStopped, .tokenInvalid: .channelStopped
            case .unclear: .unclear
            }
    }
}
