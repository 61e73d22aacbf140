import Earshot
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("Deliveries of the running program through DingTalk's robot")
struct DingTalkDeliveriesTests {
    private static func dingTalk() -> StandIn<DingTalkPlatform> {
        StandIn(
            DingTalkPlatform(
                appKey: SampleSite.appKey, appSecret: "sample-site-app-secret", people: ["d1"],
                groups: ["cid1"]), clock: SystemClock())
    }

    @Test("the answer to a pressed button of a card comes as a message to the person, once")
    func pressedButton() async throws {
        let platform = DingTalkDeliveriesTests.dingTalk()
        let site = try SampleSite(dingTalk: try platform.start())
        try await site.fill(40)
        let (program, port) = try await site.serve()
        let arrival = Gate()
        platform.fail("/batchSend", .late(until: { arrival.open() }))
        let press =
            #"{"type":"actionCallback","outTrackId":"t1","corpId":"\#(SampleSite.cardCompany)","userId":"d1","#
            + #""content":"{\"cardPrivateData\":{\"params\":{\"say\":\"我们城市的客户最近在说什么\"}}}"}"#
        let headers = try RobotCalls.dingTalkCardHeaders()
        for _ in 0..<2 {
            let answer = await Caller(port: port)?.call(
                "POST", "/callback/dingtalk-card/sales", headers: headers, body: Array(press.utf8))
            #expect(answer == Caller.Answer(status: 200, body: "{}"))
        }
        await arrival.pass()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let messages = platform.platform.messages
        #expect(messages.map(\.recipients) == [["d1"]])
        #expect(messages.first?.body["robotCode"].text == SampleSite.appKey)
        #expect(messages.first?.parameters["text"].text.contains("杭州") == true)
        await platform.stop()
    }

    @Test("people and groups are written to by name, and a recipient of no kind is dead, not lost")
    func recipients() async throws {
        let platform = DingTalkDeliveriesTests.dingTalk()
        let site = try SampleSite(dingTalk: try platform.start())
        let now = SystemClock().now
        try await site.withStores { stores in
            let deliveries = ["person:d1", "group:cid1", "d1", "person:", "group:cid9"].map { recipient in
                Delivery(
                    key: "test/\(recipient)", channel: "dingtalk/sales", recipient: recipient,
                    reply: Reply([.title("预警"), .text("售后等待的抱怨上升")]), deadline: now + .seconds(3600))
            }
            _ = try await stores.bot.enqueue(deliveries, at: now)
        }
        let (program, _) = try await site.serve()
        try await site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(Set(platform.platform.messages.map(\.recipients)) == [["d1"], ["cid1"]])
        try await site.withStores { stores in
            let dead = try await stores.bot.deliveries(in: [.dead], on: "dingtalk/sales", limit: 9)
            #expect(
                Dictionary(uniqueKeysWithValues: dead.map { ($0.recipient, $0.progress.note ?? "") }) == [
                    "d1": "earshot.no-recipient", "person:": "earshot.no-recipient",
                    "group:cid9": "group.disbanded: 群已解散",
                ])
        }
        await platform.stop()
    }

    @Test("what was sent is taken back by its number, once, and what was not sent is not asked for")
    func recalled() async throws {
        let platform = DingTalkDeliveriesTests.dingTalk()
        let site = try SampleSite(dingTalk: try platform.start())
        let now = SystemClock().now
        try await site.withStores { stores in
            let deliveries = ["group:cid1", "group:cid9"].map { recipient in
                Delivery(
                    key: "test/\(recipient)", channel: "dingtalk/sales", recipient: recipient,
                    reply: Reply([.text("售后等待的抱怨上升")]), deadline: now + .seconds(3600))
            }
            _ = try await stores.bot.enqueue(deliveries, at: now)
        }
        let (program, _) = try await site.serve()
        try await site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        func recall(_ number: String) async throws -> (log: String, status: Int32?) {
            let run = try await RunningProgram.run(
                ["outbox", "recall", number, "--config", site.config],
                environment: SampleSite.environment)
            return (run.log.joined(separator: "\n"), run.end?.status)
        }
        let done = try await recall("1")
        #expect(done.status == 0, "\(done.log)")
        #expect(platform.platform.recalled == ["process-1": "cid1"])
        for (number, words) in [("1", "is cancelled"), ("2", "is dead"), ("3", "no such delivery")] {
            let refused = try await recall(number)
            #expect(refused.status == 1)
            #expect(refused.log.contains(words), "\(refused.log)")
        }
        let states = try await site.withStores { try await $0.bot.states(of: [1, 2]) }
        #expect(states == [1: .cancelled, 2: .dead])
        await platform.stop()
    }

    @Test("check names what messages can be sent through")
    func check() async throws {
        let site = try SampleSite(dingTalk: "http://127.0.0.1:9")
        let checked = try await RunningProgram.run(
            ["check", "--config", site.config], environment: SampleSite.environment)
        #expect(checked.end?.status == 0, "\(checked.log)")
        #expect(checked.output.contains("1 DingTalk robot, 1 with cards, "))
        #expect(checked.output.contains("\nsending    dingtalk/sales\n"), "\(checked.output)")
        let other = try SampleSite()
        let silent = try await RunningProgram.run(
            ["check", "--config", other.config], environment: SampleSite.environment)
        #expect(silent.output.contains("\nsending    through nothing"), "\(silent.output)")
    }
}
