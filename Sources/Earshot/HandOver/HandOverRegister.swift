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

    /// How many of the asker's last lines still wait to be sent to those who answer, and have not been sent to a person.
    func waitingLines(ofHandOver number: Int64, unreadBy person: String) async throws -> Int
}

extension HandOverDesk {
    /// What the asker wrote last and still waits to be sent, as far as a person who answers has not been sent it, in order; the
    /// last few where there is more.
    func unsentLines(of handOver: HandOver, to person: String) async throws -> [HandOverLine] {
        let waiting = try await waitingLines(ofHandOver: handOver.number, unreadBy: person)
        guard waiting > 0 else { return [] }
        return try await lines(ofHandOver: handOver.number, limit: 4 * HandOverPost.shown)
            .filter { $0.author == handOver.asker }.suffix(min(waiting, HandOverPost.shown))
    }
}

/// Where hand-overs are kept.
public protocol HandOverRegister: HandOverDesk {
    /// Open ones that are to be looked at by now, the longest due first.
    func handOversDue(at now: Timestamp, limit: Int) async throws -> [HandOver]

    /// Makes durable what time has made of one.
    ///
    /// - Throws: `ConversationConflict` where it has changed meanwhile; nothing is changed then.
    func keep(_ change: HandOverChange, at now: Timestamp) async throws

    /// Takes back what waits to be sent of hand-overs and is of no use any more, also what an earlier edition left.
    ///
    /// - Returns: how many deliveries.
    @discardableResult
    func dropOvertaken(at now: Timestamp) async throws -> Int
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

    /// Whether who takes it has been shown all that the asker wrote and waits to be sent.
    public var showsWaiting = false

    /// Whether what waits to be sent is of no use any more: nobody is asked to take it up where somebody has, and what the asker
    /// wrote is for nobody but who has taken it, if not shown, and for nobody at all where it has ended.
    package func overtakes(_ key: HandOverKey) -> Bool {
        guard key.number == handOver.number, key.person != handOver.asker else { return false }
        let isTaken = event == "taken"
        switch key.kind {
        case .call: return !handOver.state.isOpen || isTaken || handOver.unansweredSince == nil
        case .line: return !handOver.state.isOpen || isTaken && (showsWaiting || key.person != actor)
        case .relief: return !handOver.state.isOpen
        case .news, nil: return false
        }
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
