import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import PlatformStandIns
import Testing

@testable import PlatformClients

@Suite("Fetching what people send")
struct MediaTests {
    private static let picture: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](0...255)
    private static let key = Secret("YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXphYmNkZWY")

    private func weComBot() throws -> WeComBot {
        try WeComBot(
            name: "sales", token: Secret("token"), encodingAESKey: MediaTests.key, clock: ManualClock())
    }

    /// As the platform encrypts it: the key with its own first bytes, and nothing in front of the file.
    private func encrypted(_ bytes: [UInt8]) throws -> [UInt8] {
        let key = try Base64.decodeKey(MediaTests.key)
        let cipher = try AES256CBC(key: key, vector: try #require(key.prefix(16)))
        return try cipher.encrypt(bytes, padding: .to32)
    }

    /// Without its kind of error, which the macros of the tests do not know.
    private func bytes(
        _ way: any MediaWay, _ attachment: MessageAttachment, of message: String = "m", limit: Int = 1 << 20
    ) async throws -> [UInt8] {
        try await way.fetch(attachment, of: message, limit: limit)
    }

    private func fault(
        _ way: any MediaWay, _ attachment: MessageAttachment, limit: Int = 1 << 20
    ) async -> AttachmentFault.Code? {
        do throws(AttachmentFault) {
            _ = try await way.fetch(attachment, of: "m", limit: limit)
            return nil
        } catch {
            return error.code
        }
    }

    @Test(
        "a picture to a WeCom bot is fetched from its address and decrypted, and broken off when it is too large"
    )
    func weComBotMedia() async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            let sealed = try encrypted(MediaTests.picture)
            standIn.change {
                $0.encryptedMedia = ["good": sealed, "cut": Array(sealed.dropLast(16)), "empty": []]
            }
            let way = WeComBotMedia(try weComBot(), addresses: MediaAddress(client))
            func picture(_ name: String) -> MessageAttachment {
                MessageAttachment(.picture, locator: "\(base)/aibot/\(name)?sign=1")
            }
            #expect(
                try await bytes(way, picture("good"), limit: MediaTests.picture.count)
                    == MediaTests.picture)
            // Smaller than its padding hides: what was decrypted is too large.
            let media = ChannelMedia(["wecom-bot/sales": way])
            let message = MessageKey(channel: "wecom-bot/sales", id: "m")
            await #expect(throws: AttachmentFault(.tooLarge)) {
                try await media.fetch(picture("good"), of: message, limit: MediaTests.picture.count - 1)
            }
            #expect(await fault(way, picture("good"), limit: 100) == .tooLarge)
            #expect(await fault(way, picture("cut")) == .undecipherable)
            #expect(await fault(way, picture("empty")) == .undecipherable)
            #expect(await fault(way, picture("gone")) == .refused)
            #expect(await fault(way, MessageAttachment(.picture, locator: "file:///etc/passwd")) != nil)
        }
    }

    @Test(
        "no other host is asked, whatever a message says, and an answer that points elsewhere is not followed"
    )
    func hosts() async throws {
        let other = StandIn(WeComPlatform(), clock: ManualClock())
        let elsewhere = try other.start()
        let server = Server(routes: [
            .get("/moved") { _ in Response(status: 302, headers: ["Location": "\(elsewhere)/aibot/good"]) }
        ])
        let base = "http://127.0.0.1:\(try server.start())"
        let addresses = MediaAddress(try client(for: base))
        let way = WeComBotMedia(try weComBot(), addresses: addresses)
        #expect(
            await fault(way, MessageAttachment(.picture, locator: "\(elsewhere)/aibot/good"))
                == .hostNotAllowed)
        #expect(await fault(way, MessageAttachment(.picture, locator: "\(base)/moved")) == .refused)
        #expect(other.requests.isEmpty)
        await server.stop(grace: .seconds(1))
        await other.stop()
    }

    @Test("a picture to a WeCom application is fetched with a token that is replaced when it has expired")
    func weComAppMedia() async throws {
        try await withStandIn(WeComPlatform()) { standIn, base, client in
            // What somebody wrote as a refusal is a file where it is named as one.
            let trick = Array(#"{"errcode":40014}"#.utf8)
            standIn.change { $0.media = ["p1": MediaTests.picture, "trick": trick] }
            let way = WeComAppMedia(
                WeComSender(
                    corpID: "ww-stand-in", secret: Secret("stand-in-secret"), agent: 1_000_002,
                    client: client, clock: ManualClock(), server: base))
            let picture = MessageAttachment(.picture, locator: "p1")
            let fetched1 = try await bytes(way, picture)
            #expect(fetched1 == MediaTests.picture)
            let fetched2 = try await bytes(way, MessageAttachment(.file, locator: "trick"))
            #expect(fetched2 == trick)
            standIn.change { $0.expireToken() }
            let fetched3 = try await bytes(way, picture)
            #expect(fetched3 == MediaTests.picture)
            #expect(standIn.platform.grantedTokens == 2)
            #expect(await fault(way, MessageAttachment(.picture, locator: "gone")) == .refused)
            #expect(await fault(way, picture, limit: 100) == .tooLarge)
            standIn.fail("/media/get", .page(status: 502))
            #expect(await fault(way, picture) == .unreached)
            // An empty file is one, and not an answer that is to be waited for.
            standIn.change { $0.media["nothing"] = [] }
            let nothing = try await bytes(way, MessageAttachment(.file, locator: "nothing"))
            #expect(nothing == [])
        }
    }

    @Test(
        "a file to a DingTalk robot is fetched where the platform says, if that is a host of the platform's")
    func dingTalkMedia() async throws {
        try await withStandIn(DingTalkPlatform()) { standIn, base, client in
            let document = Array("%PDF-1.7 ".utf8)
            standIn.change {
                $0.files = ["c1": document]
                $0.fileServer = base
            }
            let sender = DingTalkSender(
                appKey: "ding-stand-in", appSecret: Secret("stand-in-secret"), robot: "robot",
                client: client, clock: ManualClock(), server: base, olderServer: base)
            let way = DingTalkMedia(sender, addresses: MediaAddress(client))
            let file = MessageAttachment(.file, locator: "c1")
            let fetched4 = try await bytes(way, file, limit: 100)
            #expect(fetched4 == document)
            #expect(await fault(way, MessageAttachment(.file, locator: "gone")) == .refused)
            #expect(await fault(way, file, limit: 5) == .tooLarge)
            standIn.change { $0.files["nothing"] = [] }
            let nothing = try await bytes(way, MessageAttachment(.file, locator: "nothing"))
            #expect(nothing == [])
            standIn.change { $0.fileServer = "http://169.254.169.254" }
            #expect(await fault(way, file) == .hostNotAllowed)
        }
    }

    @Test("a picture and a file to a Feishu application are fetched with their message, each as its kind")
    func feishuMedia() async throws {
        try await withStandIn(FeishuPlatform()) { standIn, base, client in
            let words = Array(#"{"code":99991663,"msg":"mine"}"#.utf8)
            standIn.change {
                $0.resources = ["om_1/img_1": MediaTests.picture, "om_1/file_1": words]
            }
            let way = FeishuMedia(
                FeishuSender(
                    appID: "cli_stand_in", appSecret: Secret("stand-in-secret"), client: client,
                    clock: ManualClock(), server: base))
            func fetch(_ kind: MessageAttachment.Kind, _ key: String) async throws -> [UInt8] {
                try await bytes(way, MessageAttachment(kind, locator: key), of: "om_1")
            }
            let fetched5 = try await fetch(.picture, "img_1")
            #expect(fetched5 == MediaTests.picture)
            let fetched6 = try await fetch(.file, "file_1")
            #expect(fetched6 == words)
            standIn.change { $0.expireToken() }
            let fetched7 = try await fetch(.picture, "img_1")
            #expect(fetched7 == MediaTests.picture)
            standIn.change { $0.resources["om_1/file_0"] = [] }
            let nothing = try await fetch(.file, "file_0")
            #expect(nothing == [])
            // They stand in a path, which whoever sends it makes shorter where one of its parts is "..".
            let asked = standIn.requests.count
            for key in [
                "img_1/../../x", "..", ".", "../../om_2/resources/img_1", "img\\..", "img_1\u{0}", "",
            ] {
                #expect(await fault(way, MessageAttachment(.picture, locator: key)) == .refused, "\(key)")
            }
            await #expect(throws: AttachmentFault.self) {
                try await bytes(way, MessageAttachment(.picture, locator: "img_1"), of: "..")
            }
            #expect(standIn.requests.count == asked)
            #expect(await fault(way, MessageAttachment(.file, locator: "file_2")) == .refused)
        }
    }

    @Test("what could not be fetched is told to the operator without its address")
    func told() async throws {
        let told = Told()
        let addresses = MediaAddress(try client(for: "http://127.0.0.1:1"))
        let media = ChannelMedia(
            ["wecom-bot/sales": WeComBotMedia(try weComBot(), addresses: addresses)],
            onFault: { told.add("\($0) \($1.code.rawValue) \($1.words)") })
        let message = MessageKey(channel: "wecom-bot/sales", id: "m")
        let attachment = MessageAttachment(.picture, locator: "https://bucket.example.com/p?sign=q-secret")
        await #expect(throws: AttachmentFault.self) {
            try await media.fetch(attachment, of: message, limit: 10)
        }
        let lines = told.lines
        #expect(lines.count == 1)
        #expect(lines.first?.hasPrefix("wecom-bot/sales attachment.host-not-allowed") == true)
        #expect(lines.first?.contains("bucket.example.com") == true)
        #expect(lines.first?.contains("secret") == false)
        #expect(media.canFetch(on: "wecom-bot/sales"))
        #expect(!media.canFetch(on: "feishu/sales"))
    }
}
