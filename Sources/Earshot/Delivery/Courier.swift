/// Takes deliveries from the outbox to their platforms, every channel by itself, so that none holds up another.
public final class Courier: Sendable {
    private let outbox: any Outbox
    private let services: [String: ChannelService]
    private let clock: any Clock
    private let onReport: @Sendable (DeliveryReport) -> Void

    /// One way out and its rules.
    public struct Channel: Sendable {
        public var rules: ChannelRules
        public var carrier: any Carrier

        public init(rules: ChannelRules, carrier: any Carrier) {
            self.rules = rules
            self.carrier = carrier
        }
    }

    /// - Parameters:
    ///   - pause: lets the given time pass, or returns early when its task is cancelled.
    ///   - obstacle: what becomes of a consignment that must not leave; nothing where it may.
    ///   - onReport: called on any thread; it must not wait.
    public init(
        outbox: any Outbox, channels: [String: Channel], clock: any Clock,
        pause: @escaping @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) },
        obstacle: @escaping @Sendable (Consignment) async -> SendOutcome? = { _ in nil },
        onReport: @escaping @Sendable (DeliveryReport) -> Void = { _ in }
    ) {
        self.outbox = outbox
        self.clock = clock
        self.onReport = onReport
        var services: [String: ChannelService] = [:]
        for (name, channel) in channels {
            services[name] = ChannelService(
                name, channel, outbox: outbox, clock: clock, pause: pause, obstacle: obstacle,
                onReport: onReport)
        }
        self.services = services
    }

    /// Says that there may be something new for a channel.
    public func wake(_ channel: String) {
        services[channel]?.wake()
    }

    /// Takes up what an earlier run left under way, and says whether it may arrive twice. Called before `run`.
    public func recover() async throws {
        let recovery = try await outbox.recover(at: clock.now)
        for ended in recovery.ended { onReport(DeliveryReport(ended)) }
        for interrupted in recovery.interrupted {
            let recognised = services[interrupted.channel]?.rules.recognisesRepetitions
            let isRecognised = recognised.map { clock.now < interrupted.begunAt + $0 } ?? false
            onReport(
                DeliveryReport(
                    channel: interrupted.channel, event: isRecognised ? .resent : .resentPerhapsTwice,
                    reason: nil))
        }
    }

    /// Ends what is past its deadline, also on channels that are not served any more.
    public func expire() async throws {
        for ended in try await outbox.expire(at: clock.now) { onReport(DeliveryReport(ended)) }
    }

    /// Sends until its task is cancelled, then finishes what is under way.
    public func run() async {
        await withDiscardingTaskGroup { group in
            for service in services.values { group.addTask { await service.run() } }
        }
    }
}
