import Earshot
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("Messages to group robots by their names")
struct GroupRobotDeliveriesTests {
    @Test("what an administrator sends by hand reaches the group of each platform, signed and once")
    func send() async throws {
        let house = try PlatformHouse(applications: false)
        for (name, number) in [("quality", 1), ("managers", 2), ("sales", 3)] {
            let sent = try await house.run(["outbox", "send", name, "试发 \(name)\n第二行 **不加粗**"])
            #expect(sent.status == 0, "\(sent.log)")
            #expect(sent.log.hasPrefix("\(number): waits for group/\(name). "), "\(sent.log)")
        }
        let listed = try await house.run(["outbox", "list"])
        #expect(listed.output.contains("\twaiting\t0\tgroup/quality\tquality\t"))
        let program = try RunningProgram(
            ["serve", "--config", house.site.config], environment: house.environment)
        #expect(await program.logged("\"message\":\"serving\"") != nil)
        try await house.site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let dingTalk = house.dingTalk.platform.messages
        #expect(dingTalk.count == 1)
        #expect(dingTalk.first?.body["markdown"]["title"].text == "试发 quality")
        #expect(dingTalk.first?.body["markdown"]["text"].text.contains("第二行 ＊＊不加粗＊＊") == true)
        let weCom = house.weCom.platform.messages
        #expect(weCom.map(\.recipients) == [["token-w1"]])
        #expect("\(weCom.map(\.body))".contains("试发 managers"))
        let feishu = house.feishu.platform.messages
        #expect(feishu.map(\.recipient) == ["token-f1"])
        #expect("\(feishu.map(\.content))".contains("试发 sales"))
        let states = try await house.site.withStores { try await $0.bot.deliveryCounts() }
        #expect(states.map(\.state) == [.sent, .sent, .sent])
        #expect(program.log.allSatisfy { !$0.contains("token-d1") || !$0.contains("access_token") })
        await house.stop()
    }

    @Test("a robot nobody configured, and a text that is none, are refused and nothing is enqueued")
    func refused() async throws {
        let house = try PlatformHouse(applications: false)
        let unknown = try await house.run(["outbox", "send", "nobody", "试发"])
        #expect(unknown.status == 1)
        #expect(
            unknown.log.contains(
                "there is no group robot nobody in the settings; there are managers, quality, sales"))
        for arguments in [
            ["quality"], ["quality", ""], ["quality", " \n "], ["quality", "a", "b"],
            ["quality", String(repeating: "字", count: 1001)],
        ] {
            let run = try await RunningProgram.run(
                ["outbox", "send"] + arguments + ["--config", house.site.config],
                environment: house.environment)
            #expect(run.end?.status == 2, "\(arguments)")
        }
        // 300 characters of 18 bytes each.
        let long = try await house.run(["outbox", "send", "managers", String(repeating: "👨‍👩‍👧", count: 300)])
        #expect(long.status == 1 && long.log.contains("more bytes than wecom shows"), "\(long.log)")
        let listed = try await house.run(["outbox", "list", "--state", "all"])
        #expect(listed.output.isEmpty)
        let other = try SampleSite()
        let none = try await RunningProgram.run(
            ["outbox", "send", "quality", "试发", "--config", other.config],
            environment: SampleSite.environment)
        #expect(none.end?.status == 1)
        #expect(none.log.joined().contains("groupRobots"))
        await house.stop()
    }

    @Test("check names the robots that can be sent to, and an address that is not the platform's")
    func check() async throws {
        let house = try PlatformHouse(applications: false)
        let sound = try await house.run(["check"])
        #expect(sound.status == 0, "\(sound.log)")
        #expect(sound.output.contains("\nsending    group/quality, group/managers, group/sales\n"))
        var environment = house.environment
        environment["ROBOT_D"] = "https://evil.example/robot/send?access_token=token-d1"
        let wrong = try await RunningProgram.run(
            ["check", "--config", house.site.config], environment: environment)
        #expect(wrong.end?.status == 1)
        #expect(wrong.log.joined().contains("groupRobots[0].webhook: is no address of a robot of dingtalk"))
        #expect(!wrong.log.joined().contains("evil.example"))
        await house.stop()
    }
}
