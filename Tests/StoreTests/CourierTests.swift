import Earshot
import EarshotTesting
import Synchronization
import Testing

@testable import Store

/// A platform that answers as it is told, and notes what it took.
private final class ToldCarrier: Carrier {
    let taken = Mutex<[String]>([])
    private let answer: @Sendable (String, Int) async -> SendOutcome

    /// - Parameter answer: by the text and how often it came before.
    init(_ answer: @escaping @Sendable (String, Int) async -> SendOutcome) {
        self.answer = answer
    }

    func send(_ consignment: Consignment) async -> SendOutcome {
        guard case .text(let text)? = consignment.reply.blocks.first else {
            return .refused(PlatformRemark(code: "empty"))
        }
        let outcome = await answer(text, consignment.earlierTries)
        if case .sent = outcome { taken.withLock { $0.append(text) } }
        return outcome
    }
}

/// Reports as they come, for whoever waits for one.
private final class Reports: Sendable {
    private let stream: AsyncStream<DeliveryReport>
    private let continuation: AsyncStream<DeliveryReport>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func add(_ report: DeliveryReport) {
        continuation.yield(report)
    }

    /// Returns after so many reports of an event.
    func wait(for event: DeliveryReport.Event, _ count: Int = 1) async {
        var left = count
        for await report in stream where report.event == event {
            left -= 1
            if left == 0 { return }
        }
    }
}

