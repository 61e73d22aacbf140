/// Which agreed actions are looked for.
public struct ActionFilter: Sendable, Hashable {
    /// Agreed for a place within these, by their short names; nothing for everywhere.
    public var cities: Set<String>?
    /// Also those agreed for this region as a whole.
    public var region: String?
    /// Of this person alone.
    public var owner: String?
    /// Also those that ended at or after this moment; nothing for open ones alone.
    public var endedSince: Timestamp?
    /// Recorded before this moment.
    public var recordedBefore: Timestamp?
    /// Due before this day.
    public var dueBefore: Day?
    /// Those that are overdue on this day come before the others.
    public var overdueFirst: Day?

    public init() {}
}

/// What people look up about agreed actions.
public protocol ActionDesk: Sendable {
    /// A number for the next one, which nobody else is given.
    func nextAction() async throws -> Int64

    /// The one of a number, as far as the reach goes; nothing where there is none within it.
    func action(_ number: Int64, within reach: ActionReach) async throws -> AgreedAction?

    /// Those that are due first come first.
    func actions(
        _ filter: ActionFilter, within reach: ActionReach, offset: Int, limit: Int
    ) async throws -> [AgreedAction]

    func count(_ filter: ActionFilter, within reach: ActionReach) async throws -> Int

    /// How those of a filter stand on a day.
    func tally(_ filter: ActionFilter, within reach: ActionReach, on today: Day) async throws -> ActionTally
}

/// How many actions stand how.
public struct ActionTally: Sendable, Hashable {
    /// Without those that are overdue.
    public var open: Int
    public var overdue: Int
    public var done: Int
    public var cancelled: Int

    public init(open: Int, overdue: Int, done: Int, cancelled: Int) {
        (self.open, self.overdue, self.done, self.cancelled) = (open, overdue, done, cancelled)
    }

    public var isEmpty: Bool { open + overdue + done + cancelled == 0 }
}

/// Where agreed actions are kept, for whoever tells of them.
public protocol ActionRegister: ActionDesk {
    /// Who is to be told or reminded, by their ids, in order.
    ///
    /// - Parameter after: an id that theirs come behind.
    func people(
        waitingFor message: ActionMessage, after: String, limit: Int
    ) async throws -> [String]

    /// Those of which a person is to be told or reminded, the oldest first.
    func actions(
        waitingFor message: ActionMessage, of person: String, limit: Int
    ) async throws -> [AgreedAction]

    /// Makes durable that somebody is told, together with the delivery; nothing changes where one of them has changed since.
    ///
    /// - Returns: whether it was so.
    func tell(
        _ person: String, of actions: [AgreedAction], _ delivery: Delivery, at now: Timestamp
    ) async throws -> Bool

    /// Makes durable that whoever does them is reminded, together with the delivery; nothing changes where one of them has changed since.
    ///
    /// - Returns: whether it was so.
    func remind(of actions: [AgreedAction], _ delivery: Delivery, at now: Timestamp) async throws -> Bool
}

/// What somebody is to be sent about agreed actions.
public enum ActionMessage: Sendable, Hashable {
    /// What happened since a moment.
    case news(since: Timestamp)
    /// That the day of open ones has passed, of which nobody was reminded: from a day on and before today.
    case overdue(from: Day, before: Day)
}

/// An action that is recorded, or what somebody makes of it, to be made durable together with the answer.
public struct ActionChange: Sendable {
    /// As it is afterwards.
    public var action: AgreedAction
    /// The version that it must still have; nothing for a new one, whose number must be free.
    public var before: Int?
    public var actor: String
    public var event: AgreedAction.News
    /// For whoever did it until now.
    public var deliveries: [Delivery]

    public init(
        _ action: AgreedAction, before: Int?, by actor: String, _ event: AgreedAction.News,
        deliveries: [Delivery] = []
    ) {
        (self.action, self.before, self.actor, self.event) = (action, before, actor, event)
        self.deliveries = deliveries
    }
}
