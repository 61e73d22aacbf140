/// Where warnings are kept on disk.
public protocol WarningRegister: Sendable {
    /// The warnings that are active or whose episode goes on, and those that ended since a moment.
    ///
    /// - Parameter regions: the brand's, by whose names places are kept.
    func book(endedSince moment: Timestamp, regions: [Region]) async throws -> WarningBook

    /// Makes what a round of the watch changed durable, in one transaction.
    ///
    /// - Throws: `WarningConflict` where a warning is not what the round took it for; nothing is changed then.
    func keep(_ changes: WarningBook.Changes, at now: Timestamp) async throws

    /// Makes decisions durable together with the deliveries that come of them, in one transaction.
    ///
    /// - Throws: `WarningConflict` where a warning has changed since it was decided on; nothing is changed then.
    func keep(
        _ decisions: [NoticeDecision], of warnings: [Warning], _ deliveries: [Delivery], at now: Timestamp
    ) async throws

    /// Every decision about some warnings, in the order in which they were made.
    func decisions(of warnings: [Int64]) async throws -> [NoticeDecision]

    /// What happened to a warning, in order.
    func steps(of warning: Int64) async throws -> [WarningStep]

    /// By what factors the rates of false alarms of subjects were moved.
    func alarmShares() async throws -> [String: AlarmShare]

    /// Everybody's wishes to be told.
    func subscriptions(regions: [Region]) async throws -> [WarningSubscription]
}

/// What people look up about warnings.
public protocol WarningDesk: SubscriptionDesk {
    /// The warning of a number; nothing where there is none.
    func warning(_ number: Int64, regions: [Region]) async throws -> Warning?

    /// The newest warnings, the active ones first.
    ///
    /// - Parameter active: only those that are not over.
    func warnings(active: Bool, limit: Int, regions: [Region]) async throws -> [Warning]

    /// Those that are not over, or ended at or after a moment.
    func warnings(openAtOrAfter moment: Timestamp, regions: [Region]) async throws -> [Warning]

    /// What was no warning since a day because it was of too few voices, the newest first.
    func sparseRises(since day: Day, regions: [Region]) async throws -> [SparseRise]

    /// What happened to a warning, in order.
    func steps(of warning: Int64) async throws -> [WarningStep]

    /// Every decision about some warnings, in the order in which they were made.
    func decisions(of warnings: [Int64]) async throws -> [NoticeDecision]

    /// By what factors the rates of false alarms of subjects were moved.
    func alarmShares() async throws -> [String: AlarmShare]

    /// The lines to take of a warning that wait to be sent, which calling it a false alarm calls back, and other words to the same
    /// people.
    func waitingLines(of warning: Int64) async throws -> [WaitingLine]
}

/// A line to take that waits to be sent to somebody.
public struct WaitingLine: Sendable, Hashable {
    /// When it was written.
    public var at: Timestamp
    /// By the directory's identifier.
    public var person: String

    public init(at: Timestamp, person: String) {
        (self.at, self.person) = (at, person)
    }
}

/// A warning is not what it was when something was decided about it.
public struct WarningConflict: Error {
    public init() {}
}

/// What a person does to a warning, to be made durable together with the answer.
public struct WarningChange: Sendable {
    /// As it is afterwards.
    public var warning: Warning
    /// The version that it must still have.
    public var before: Int
    public var step: WarningStep
    /// What is sent with it.
    public var deliveries: [Delivery]
    /// Where false alarms become rarer or more frequent by it.
    public var share: AlarmShare?
    /// How many lines to take it calls back, where the answer goes by that; it is not done where they are others by then.
    public var recalled: Int?
    /// Who is told something with it.
    public var decisions: [NoticeDecision]

    public init(
        _ warning: Warning, before: Int, _ step: WarningStep, deliveries: [Delivery] = [],
        share: AlarmShare? = nil, recalled: Int? = nil, decisions: [NoticeDecision] = []
    ) {
        self.recalled = recalled
        self.decisions = decisions
        self.warning = warning
        self.before = before
        self.step = step
        self.deliveries = deliveries
        self.share = share
    }
}
