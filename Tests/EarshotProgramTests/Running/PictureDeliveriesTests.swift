import Crypto
import Earshot
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Store
import Testing

@testable import EarshotProgram

@Suite("Pictures that an administrator sends by hand")
struct PictureDeliveriesTests {
    private static let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + Array(0..<200) + [0xFF, 0xD9]

    private func file(
        _ name: String, _ bytes: [UInt8] = picture, in house: PlatformHouse
    ) throws -> String {
        let path = house.site.folder.file(name)
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    private func send(
        _ arguments: String..., in house: PlatformHouse
    ) async throws -> (status: Int32?, log: String) {
        let run = try await house.run(["outbox", "send"] + arguments)
        return (run.status, run.log)
    }

    /// Serves until nothing waits any more.
    private func serve(_ house: PlatformHouse) async throws {
        let program = try house.site.start(environment: house.environment)
        #expect(await program.logged("\"message\":\"serving\"") != nil)
        try await house.site.untilSettled()
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
    }

    @Test("a picture reaches a group of WeCom, and a person of each platform, as it is")
    func sent() async throws {
        let house = try PlatformHouse()
        let picture = PictureDeliveriesTests.picture
        let path = try file("chart.jpg", in: house)
        let both = try await send("managers", "本周图表", "--picture", path, in: house)
        #expect(both.status == 0, "\(both.log)")
        for person in ["wecom/sales:wangfang", "dingtalk/sales:0123", "feishu/sales:ou_1"] {
            let run = try await send(person, "--picture", path, in: house)
            #expect(run.status == 0, "\(run.log)")
        }
        try await serve(house)
        let states = try await house.site.withStores { try await $0.bot.deliveryCounts() }
        #expect(states.allSatisfy { $0.state == .sent })
        let (weCom, dingTalk, feishu) = (
            house.weCom.platform, house.dingTalk.platform, house.feishu.platform
        )
        let group = weCom.messages.filter { $0.recipients == ["token-w1"] }.map(\.body)
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
        let house = try PlatformHouse()
        let path = try file("chart.jpg", in: house)
        #expect(try await send("wecom/sales:wangfang", "--picture", path, in: house).status == 0)
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
        try await serve(house)
        #expect(house.weCom.requests(to: "/cgi-bin/message/send").count == 2)
        #expect(house.weCom.platform.messages.count == 1)
        #expect(house.weCom.platform.uploads.count == 1)
        await house.stop()
    }

    @Test("a name that WeCom has forgotten is got anew")
    func forgottenName() async throws {
        let house = try PlatformHouse()
        let path = try file("chart.jpg", in: house)
        #expect(try await send("wecom/sales:wangfang", "--picture", path, in: house).status == 0)
        // As it was left by a run that uploaded it and could not send it.
        let number = try await house.site.withStores { stores -> Int64 in
            let number = try await stores.bot.numbers(in: .waiting, on: nil)[0]
            try await stores.bot.keepUploadedName("forgotten", of: number, at: SystemClock().now)
            return number
        }
        house.weCom.fail("/cgi-bin/message/send", .code("40007"))
        try await serve(house)
        #expect(house.weCom.platform.messages.map { $0.body["image"]["media_id"].text } == ["wecom-media-1"])
        let state = try await house.site.withStores { try await $0.bot.states(of: [number]) }
        #expect(state == [number: .sent])
        await house.stop()
    }

    @Test("what cannot be shown is refused before it is in line, and why is said")
    func refused() async throws {
        let house = try PlatformHouse()
        let path = try file("chart.jpg", in: house)
        let text = try file("chart.png", Array("kein Bild".utf8), in: house)
        let large = try file(
            "large.jpg", [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 0, count: 2 << 20), in: house)
        for (arguments, words) in [
            (["quality", path], "a custom robot of DingTalk takes only pictures that stand at a public"),
            (["sales", path], "a custom bot of Feishu takes only what an application has uploaded"),
            (["managers", text], "is no PNG or JPEG"),
            (["managers", "/nowhere.png"], "/nowhere.png cannot be read"),
            (["managers", large], "is larger than the 2 MB that group/managers takes of a picture"),
            (["wecom/other:wangfang", path], "there are dingtalk/sales, wecom/sales, feishu/sales"),
            (["wecom/sales:", path], "names nobody"),
        ] {
            let run = try await send(arguments[0], "--picture", arguments[1], in: house)
            #expect(run.status == 1 && run.log.contains(words), "\(run.log)")
        }
        let long = try await send("wecom/sales:wangfang", String(repeating: "字", count: 900), in: house)
        #expect(long.status == 1 && long.log.contains("more bytes than wecom shows"), "\(long.log)")
        let nothing = try await send("managers", in: house)
        #expect(nothing.status == 2)
        #expect(try await house.site.withStores { try await $0.bot.deliveryCounts() }.isEmpty)
        await house.stop()
    }
}