@Suite("The courier")
struct CourierTests {
    let folder: TemporaryFolder
    let store: BotStore

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db")) { $0 }
    }

    private func deliveries(_ count: Int, on channel: String, at now: Timestamp) -> [Delivery] {
        (0..<count).map {
            Delivery(
                key: "\(channel)-\($0)", channel: channel, recipient: "r\($0)",
                reply: Reply([.text("\($0)")]), deadline: now + .seconds(86_400))
        }
    }

    @Test("everything leaves once, also what fails first, and a channel that hangs holds up no other")
    func delivers() async throws {
        let clock = ManualClock()
        let gate = Gate()
        let hanging = ToldCarrier { _, _ in
            await gate.pass()
            return .sent(SendReceipt())
        }
        let moody = ToldCarrier { text, tries in
            if text.hasSuffix("3"), tries == 0 { return .retry(after: nil, PlatformRemark(code: "busy")) }
            return text == "17"
                ? .refused(PlatformRemark(code: "gone")) : .sent(SendReceipt(identifier: text))
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: [
                "slow": Courier.Channel(rules: ChannelRules(mostUnderWay: 2), carrier: hanging),
                "quick": Courier.Channel(rules: ChannelRules(mostUnderWay: 4), carrier: moody),
            ], clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        _ = try await store.enqueue(deliveries(20, on: "slow", at: clock.now), at: clock.now)
        _ = try await store.enqueue(deliveries(100, on: "quick", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        await reports.wait(for: .sent, 89)
        // The ten that the platform postponed come when their pauses are over, each within a quarter more than five seconds.
        clock.advance(by: .seconds(7))
        courier.wake("quick")
        await reports.wait(for: .sent, 10)
        let taken = moody.taken.withLock { $0 }
        #expect(taken.count == 99)
        #expect(Set(taken).count == 99)
        #expect(!taken.contains("17"))
        #expect(hanging.taken.withLock { $0.isEmpty })
        running.cancel()
        gate.open()
        await running.value
        // What was under way at the end was finished, and nothing else begun.
        #expect(hanging.taken.withLock { $0.count } == 2)
        #expect(try await store.recover(at: clock.now) == Recovery())
    }

    @Test("what must not leave any more is not handed to the platform, and everything else is")
    func obstacle() async throws {
        let clock = ManualClock()
        let carrier = ToldCarrier { _, _ in .sent(SendReceipt()) }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: ["quick": Courier.Channel(rules: ChannelRules(mostUnderWay: 4), carrier: carrier)],
            clock: clock, pause: { _ in await Task.yield() },
            obstacle: { $0.recipient == "r1" ? .refused(PlatformRemark(code: "earshot.no")) : nil },
            onReport: reports.add)
        _ = try await store.enqueue(deliveries(3, on: "quick", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        await reports.wait(for: .sent, 2)
        running.cancel()
        await running.value
        #expect(try await store.numbers(in: .dead, on: nil).count == 1)
        #expect(Set(carrier.taken.withLock { $0 }) == ["0", "2"])
    }

    @Test("of two parts the second arrives after the first, also where that one is late and fails at first")
    func inOrder() async throws {
        let clock = ManualClock()
        let gate = Gate()
        let carrier = ToldCarrier { text, tries in
            guard text == "details" else { return .sent(SendReceipt()) }
            await gate.pass()
            return tries == 0 ? .retry(after: nil, PlatformRemark(code: "-1")) : .sent(SendReceipt())
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: ["c": Courier.Channel(rules: ChannelRules(mostUnderWay: 16), carrier: carrier)],
            clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        let parts = zip(Delivery.keys(ofParts: 2, of: "answer/c/1"), ["details", "buttons"]).map {
            Delivery(
                key: $0, channel: "c", recipient: "r", reply: Reply([.text($1)]), priority: .urgent,
                deadline: clock.now + .seconds(3600))
        }
        let other = deliveries(1, on: "c", at: clock.now)
        _ = try await store.enqueue(parts + other, at: clock.now)
        let running = Task { await courier.run() }
        // What follows nothing does not wait.
        await reports.wait(for: .sent)
        #expect(carrier.taken.withLock { $0 } == ["0"])
        gate.open()
        await reports.wait(for: .postponed)
        clock.advance(by: .seconds(7))
        courier.wake("c")
        await reports.wait(for: .sent, 2)
        running.cancel()
        await running.value
        #expect(carrier.taken.withLock { $0 } == ["0", "details", "buttons"])
    }

    @Test("after the platform said that too much was sent, the channel is silent until the pause is over")
    func busy() async throws {
        let clock = ManualClock()
        let isBusy = Mutex(true)
        let carrier = ToldCarrier { _, _ in
            isBusy.withLock { $0 }
                ? .tooFast(wait: .seconds(600), PlatformRemark(code: "410100")) : .sent(SendReceipt())
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: ["c": Courier.Channel(rules: ChannelRules(mostUnderWay: 1), carrier: carrier)],
            clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        _ = try await store.enqueue(deliveries(3, on: "c", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        await reports.wait(for: .channelBusy)
        isBusy.withLock { $0 = false }
        clock.advance(by: .seconds(599))
        courier.wake("c")
        for _ in 0..<100 { await Task.yield() }
        #expect(carrier.taken.withLock { $0.isEmpty })
        clock.advance(by: .seconds(1))
        courier.wake("c")
        await reports.wait(for: .sent, 3)
        running.cancel()
        await running.value
        #expect(carrier.taken.withLock { $0 }.sorted() == ["0", "1", "2"])
    }

    @Test("a token that stays refused costs no delivery a try, closes the channel for a minute, and is told")
    func refusedToken() async throws {
        let clock = ManualClock()
        let isRefused = Mutex(true)
        let tried = Mutex(0)
        let carrier = ToldCarrier { _, _ in
            tried.withLock { $0 += 1 }
            return isRefused.withLock { $0 }
                ? .tokenInvalid(PlatformRemark(code: "40014")) : .sent(SendReceipt())
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: ["c": Courier.Channel(rules: ChannelRules(mostUnderWay: 1), carrier: carrier)],
            clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        _ = try await store.enqueue(deliveries(3, on: "c", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        for round in 1...15 {
            await reports.wait(for: .channelStopped)
            #expect(tried.withLock { $0 } == round)
            courier.wake("c")
            for _ in 0..<100 { await Task.yield() }
            #expect(tried.withLock { $0 } == round)
            if round == 15 { isRefused.withLock { $0 = false } }
            clock.advance(by: .seconds(60))
            courier.wake("c")
        }
        await reports.wait(for: .sent, 3)
        running.cancel()
        await running.value
        #expect(try await store.deliveries(in: [.sent], on: "c", limit: 9).count == 3)
    }

    @Test("of two pauses that a platform asks for, the longer one is kept")
    func longerPause() async throws {
        let clock = ManualClock()
        let first = Gate()
        let isBusy = Mutex(true)
        let carrier = ToldCarrier { text, _ in
            guard isBusy.withLock({ $0 }) else { return .sent(SendReceipt()) }
            if text == "0" { return .channelStopped(PlatformRemark(code: "secret")) }
            await first.pass()
            return .tooFast(wait: .seconds(1), PlatformRemark(code: "45009"))
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: ["c": Courier.Channel(rules: ChannelRules(mostUnderWay: 2), carrier: carrier)],
            clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        _ = try await store.enqueue(deliveries(2, on: "c", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        await reports.wait(for: .channelStopped)
        first.open()
        await reports.wait(for: .channelBusy)
        isBusy.withLock { $0 = false }
        clock.advance(by: .seconds(30))
        courier.wake("c")
        for _ in 0..<100 { await Task.yield() }
        #expect(carrier.taken.withLock { $0.isEmpty })
        clock.advance(by: .seconds(600))
        courier.wake("c")
        await reports.wait(for: .sent, 2)
        running.cancel()
        await running.value
    }

    @Test("the log says of what was under way at a crash whether it may arrive twice")
    func recovery() async throws {
        let clock = ManualClock()
        _ = try await store.enqueue(deliveries(1, on: "known", at: clock.now), at: clock.now)
        _ = try await store.enqueue(deliveries(1, on: "blind", at: clock.now), at: clock.now)
        for channel in ["known", "blind"] {
            _ = try await store.begin(on: channel, rules: ChannelRules(), most: 1, at: clock.now)
        }
        clock.advance(by: .seconds(60))
        let seen = Mutex<[DeliveryReport]>([])
        let carrier = ToldCarrier { _, _ in .sent(SendReceipt()) }
        let courier = Courier(
            outbox: store,
            channels: [
                "known": Courier.Channel(
                    rules: ChannelRules(recognisesRepetitions: .seconds(3600)), carrier: carrier),
                "blind": Courier.Channel(rules: ChannelRules(), carrier: carrier),
            ], clock: clock, onReport: { report in seen.withLock { $0.append(report) } })
        try await courier.recover()
        let found = seen.withLock { $0 }.map { "\($0.channel) \($0.event.rawValue)" }
        #expect(found.sorted() == ["blind resent_perhaps_twice", "known resent"])
    }

    @Test("what is tried again when the platform has forgotten it may arrive twice, and that is told")
    func forgottenRepeat() async throws {
        let clock = ManualClock()
        let carrier = ToldCarrier { _, tries in
            tries < 4
                ? .unclear(repeatIsSafe: true, PlatformRemark(code: "http.timed-out")) : .sent(SendReceipt())
        }
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: [
                "c": Courier.Channel(
                    rules: ChannelRules(recognisesRepetitions: .seconds(200)), carrier: carrier)
            ], clock: clock, pause: { _ in await Task.yield() }, onReport: reports.add)
        _ = try await store.enqueue(deliveries(1, on: "c", at: clock.now), at: clock.now)
        let running = Task { await courier.run() }
        // The last try is due more than 200 seconds after the first, and less than that after the one before it.
        for pause in [7, 19, 57] {
            await reports.wait(for: .unclear)
            clock.advance(by: .seconds(pause))
            courier.wake("c")
        }
        await reports.wait(for: .resentPerhapsTwice)
        clock.advance(by: .seconds(169))
        courier.wake("c")
        await reports.wait(for: .sent)
        running.cancel()
        await running.value
    }

    @Test("what expires while it waits, and what had its last try before a restart, is told as such")
    func ends() async throws {
        let clock = ManualClock()
        _ = try await store.enqueue(deliveries(2, on: "c", at: clock.now), at: clock.now)
        _ = try await store.enqueue(deliveries(1, on: "gone", at: clock.now), at: clock.now)
        _ = try await store.begin(on: "c", rules: ChannelRules(), most: 1, at: clock.now)
        clock.advance(by: .seconds(86_400))
        let seen = Mutex<[DeliveryReport]>([])
        let reports = Reports()
        let courier = Courier(
            outbox: store,
            channels: [
                "c": Courier.Channel(
                    rules: ChannelRules(), carrier: ToldCarrier { _, _ in .sent(SendReceipt()) })
            ], clock: clock, pause: { _ in await Task.yield() },
            onReport: { report in
                seen.withLock { $0.append(report) }
                reports.add(report)
            })
        try await courier.recover()
        let running = Task { await courier.run() }
        await reports.wait(for: .expired, 2)
        running.cancel()
        await running.value
        try await courier.expire()
        let told = seen.withLock { $0 }.map { "\($0.channel) \($0.event.rawValue) \($0.count)" }
        #expect(told == ["c expired 1", "c expired 1", "gone expired 1"])
    }
}
