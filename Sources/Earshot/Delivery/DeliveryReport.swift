/// What became of deliveries, for logs and metrics. Holds nothing of what was said and nobody's name.
public struct DeliveryReport: Sendable, Hashable {
    public let channel: String
    public let event: Event
    /// How many deliveries it is about; 0 where it is about the channel alone.
    public let count: Int
    /// The platform's words or the fault's, for the operator.
    public let reason: String?

    public init(channel: String, event: Event, count: Int = 1, reason: String?) {
        self.channel = channel
        self.event = event
        self.count = count
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
        /// It went to the dead letters.
        public static let dead = Event(rawValue: "dead")
        /// Its deadline passed, or will have passed before the next try.
        public static let expired = Event(rawValue: "expired")
        /// Too much was sent: the channel rests.
        public static let channelBusy = Event(rawValue: "channel_busy")
        /// Nothing goes through until somebody has put it right.
        public static let channelStopped = Event(rawValue: "channel_stopped")
        /// No answer came; it is tried again, and the platform recognises it if it had arrived.
        public static let unclear = Event(rawValue: "unclear")
        /// Under way when the program ended, sent again; the platform recognises it if it had arrived.
        public static let resent = Event(rawValue: "resent")
        /// As the last two, but nobody would recognise it: at least once, perhaps twice.
        public static let resentPerhapsTwice = Event(rawValue: "resent_perhaps_twice")
        /// The outbox could not be read or written.
        public static let fault = Event(rawValue: "fault")
    }
}

extension DeliveryReport {
    /// What an outcome came to: a report for each state that deliveries reached, and one of the channel where it closes.
    ///
    /// - Parameters:
    ///   - reached: where the deliveries of the consignment stand now.
    ///   - isRecognised: whether the platform would recognise what is tried again.
    static func reports(
        of outcome: SendOutcome, on channel: String, reached: [DeliveryProgress], isRecognised: Bool
    ) -> [DeliveryReport] {
        let ends: [(DeliveryState, Event)] = [
            (.sent, .sent), (.dead, .dead), (.expired, .expired),
            (.retrying, outcome.postponement(isRecognised: isRecognised)),
        ]
        var reports = ends.compactMap { state, event -> DeliveryReport? in
            let those = reached.filter { $0.state == state }
            guard let first = those.first else { return nil }
            return DeliveryReport(channel: channel, event: event, count: those.count, reason: first.note)
        }
        if let closing = outcome.closing, !reports.contains(where: { $0.event == closing }) {
            reports.append(
                DeliveryReport(channel: channel, event: closing, count: 0, reason: "\(outcome.remark)"))
        }
        return reports
    }

    init(_ ended: EndedDeliveries) {
        self.init(
            channel: ended.channel, event: ended.state == .dead ? .dead : .expired, count: ended.count,
            reason: ended.reason)
    }
}

extension SendOutcome {
    /// What is said of the channel.
    fileprivate var closing: DeliveryReport.Event? {
        switch self {
        case .tooFast: .channelBusy
        case .channelStopped, .tokenInvalid: .channelStopped
        case .sent, .retry, .recipientGone, .refused, .unclear: nil
        }
    }

    /// What is said of a delivery that is tried again after it.
    fileprivate func postponement(isRecognised: Bool) -> DeliveryReport.Event {
        if case .unclear = self { return isRecognised ? .unclear : .resentPerhapsTwice }
        return closing ?? .postponed
    }
}
