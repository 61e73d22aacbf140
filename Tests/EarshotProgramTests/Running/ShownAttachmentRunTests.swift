import Crypto
import Earshot
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import Store
import Testing
import XML

@testable import EarshotProgram

@Suite("Pictures of a suggestion sent by the running service to who decides about it")
struct ShownAttachmentRunTests {
    private static let people = """
        id,name,role,dealer,region,accounts
        wang-lei,王磊,dealer,D001,,wecom:d1
        zhou-qing,周清,hq,,,wecom:h1

        """

    private static let head: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]
    private static let picture = head + Array(0..<200) + [0xFF, 0xD9]
    /// More than WeCom takes as a picture.
    private static let photograph = head + [UInt8](repeating: 7, count: 3 << 20) + [0xFF, 0xD9]

    /// A site with a suggestion to which pictures belong.
    private func withHouse(
        _ pictures: [[UInt8]], _ body: (SampleSite, StandIn<WeComPlatform>) async throws -> Void
    ) async throws {
        let weCom = StandIn(
            WeComPlatform(
                corpID: SampleSite.corpID, secret: SampleSite.appSecret.revealText(),
                members: ["d1", "h1"]), clock: SystemClock())
        let site = try SampleSite(people: ShownAttachmentRunTests.people, weCom: try weCom.start())
        let now = SystemClock().now
        let message = MessageKey(channel: "wecom/sales", id: "filed")
        let suggestion = Suggestion(
            number: 1, "周末多排两个技师",
            filer: Suggestion.Backer(person: "wang-lei", dealer: "D001", city: "杭州", region: nil, at: now))
        let kept = pictures.map {
            Turn.Effect.keep(
                FetchedAttachment(
                    .picture, .jpeg, bytes: $0, account: "wecom:d1", forgetAt: now + .seconds(86_400)))
        }
        try await site.withStores { stores in
            _ = try await stores.bot.commit(
                Turn(
                    message: message, conversation: ConversationKey(account: "wecom:d1", chat: "c"),
                    state: DialogueState(updatedAt: now), reply: Reply(),
                    effects: kept + [.fileSuggestion(SuggestionFiling(suggestion, messages: [message]))],
                    at: now))
        }
        do {
            try await body(site, weCom)
        } catch {
            await weCom.stop()
            throw error
        }
        await weCom.stop()
    }

    /// What headquarters is answered by the application.
    private func ask(_ text: String, to port: UInt16) async throws -> String? {
        let document =
            "<xml><ToUserName>\(SampleSite.corpID)</ToUserName><FromUserName>h1</FromUserName>"
            + "<CreateTime>1763740790</CreateTime><MsgType>text</MsgType><Content>\(text)</Content>"
            + "<MsgId>7</MsgId></xml>"
        let call = try RobotCalls.weComAppCall(Array(document.utf8))
        guard let answer = await Caller(port: port)?.call("POST", call.target, body: call.body),
            answer.status == 200, !answer.body.isEmpty
        else { return nil }
        return try RobotCalls.openedWeComApp(answer.body)["Content"]
    }

    /// The kinds of the messages that reached headquarters, in their order.
    private func kinds(_ weCom: StandIn<WeComPlatform>) -> [String] {
        weCom.platform.messages.filter { $0.recipients == ["h1"] }.map { $0.body["msgtype"].text }
    }

    @Test("after kill -9 between the answer and the pictures they arrive, each once and behind its line")
    func killed() async throws {
        let (small, large) = (ShownAttachmentRunTests.picture, ShownAttachmentRunTests.photograph)
        try await withHouse([small, large]) { site, weCom in
            let (arrival, hold) = (Gate(), Gate())
            weCom.fail(
                "/cgi-bin/message/send",
                .late(until: {
                    arrival.open()
                    await hold.pass()
                }))
            let (first, port) = try await site.serve()
            let answer = try await ask("1 附件", to: port)
            #expect(answer?.contains("有 2 份附件。图片 2 张，马上发给您") == true, "\(answer ?? "")")
            await arrival.pass()
            first.signal(SIGKILL)
            _ = await first.end()
            hold.open()
            let (again, _) = try await site.serve()
            try await site.untilSettled()
            again.signal(SIGTERM)
            #expect(await again.end()?.status == 0)
            // A line that may have arrived is sent again: the platform is not asked to swallow what may be wanted twice.
            let kinds = Array(kinds(weCom).drop { $0 == "text" || $0 == "markdown" })
            #expect(kinds.first == "image" && kinds.last == "file" && kinds.count == 3, "\(kinds)")
            #expect(weCom.platform.uploads.map(\.bytes.count) == [small.count, large.count])
            #expect(weCom.platform.uploads.map(\.bytes) == [small, large])
            var filter = AuditFilter()
            filter.action = "attachment.seen"
            let entries = try await site.withStores { [filter] in
                try await $0.bot.audit(filter, before: nil, limit: 9)
            }
            #expect(entries.map(\.actor) == ["zhou-qing"] && entries.map(\.object) == ["#1 2"])
        }
    }

    @Test("asked of a robot that only answers, the application sends them")
    func elsewhere() async throws {
        try await withHouse([ShownAttachmentRunTests.picture]) { site, weCom in
            let (program, port) = try await site.serve()
            let answer = try await RobotCalls.weCom(
                [
                    "msgid": "b1", "aibotid": "a", "chattype": "single", "from": ["userid": "h1"],
                    "response_url": "https://qyapi.weixin.qq.com/x", "msgtype": "text",
                    "text": ["content": "1 附件"],
                ], over: Caller(port: port))
            let words = String(describing: answer?.answer)
            #expect(words.contains("改由企业应用把图片 1 张发给您"), "\(words)")
            try await site.untilSettled()
            program.signal(SIGTERM)
            #expect(await program.end()?.status == 0)
            #expect(kinds(weCom).last == "image" && kinds(weCom).count == 2)
        }
    }

    @Test("an operator's list says of which suggestion an attachment is, and lists those of one alone")
    func listed() async throws {
        try await withHouse([ShownAttachmentRunTests.picture]) { site, _ in
            func list(_ arguments: String...) async throws -> [String] {
                try await RunningProgram.run(
                    ["attachments", "list", "--config", site.config] + arguments,
                    environment: SampleSite.environment
                ).output.split(separator: "\n").map(String.init)
            }
            let own = try await list("--suggestion", "1")
            #expect(own.count == 1 && own.first?.hasSuffix("\twecom:d1\twecom/sales\t#1") == true, "\(own)")
            #expect(try await list() == own)
            #expect(try await list("--suggestion", "2").isEmpty)
        }
    }
}
