import Synchronization

/// Sends what waits for one channel, as fast as its rules allow.
final class ChannelService: Sendable {
    private let name: String
    private let channel: Courier.Channel
    private let outbox: any Outbox
    private let clock: any Clock
    private let pause: @Sendable (Duration) async -> Void
    private let obstacle: @Sendable (Consignment) async -> SendOutcome?
    private let onReport: @Sendable (DeliveryReport) -> Void
    private let bell = Bell()
    private let desk = Mutex(Desk())

    /// What is in hand.
    private struct Desk {
        var underWay = 0
        /// Nothing is begun before: the platform takes nothing.
        var closedUntil: Timestamp?
        /// Nothing is begun any more, and what cannot be kept is not tried for ever.
        var isStopping = false
    }

    /// How long a channel rests at most before it looks into the outbox: another process may have put something there.
    private static let longestRest = Duration.seconds(15)
    /// The rest after the outbox itself failed.
    private static let restAfterFault = Duration.seconds(5)

    init(
        _ name: String, _ channel: Courier.Channel, outbox: any Outbox, clock: any Clock,
        pause: @escaping @Sendable (Duration) async -> Void,
        obstacle: @escaping @Sendable (Consignment) async -> SendOutcome?,
        onReport: @escaping @Sendable (DeliveryReport) -> Void
    ) {
        self.name = name
        self.channel = channel
        self.outbox = outbox
        self.clock = clock
        self.pause = pause
        self.obstacle = obstacle
        self.onReport = onReport
    }

    var rules: ChannelRules { channel.rules }

    func wake() {
        bell.ring()
    }

    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let dispatch = await dispatch()
                desk.withLock { $0.underWay += dispatch.consignments.count }
                for consignment in dispatch.consignments {
                    group.addTask { [self] in
                        // Not cancelled with the group: what is under way is finished.
                        await Task { [self] in await send(consignment) }.value
                    }
                }
                await rest(until: dispatch.next)
            }
            desk.withLock { $0.isStopping = true }
        }
    }

    /// What may be sent now.
    private func dispatch() async -> Dispatch {
        let now = clock.now
        let (free, closedUntil) = desk.withLock { (rules.mostUnderWay - $0.underWay, $0.closedUntil) }
        if let closedUntil, now < closedUntil { return Dispatch(next: closedUntil) }
        guard free > 0 else { return Dispatch() }
        do {
            let dispatch = try await outbox.begin(on: name, rules: rules, most: free, at: now)
            for ended in dispatch.ended { onReport(DeliveryReport(ended)) }
            return dispatch
        } catch is CancellationError {
            return Dispatch()
        } catch {
            onReport(DeliveryReport(channel: name, event: .fault, reason: "\(error)"))
            return Dispatch(next: now + ChannelService.restAfterFault)
        }
    }

    private func send(_ consignment: Consignment) async {
        let begun = clock.now
        let outcome: SendOutcome
        if let obstacle = await obstacle(consignment) {
            outcome = obstacle
        } else {
            outcome = await channel.carrier.send(consignment)
        }
        let reached = await settle(consignment, outcome)
        let left = desk.withLock { desk in
            desk.underWay -= 1
            if let closure = outcome.closure {
                let until = clock.now + closure
                desk.closedUntil = max(desk.closedUntil ?? until, until)
            }
            return desk.underWay
        }
        let reports = DeliveryReport.reports(
            of: outcome, on: name, reached: reached,
            isRecognised: isRecognised(
                outcome, begun: reached.compactMap(\.perhapsArrivedAt).min() ?? begun,
                next: reached.map(\.due).max()))
        for report in reports { onReport(report) }
        // One look takes many: half of what may be under way is waited for.
        if left * 2 <= rules.mostUnderWay { bell.ring() }
    }

    /// Whether the platform would recognise at the next try what may have arrived.
    ///
    /// - Parameter begun: When the first try was begun that may have: from then on the platform counts.
    private func isRecognised(_ outcome: SendOutcome, begun: Timestamp, next: Timestamp?) -> Bool {
        guard case .unclear(repeatIsSafe: true, _) = outcome, let next,
            let window = rules.recognisesRepetitions
        else { return false }
        return next < begun + window
    }

    /// Keeps an outcome, again and again while the disk is full: what the platform took must not be sent twice.
    ///
    /// - Returns: where the deliveries stand now; nothing where that could not be kept.
    private func settle(_ consignment: Consignment, _ outcome: SendOutcome) async -> [DeliveryProgress] {
        while true {
            do {
                return try await outbox.settle(consignment, outcome, at: clock.now)
            } catch {
                onReport(DeliveryReport(channel: name, event: .fault, reason: "\(error)"))
                // It stands as being sent then, and the next start takes it up.
                if desk.withLock({ $0.isStopping }) { return [] }
                await pause(ChannelService.restAfterFault)
            }
        }
    }

    /// Returns at a moment, when the bell rings, or when its task is cancelled.
    private func rest(until moment: Timestamp?) async {
        var longest = ChannelService.longestRest
        if let moment {
            longest = min(longest, .milliseconds(max(0, moment.milliseconds - clock.now.milliseconds)))
        }
        let timer = Task { [pause, bell, longest] in
            await pause(longest)
            if !Task.isCancelled { bell.ring() }
        }
        await withTaskCancellationHandler {
            await bell.wait()
        } onCancel: {
            bell.ring()
        }
        timer.cancel()
    }
}

extension SendOutcome {
    /// For how long the channel sends nothing after it.
    fileprivate var closure: Duration? {
        switch self {
        case .tooFast(let wait, _): min(wait, RetrySchedule.longestPause)
        case .tokenInvalid: RetrySchedule.refusedToken
        case .channelStopped: RetrySchedule.stoppedChannel
        case .sent, .retry, .recipientGone, .refused, .unclear: nil
        }
    }
}
