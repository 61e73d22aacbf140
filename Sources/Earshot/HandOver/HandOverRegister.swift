/// What people look up about hand-overs.
public protocol HandOverDesk: Sendable {
    /// A number for the next one, which nobody else is given.
    func nextHandOver() async throws -> Int64

    /// The hand-over of a number, as far as the reach goes; nothing where there is none within it.
    func handOver(_ number: Int64, within reach: HandOverReach) async throws -> HandOver?

    /// The one that somebody waits for or talks in.
    func openHandOver(of asker: String) async throws -> HandOver?

    /// The open ones that somebody has taken, the one turned to last first, and then those of the reach that nobody has
    /// taken or that the person has written in.
    func handOversAtHand(
        of person: String, within reach: HandOverReach, limit: Int
    ) async throws -> [HandOver]

    /// Those that are open, the longest unanswered first.
    func openHandOvers(within reach: HandOverReach, limit: Int) async throws -> [HandOver]

    /// Those of which somebody proposed to keep the answer from a moment on, the longest ago first.
    func proposedHandOvers(since moment: Timestamp, limit: Int) async throws -> [HandOver]

    /// The last lines of one, in order.
    func lines(ofHandOver number: Int64, limit: Int) async throws -> [HandOverLine]
}

/// Where hand-overs are kept.
public protocol HandOverRegister: HandOverDesk {
    /// Open ones that are to be looked at by now, the longest due first.
    func handOversDue(at now: Timestamp, limit: Int) async throws -> [HandOver]

    /// Makes durable what time has made of one.
    ///
    /// - Throws: `ConversationConflict` where it has changed meanwhile; nothing is changed then.
    func keep(_ change: HandOverChange, at now: Timestamp) async throws
}

/// What becomes of a hand-over, to be made durable together with the answer.
public struct HandOverChange: Sendable {
    /// As it is afterwards.
    public var handOver: HandOver
    /// The version that it must still have; nothing for a new one.
    public var before: Int?
    /// What happened, for the audit trail: `opened`, `taken`, `asked`, `answered`, `closed`, `expired`, `alarmed`, `proposed`.
    public var event: String
    /// Who did it; nothing for the program.
    public var actor: String?
    public var line: HandOverLine?
    public var deliveries: [Delivery]
    /// Whether nobody is told any more what waits for those who answer: nobody has learnt of it yet.
    public var isCalledOff = false

    /// Whether nobody is asked any more to take it up: somebody has, or it has ended.
    package var endsCalls: Bool {
        event == "taken" || handOver.unansweredSince == nil || !handOver.state.isOpen
    }

    public init(
        _ handOver: HandOver, before: Int?, event: String, by actor: String?, line: HandOverLine? = nil,
        deliveries: [Delivery] = []
    ) {
        self.handOver = handOver
        self.before = before
        self.event = event
        self.actor = actor
        self.line = line
        self.deliveries = deliveries
    }
}
