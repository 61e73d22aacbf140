import Crypto
import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("Pictures that an administrator sends by hand")
struct PictureDeliveriesTests {
    private static let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array(0..<200) + [0xFF, 0xD9]

    private struct House {
        let weCom = StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: SampleSite.appSecret.revealText(), agent: 1_000_002,
                members: ["wangfang"], webhooks: ["k1"]), clock: SystemClock())
        let dingTalk = StandIn(
            DingTalkPlatform(
                appKey: SampleSite.appKey, appSecret: SampleSite.appSecret.revealText(), people: ["0123"],
                robots: ["a1": DingTalkPlatform.Robot(secret: "SECone")]), clock: SystemClock())
        let feishu = StandIn(
            FeishuPlatform(
                appSecret: SampleSite.appSecret.revealText(), people: ["ou_1"],
                bots: ["b1": "feishu-secret"]), clock: SystemClock())
        let site: SampleSite
        let environment: [String: String]

        init() throws {
            let servers = (try dingTalk.start(), try weCom.start(), try feishu.start())
            environment = SampleSite.environment.merging([
                "ROBOT_D": "\(servers.0)/robot/send?access_token=a1", "SECRET_D": "SECone",
                "ROBOT_W": "\(servers.1)/cgi-bin/webhook/send?key=k1",
                "ROBOT_F": "\(servers.2)/open-apis/bot/v2/hook/b1", "SECRET_F": "feishu-secret",
            ]) { $1 }
            site = try SampleSite(
                weCom: servers.1, dingTalk: servers.0, feishu: servers.2,
                groupRobots: """
                    {name: "quality", platform: "dingtalk", webhook: {env: "ROBOT_D"}, secret: {env: "SECRET_D"},
                     server: "\(servers.0)"},
                    {name: "managers", platform: "wecom", webhook: {env: "ROBOT_W"}, server: "\(servers.1)"},
                    {name: "sales", platform: "feishu", webhook: {env: "ROBOT_F"}, secret: {env: "SECRET_F"},
                     server: "\(servers.2)"},
                    """)
        }

        func file(_ name: String, _ bytes: [UInt8]) throws -> String {
            let path = site.folder.file(name)
            try Data(bytes).write(to: URL(filePath: path))
            return path
        }

        func send(_ arguments: String...) async throws -> (status: Int32?, log: String) {
            let run = try await RunningProgram.run(
                ["outbox", "send"] + arguments + ["--config", site.config], environment: environment)
            return (run.end?.status, run.log.joined(separator: "\n"))
        }

        func stop() async {
            await dingTalk.stop()
            await weCom.stop()
            await feishu.stop()
        }
    }

    @Test("a picture reaches a group of WeCom, and a person of each platform, as it is")
    func sent() async throws {
        let house = try House()
        let picture = PictureDeliveriesTests.picture
        let path = try house.file("chart.jpg", picture)
        let both = try await house.send("managers", "本周图表", "--picture", path)
        #expect(both.status == 0, "\(both.log)")
        for person in ["wecom/sales:wangfang", "dingtalk/sales:0123", "feishu/sales:ou_1"] {
            let run = try await house.send(person, "--picture", path)
            #expect(run.status == 0, "\(run.log)")
        }
        let program = try house.site.start(environment: house.environment)
        #expect(await program.logged("\"message\":\"serving\"") != nil)
        try await house.site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let states = try await house.site.withStores { try await $0.bot.deliveryCounts() }
        #expect(states.allSatisfy { $0.state == .sent })
        let (weCom, dingTalk, feishu) = (
            house.weCom.platform, house.dingTalk.platform, house.feishu.platform
        )
        let group = weCom.messages.filter { $0.recipients == ["k1"] }.map(\.body)
        #expect(group.map { $0["msgtype"].text } == ["markdown", "image"])
        #expect(try Base64.decode(group.last?["image"]["base64"].text ?? "") == picture)
        #expect(group.last?["image"]["md5"].text == Hexadecimal.encode(Digest.md5(of: picture)))
        let member = weCom.messages.filter { $0.recipients == ["wangfang"] }.map(\.body)
        #expect(member.map { $0["image"]["media_id"].text } == ["wecom-media-1"])
        #expect(dingTalk.messages.map(\.recipients) == [["0123"]])
        #expect(dingTalk.messages.map { $0.parameters["photoURL"].text } == ["@media-1"])
        #expect(feishu.messages.map { $0.content["image_key"].text } == ["img_1"])
        for uploads in [weCom.uploads, dingTalk.uploads, feishu.uploads] {
            #expect(uploads.map(\.bytes) == [picture])
            #expect(uploads.map(\.name) == ["picture.jpg"])
        }
        await house.stop()
    }

    @Test("a picture whose service was killed while it was being sent is shown once")
    func killed() async throws {
        let house = try House()
        let path = try house.file("chart.jpg", PictureDeliveriesTests.picture)
        #expect(try await house.send("wecom/sales:wangfang", "--picture", path).status == 0)
        let (arrival, hold) = (Gate(), Gate())
        house.weCom.fail(
            "/cgi-bin/message/send",
            .late(until: {
                arrival.open()
                await hold.pass()
            }))
        let first = try house.site.start(environment: house.environment)
        await arrival.pass()
        first.signal(SIGKILL)
        _ = await first.end()
        hold.open()
        let second = try house.site.start(environment: house.environment)
        #expect(await second.logged("\"message\":\"serving\"") != nil)
        try await house.site.untilSettled()
        second.signal(SIGTERM)
        #expect(await second.end()?.status == 0)
        #expect(house.weCom.requests(to: "/cgi-bin/message/send").count == 2)
        #expect(house.weCom.platform.messages.count == 1)
        #expect(house.weCom.platform.uploads.count == 1)
        await house.stop()
    }

    @Test("a name that WeCom has forgotten is got anew")
    func forgottenName() async throws {
        let house = try House()
        let path = try house.file("chart.jpg", PictureDeliveriesTests.picture)
        #expect(try await house.send("wecom/sales:wangfang", "--picture", path).status == 0)
        // As it was left by a run that uploaded it and could not send it.
        let number = try await house.site.withStores { stores -> Int64 in
            let number = try await stores.bot.numbers(in: .waiting, on: nil)[0]
            try await stores.bot.keepUploadedName("forgotten", of: number, at: SystemClock().now)
            return number
        }
        house.weCom.fail("/cgi-bin/message/send", .code("40007"))
        let program = try house.site.start(environment: house.environment)
        #expect(await program.logged("\"message\":\"serving\"") != nil)
        try await house.site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        #expect(house.weCom.platform.messages.map { $0.body["image"]["media_id"].text } == ["wecom-media-1"])
        let state = try await house.site.withStores { try await $0.bot.states(of: [number]) }
        #expect(state == [number: .sent])
        await house.stop()
    }

    @Test("what cannot be shown is refused before it is in line, and why is said")
    func refused() async throws {
        let house = try House()
        let path = try house.file("chart.jpg", PictureDeliveriesTests.picture)
        let text = try house.file("chart.png", Array("kein Bild".utf8))
        let large = try house.file("large.jpg", [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 2 << 20))
        for (arguments, words) in [
            (["quality", path], "a custom robot of DingTalk takes only pictures that stand at a public"),
            (["sales", path], "a custom bot of Feishu takes only what an application has uploaded"),
            (["managers", text], "is no PNG or JPEG"),
            (["managers", "/nowhere.png"], "/nowhere.png cannot be read"),
            (["managers", large], "is larger than the 2 MB that group/managers takes of a picture"),
            (["wecom/other:wangfang", path], "there are dingtalk/sales, wecom/sales, feishu/sales"),
            (["wecom/sales:", path], "names nobody"),
        ] {
            let run = try await house.send(arguments[0], "--picture", arguments[1])
            #expect(run.status == 1 && run.log.contains(words), "\(run.log)")
        }
        let nothing = try await house.send("managers")
        #expect(nothing.status == 2)
        #expect(try await house.site.withStores { try await $0.bot.deliveryCounts() }.isEmpty)
        await house.stop()
    }
}
