/// What people look up about reports.
public protocol ReportDesk: Sendable {
    /// What a person has subscribed to, the oldest first.
    func reportSubscriptions(of person: String, regions: [Region]) async throws -> [ReportSubscription]

    /// What was composed under a key; nothing where nothing was.
    func report(key: String) async throws -> Report?

    /// The last report that was sent for a subscription.
    func lastIssue(of subscription: Int64) async throws -> ReportIssue?

    /// The hours in which a person wants to be left alone; nothing where the person has said none.
    func quietHours(of person: String) async throws -> QuietHours?
}

/// Where it is kept who is sent which report.
public protocol ReportRegister: ReportDesk {
    /// Everybody's wishes.
    func reportSubscriptions(regions: [Region]) async throws -> [ReportSubscription]

    /// The days of the occurrences for which reports were sent, by subscription, from a day on.
    func issued(since day: Day) async throws -> [Int64: Set<Day>]

    /// The hours in which people want to be left alone, by person.
    func quietHours() async throws -> [String: QuietHours]

    /// Makes durable what is sent, each report in one transaction with its delivery.
    ///
    /// - Returns: the deliveries that are new: of an occurrence for which one was sent nothing changes.
    func issue(_ sendings: [ReportSending], at now: Timestamp) async throws -> [Delivery]

    /// Makes durable who is asked what customers complained of, each asking in one transaction with its delivery.
    ///
    /// - Returns: the deliveries that are new: of an occurrence at which one was asked nothing changes.
    func ask(_ askings: [NoteAsking], at now: Timestamp) async throws -> [Delivery]
}

/// A report that is sent to somebody who subscribed to it.
public struct ReportSending: Sendable {
    public var issue: ReportIssue
    public var delivery: Delivery

    public init(_ issue: ReportIssue, _ delivery: Delivery) {
        (self.issue, self.delivery) = (issue, delivery)
    }
}
