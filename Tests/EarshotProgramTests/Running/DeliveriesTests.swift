import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Synchronization
import Testing

@testable import EarshotProgram

@Suite("Deliveries of the running program")
struct DeliveriesTests {
    private static func weCom(members: Set<String>) -> StandIn<WeComPlatform> {
        StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: "sample-site-app-secret", agent: 1_000_002,
                members: members), clock: SystemClock())
    }

    @Test("the answer to a pressed button of WeCom comes as a message of its own")
    func pressedButton() async throws {
        let platform = DeliveriesTests.weCom(members: ["d1"])
        let site = try SampleSite(weCom: try platform.start())
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let arrival = Gate()
        platform.fail("/cgi-bin/message/send", .late(until: { arrival.open() }))
        let caller = Caller(port: port)
        let document = """
            <xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>d1</FromUserName>\
            <CreateTime>1763740790</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event>\
            <EventKey>say:我们城市的客户最近在说什么</EventKey><TaskId>t1</TaskId>\
            <CardType>button_interaction</CardType><ResponseCode>r1</ResponseCode></xml>
            """
        for _ in 0..<2 {
            let call = try RobotCalls.weComAppCall(Array(document.utf8))
            #expect(await caller?.call("POST", call.target, body: call.body)?.status == 200)
        }
        await arrival.pass()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let messages = platform.platform.messages
        #expect(messages.count == 1)
        #expect(messages.first?.recipients == ["d1"])
        let text = messages.first.map { "\($0.body)" } ?? ""
        #expect(text.contains("杭州"))
        await platform.stop()
    }

    /// How many deliveries the next test makes; more are asked for by hand.
    private static let count =
        ProcessInfo.processInfo.environment["EARSHOT_DELIVERIES"].flatMap { Int($0) } ?? 300

    @Test(
        "killed again and again before a platform that fails, every delivery is shown once and none is lost")
    func killed() async throws {
        let count = DeliveriesTests.count
        let platform = DeliveriesTests.weCom(members: Set((0..<count).map { "m\($0)" }))
        let site = try SampleSite(weCom: try platform.start())
        let now = SystemClock().now
        try await site.withStores { stores in
            let deliveries = (0..<count).map { number in
                Delivery(
                    key: "test/\(number)", channel: "wecom/sales", recipient: "m\(number)",
                    reply: Reply([.title("预警 \(number)"), .text("售后等待的抱怨上升")]),
                    deadline: now + .seconds(3600))
            }
            _ = try await stores.bot.enqueue(deliveries, at: now)
        }
        // Of thirty requests one breaks off, one is answered by a gateway and one by a busy platform; the others tell
        // how far it is.
        let milestone = Milestone()
        for _ in 0..<count / 10 {
            for fault in [StandInFault.cutShort, .page(status: 502), .code("-1")] {
                platform.fail("/cgi-bin/message/send", fault)
                platform.fail(
                    "/cgi-bin/message/send",
                    .late(until: { milestone.reached(platform.platform.messages.count) }), times: 9)
            }
        }
        var random = SeededRandom(seed: 20_261_126)
        for round in 1...5 {
            let (program, _) = try await site.serve()
            let goal = count * round / 6 + Int.random(in: 0...20, using: &random)
            await milestone.wait(for: goal, platform.platform.messages.count, or: program)
            program.signal(SIGKILL)
            #expect(await program.end()?.isSignal == true)
            #expect(program.log.allSatisfy { !$0.contains("m17") && !$0.contains("预警") })
        }
        platform.recover()
        // What would be tried later is tried now.
        try await site.withStores { stores in
            let waiting = try await stores.bot.deliveries(in: [.retrying], on: nil, limit: count)
            _ = try await stores.bot.retry(
                waiting.map(\.number), until: now + .seconds(3600), at: SystemClock().now)
        }
        let (program, _) = try await site.serve()
        try await site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let shown = platform.platform.messages.flatMap(\.recipients)
        #expect(shown.count == count)
        #expect(Set(shown).count == count)
        let states = try await site.withStores { try await $0.bot.deliveryCounts() }
        #expect(states.filter { $0.state == .sent }.map(\.count) == [count])
        await platform.stop()
    }
}

/// A number that somebody waits for.
private final class Milestone: Sendable {
    private struct State {
        var goal = Int.max
        var gate = Gate()
    }

    private let state = Mutex(State())

    func reached(_ count: Int) {
        let gate = state.withLock { count >= $0.goal ? $0.gate : nil }
        gate?.open()
    }

    /// Returns when the number is reached, or when the program has ended.
    func wait(for goal: Int, _ count: Int, or program: RunningProgram) async {
        let gate = Gate()
        state.withLock { $0 = State(goal: goal, gate: gate) }
        reached(count)
        let watching = Task {
            _ = await program.end()
            gate.open()
        }
        await gate.pass()
        watching.cancel()
    }
}
