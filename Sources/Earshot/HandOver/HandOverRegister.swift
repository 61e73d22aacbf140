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

    /// How many of the asker's last lines still wait to be sent to those who answer.
    func waitingLines(ofHandOver number: Int64) async throws -> Int
}

extension HandOverDesk {
    /// What the asker wrote last and nobody who answers has been sent yet, in order; the last few where there is more.
    func unsentLines(of handOver: HandOver) async throws -> [HandOverLine] {
        let waiting = try await waitingLines(ofHandOver: handOver.number)
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

    /// What waits to be sent and is of no use any more: nobody is asked to take it up where somebody has, and what the asker wrote
    /// is nobody's to answer where it has ended, nor who took it up to be told.
    package var overtaken: [HandOverKey.Kind] {
        guard handOver.state.isOpen else { return [.call, .line, .relief] }
        return event == "taken" || handOver.unansweredSince == nil ? [.call] : []
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
