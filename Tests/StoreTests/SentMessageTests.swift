import Earshot
import EarshotTesting
import SQLite
import Testing

@testable import Store

@Suite("Messages that were sent, found by what the platform calls them")
struct SentMessageTests {
    let folder: TemporaryFolder
    let store: BotStore
    let now = Timestamp(seconds: 1_800_000_000)
    private static let channel = "feishu/sales"
    private static let receipt = SendReceipt(identifier: "om_9", chat: "oc_1")

    init() throws {
        folder = try TemporaryFolder()
        store = try BotStore(path: folder.file("bot.db")) { $0 }
    }

    /// Sends one or several deliveries together.
    private func send(
        _ texts: [String] = ["预警"], outcome: SendOutcome = .sent(receipt)
    ) async throws {
        let rules = ChannelRules(rates: [TokenBucket.Rate(capacity: 1, perMinute: 60)], mergesTexts: true)
        _ = try await store.enqueue(
            texts.map {
                Delivery(
                    key: $0, channel: SentMessageTests.channel, recipient: "person:u7",
                    reply: Reply([.text($0)]), deadline: now + .seconds(3600))
            }, at: now)
        let begun = try await store.begin(on: SentMessageTests.channel, rules: rules, most: 9, at: now)
        for consignment in begun.consignments {
            // Before the platform's answer is kept nothing is known of it.
            #expect(try await found() == nil)
            try await store.settle(consignment, outcome, at: now)
        }
    }

    private func found(_ message: String = "om_9", on channel: String = channel) async throws -> SentMessage?
    {
        try await store.delivery(sentAs: message, on: channel)
    }

    @Test("it is known from the moment on that the outcome is kept, also after a restart, on its own channel")
    func known() async throws {
        try await send()
        let expected = SentMessage(recipient: "person:u7", chat: "oc_1", reply: Reply([.text("预警")]))
        #expect(try await found() == expected)
        #expect(try await found("om_8") == nil)
        #expect(try await found(on: "feishu/other") == nil)
        await store.close()
        let again = try BotStore(path: folder.file("bot.db")) { $0 }
        #expect(try await again.delivery(sentAs: "om_9", on: SentMessageTests.channel) == expected)
        _ = try await again.forget(at: now + .seconds(181 * 86_400))
        #expect(try await again.delivery(sentAs: "om_9", on: SentMessageTests.channel) == nil)
        await again.close()
    }

    @Test(
        "where the platform names no chat, or may not have taken it, nothing is known",
        arguments: [
            SendOutcome.sent(SendReceipt(identifier: "om_9")),
            .unclear(repeatIsSafe: true, PlatformRemark(code: "http.timed-out")),
            .refused(PlatformRemark(code: "230001")),
        ])
    func unknown(outcome: SendOutcome) async throws {
        try await send(outcome: outcome)
        #expect(try await found() == nil)
    }

    @Test("several deliveries in one message are none of them alone")
    func together() async throws {
        try await send(["一", "二"])
        #expect(try await store.deliveries(in: [.sent], on: nil, limit: 9).count == 2)
        #expect(try await found() == nil)
    }

    @Test("one that was taken back, and one that this edition cannot read, are not known")
    func gone() async throws {
        try await send()
        try await store.noteRecall(of: 1, at: now)
        #expect(try await found() == nil)
        try await store.database.write { connection in
            try connection.execute("UPDATE delivery SET state = ?, reply = '7;'", DeliveryState.sent.rawValue)
        }
        #expect(try await found() == nil)
    }

    @Test("of what was sent before it was kept, the chat is not known")
    func earlier() async throws {
        try await send()
        await store.close()
        try Connection(path: folder.file("bot.db")).executeScript(
            """
            ALTER TABLE report_subscription DROP COLUMN paused_from;
            ALTER TABLE warning DROP COLUMN loudness;
            ALTER TABLE warning_step DROP COLUMN until;
            ALTER TABLE warning_step DROP COLUMN gain;
            DROP TABLE report_link;
            DROP TABLE report_text;
            DROP INDEX report_issue_by_words;
            ALTER TABLE report_issue DROP COLUMN words;
            ALTER TABLE notice_decision DROP COLUMN wish;
            DROP INDEX suggestion_attachment_by_message;
            ALTER TABLE delivery_picture DROP COLUMN attachment;
            DROP INDEX delivery_by_receipt;
            ALTER TABLE delivery DROP COLUMN receipt_chat;
            PRAGMA user_version = 24;
            """)
        let again = try BotStore(path: folder.file("bot.db")) { $0 }
        #expect(try await again.delivery(sentAs: "om_9", on: SentMessageTests.channel) == nil)
        #expect(try await again.deliveries(in: [.sent], on: nil, limit: 9).map(\.key) == ["预警"])
        await again.close()
    }
}
