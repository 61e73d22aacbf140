import Crypto
import EarshotTesting
import Foundation
import JSON
import PlatformStandIns
import SQLite
import Store
import Testing

@testable import Earshot
@testable import EarshotProgram

@Suite("A notice of the running program on Feishu")
struct FeishuNoticeTests {
    /// A1 of waiting in 杭州西湖店.
    private func open(in site: SampleSite) async throws {
        let store = WatchedStore(id: "D001", name: "杭州西湖店", city: Fixtures.hangzhou)
        let now = SystemClock().now
        let today = LocalCalendar.shanghai.day(of: now)
        let figures = WarningFigures(
            days: (today - 1)...(today - 1), observed: 19, expected: 4, returnPeriod: 3287)
        var warning = Warning(
            number: 1, .complaints(WatchedMatter(.store(store), Aspect("after_sales.waiting"))), figures,
            severity: Severity(of: figures), at: now)
        var changes = WarningBook.Changes()
        changes.steps = [warning.changed(.opened, at: now)]
        changes.warnings = [(warning, nil)]
        changes.position.watchedThrough = today
        let kept = changes
        try await site.withStores { try await $0.bot.keep(kept, at: now) }
    }

    private func press(
        _ id: String, _ value: String, chat: String, message: String, at port: UInt16
    ) async throws -> JSONValue {
        let call = try RobotCalls.feishuCall(
            Array(
                #"""
                {"schema":"2.0","header":{"event_id":"\#(id)","event_type":"card.action.trigger",
                "tenant_key":"t","token":"\#(SampleSite.botToken.revealText())"},"event":{
                "operator":{"open_id":"ou_1","tenant_key":"t"},"action":{"value":\#(value)},
                "context":{"open_chat_id":"\#(chat)","open_message_id":"\#(message)"}}}
                """#.utf8))
        let answer = await Caller(port: port)?.call(
            "POST", call.target, headers: call.headers, body: call.body)
        return try JSONValue(text: answer?.body ?? "")
    }

    @Test(
        "a store's warning is claimed by a press in the chat it was sent to, and by no press on a forwarded card",
        .timeLimit(.minutes(1)))
    func claimed() async throws {
        let platform = StandIn(
            FeishuPlatform(appSecret: SampleSite.appSecret.revealText(), people: ["ou_1"]),
            clock: SystemClock())
        let site = try SampleSite(
            people: "id,name,role,dealer,region,accounts\nliu-yang,刘洋,manager,,华东,feishu:ou_1\n",
            feishu: try platform.start(), warnings: #"quietHours: {from: "08:00", until: "08:00"}"#)
        try await site.fill(40, "等了两个小时没人理", about: "after_sales.waiting", of: "D001")
        try await open(in: site)
        let (program, port) = try await site.serve()
        let kept = try Connection(path: site.folder.file("data/bot.db"))
        let sent = "SELECT COUNT(*) FROM delivery WHERE receipt_chat IS NOT NULL"
        while try kept.queryOne(sent, row: { $0.int(0) }) == 0 { await Task.yield() }
        let notice = try #require(platform.platform.messages.first)
        #expect(notice.recipient == "ou_1")
        let buttons = notice.content["body"]["elements"].elements.filter { $0["tag"].text == "button" }
        let claim = try #require(buttons.first { $0["text"]["content"].text == "认领 A1" })
        let value = try String(decoding: claim["behaviors"][0]["value"].bytes, as: UTF8.self)
        let forwarded = try await press("e1", value, chat: "oc_2", message: "om_copy", at: port)
        #expect(forwarded["toast"]["content"].text == "请把「认领 A1」直接发给我。")
        #expect(forwarded["card"] == .null)
        let chat = FeishuPlatform.oneToOneChat(with: "ou_1")
        let pressed = try await press("e2", value, chat: chat, message: notice.identifier, at: port)
        #expect(pressed["toast"]["content"].text == "已由刘洋认领")
        let card = pressed["card"]["data"]
        #expect(card["header"] == notice.content["header"])
        #expect(card["body"]["elements"].elements.map { $0["tag"].text } == ["markdown"])
        let text = card["body"]["elements"][0]["content"].text
        #expect(text.contains("等了两个小时") && text.hasSuffix("已由刘洋认领"), "\(text)")
        while platform.platform.messages.count < 2 { await Task.yield() }
        let answer = try #require(platform.platform.messages.last)
        #expect(answer.recipient == chat && "\(answer.content)".contains("A1 由您负责了"))
        program.signal(SIGTERM)
        #expect(await program.end()?.status == 0)
        let warning = try await site.withStores {
            try await $0.bot.warning(1, regions: Fixtures.regions)
        }
        #expect(warning?.owner == "liu-yang")
        await platform.stop()
    }
}
