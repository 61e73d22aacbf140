import Crypto
import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store
import Testing
import XML

@testable import EarshotProgram

@Suite("Pictures and files that people send to the running service")
struct AttachmentRunTests {
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](0...255)

    /// As WeCom encrypts a robot's media: with its key, the vector of the key's first bytes, and nothing in front.
    private static func sealed(_ bytes: [UInt8]) throws -> [UInt8] {
        let key = try Base64.decodeKey(SampleSite.aesKey)
        return try AES256CBC(key: key, vector: try #require(key.prefix(16))).encrypt(bytes, padding: .to32)
    }

    private func withHouse(
        _ body: (SampleSite, StandIn<WeComPlatform>, _ base: String) async throws -> Void
    ) async throws {
        let weCom = StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: SampleSite.appSecret.revealText(), members: ["d1"]),
            clock: SystemClock())
        let base = try weCom.start()
        let site = try SampleSite(weCom: base, attachmentHosts: [base])
        do {
            try await body(site, weCom, base)
        } catch {
            await weCom.stop()
            throw error
        }
        await weCom.stop()
    }

    /// What the platform answers of a picture that somebody sends to the application.
    private func send(_ id: Int, to port: UInt16) async throws -> Caller.Answer? {
        let document =
            "<xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>d1</FromUserName>"
            + "<CreateTime>1763740790</CreateTime><MsgType>image</MsgType><PicUrl>http://p</PicUrl>"
            + "<MediaId>p\(id)</MediaId><MsgId>\(id)</MsgId></xml>"
        let call = try RobotCalls.weComAppCall(Array(document.utf8))
        return await Caller(port: port)?.call("POST", call.target, body: call.body)
    }

    private func picture(_ id: Int, to port: UInt16) async throws -> String? {
        guard let answer = try await send(id, to: port), answer.status == 200 else { return nil }
        return try RobotCalls.openedWeComApp(answer.body)["Content"]
    }

    @Test(
        "a picture is fetched, told as kept, survives kill -9, and is listed, saved and dropped by an operator"
    )
    func kept() async throws {
        try await withHouse { site, weCom, _ in
            weCom.change { $0.media = ["p1": AttachmentRunTests.png] }
            let (program, port) = try await site.serve()
            let answer = try await picture(1, to: port)
            #expect(answer?.hasPrefix("收到了图片 1 张，已保存，30 天后自动删除") == true)
            let lost = try await picture(2, to: port)
            #expect(lost?.hasPrefix("有 1 个没有取到，没有保存，请重发一次。") == true)
            program.signal(SIGKILL)
            _ = await program.end()
            #expect(program.log.contains { $0.contains("attachment.refused") && $0.contains("40007") })
            func run(_ words: [String]) async throws -> RunningProgram.End? {
                try await RunningProgram.run(
                    ["attachments"] + words + ["--config", site.config],
                    environment: SampleSite.environment
                ).end
            }
            let list = try await RunningProgram.run(
                ["attachments", "list", "--config", site.config], environment: SampleSite.environment)
            let fields = list.output.split(separator: "\n").map { $0.split(separator: "\t") }
            #expect(fields.count == 1)
            #expect(fields.first?[0] == "1")
            #expect(fields.first?[2...4] == ["picture", "png", "264"])
            #expect(fields.first?.suffix(2) == ["wecom:d1", "wecom/sales"])
            let folder = site.folder.file("")
            #expect(try await run(["save", "1", "--to", folder])?.status == 0)
            let saved = try Data(contentsOf: URL(filePath: site.folder.file("attachment-1.png")))
            #expect(Array(saved) == AttachmentRunTests.png)
            // Nothing is overwritten.
            #expect(try await run(["save", "1", "--to", folder])?.status == 1)
            #expect(try await run(["drop", "1"])?.status == 0)
            #expect(try await run(["save", "1", "--to", folder])?.status == 1)
        }
    }

    @Test("a robot's picture is fetched from its address, decrypted and kept")
    func robot() async throws {
        try await withHouse { site, weCom, base in
            let sealed = try AttachmentRunTests.sealed(AttachmentRunTests.png)
            weCom.change { $0.encryptedMedia = ["x": sealed] }
            let (program, port) = try await site.serve()
            let message = """
                {"msgid":"b1","aibotid":"a","chattype":"single","from":{"userid":"d1"},
                "response_url":"https://qyapi.weixin.qq.com/x","msgtype":"image","image":{"url":"\(base)/aibot/x"}}
                """
            let call = try RobotCalls.weComCall(Array(message.utf8))
            let answer = await Caller(port: port)?.call("POST", call.target, body: call.body)
            #expect(answer?.status == 200)
            program.signal(SIGTERM)
            #expect(await program.end()?.status == 0)
            try await site.withStores { stores in
                let kept = try await stores.bot.attachment(1)
                #expect(kept?.bytes == AttachmentRunTests.png)
                #expect(kept?.0.message == MessageKey(channel: "wecom-bot/sales", id: "b1"))
            }
        }
    }

    @Test("acknowledged before it was fetched, a picture is fetched by the next run after kill -9")
    func resumed() async throws {
        try await withHouse { site, weCom, _ in
            weCom.change { $0.media = ["p1": AttachmentRunTests.png] }
            let gate = Gate()
            weCom.fail("/media/get", .late(until: { await gate.pass() }))
            let (program, port) = try await site.serve()
            // An empty answer: the words come later, as a message.
            let answer = try await send(1, to: port)
            #expect(answer == Caller.Answer(status: 200, body: ""))
            program.signal(SIGKILL)
            _ = await program.end()
            gate.open()
            let (again, _) = try await site.serve()
            while weCom.platform.messages.isEmpty { await Task.yield() }
            again.signal(SIGTERM)
            #expect(await again.end()?.status == 0)
            let told = weCom.platform.messages.map { "\($0.body)" }
            #expect(told.count == 1)
            #expect(told.first?.contains("收到了图片 1 张，已保存") == true)
            try await site.withStores { stores in
                let kept = try await stores.bot.attachments(of: "wecom:d1", limit: 9)
                #expect(kept.count == 1)
            }
        }
    }
}
