import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("Feishu callbacks over HTTP")
struct FeishuCallbackTests {
    private static let acknowledged = Caller.Answer(status: 200, body: "{}")

    private func text(_ id: String = "om_1", event: String = "ev1", _ text: String = "杭州") -> String {
        CallbackHouse.feishuEvent(
            "im.message.receive_v1",
            #"{"sender":{"sender_id":{"user_id":"u7"},"sender_type":"user","tenant_key":"t1"},"#
                + #""message":{"message_id":"\#(id)","chat_id":"oc_1","chat_type":"p2p","message_type":"text","#
                + #""content":"{\"text\":\"\#(text)\"}"}}"#, id: event)
    }

    private let entered = CallbackHouse.feishuEvent(
        "im.chat.access_event.bot_p2p_chat_entered_v1", #"{"chat_id":"oc_1","operator_id":{"user_id":"u7"}}"#)

    private let press = CallbackHouse.feishuEvent(
        "card.action.trigger",
        #"{"operator":{"user_id":"u7","tenant_key":"t1"},"action":{"value":{"say":"油耗原话","chat":"oc_1"}},"#
            + #""context":{"open_chat_id":"oc_1"}}"#)

    @Test("a message is acknowledged when it is on disk, and its answer is a message of its own")
    func acknowledged() async throws {
        let (gate, inbox, messages) = (Gate(), RecordingInbox(), RecordingMessages())
        try await CallbackHouse.serve(RecordingHandler(behind: gate), messages: messages, inbox: inbox) {
            house async throws in
            #expect(try await house.feishu(text()) == FeishuCallbackTests.acknowledged)
            #expect(inbox.kept.map(\.id) == ["om_1"])
            #expect(messages.sent.isEmpty)
            gate.open()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.reply) == [Reply([.text("好的")])])
            #expect(messages.sent.map(\.message.account) == ["feishu:u7"])
            #expect(messages.sent.map(\.message.chat) == ["oc_1"])
            #expect(inbox.kept.isEmpty)
            #expect(house.reports.isEmpty)
        }
    }

    @Test(
        "a repeat is acknowledged and no more, while it is answered, after it was, and under another event's id"
    )
    func repeats() async throws {
        let (gate, messages) = (Gate(), RecordingMessages())
        let handler = RecordingHandler(behind: gate)
        try await CallbackHouse.serve(handler, messages: messages) { house async throws in
            for _ in 0..<2 { #expect(try await house.feishu(text()) == FeishuCallbackTests.acknowledged) }
            gate.open()
            await house.callbacks.finish()
            #expect(try await house.feishu(text()) == FeishuCallbackTests.acknowledged)
            #expect(try await house.feishu(text(event: "ev2")) == FeishuCallbackTests.acknowledged)
            await house.callbacks.finish()
            #expect(handler.handled.count == 1)
            #expect(messages.sent.count == 1)
        }
    }

    @Test("what cannot be kept is answered as a failure, so that the platform tries again")
    func fullDisk() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, inbox: RecordingInbox(isFull: true)) { house async throws in
            #expect(try await house.feishu(text())?.status == 500)
            #expect(handler.handled.isEmpty)
            #expect(house.reports.map(\.event) == [.failed])
        }
    }

    @Test(
        "an answer that nothing can send is reported, one that the platform does not take is sent by the next run"
    )
    func undelivered() async throws {
        let inbox = RecordingInbox()
        try await CallbackHouse.serve(RecordingHandler(), inbox: inbox) { house async throws in
            #expect(try await house.feishu(text("om_0")) == FeishuCallbackTests.acknowledged)
            await house.callbacks.finish()
            #expect(house.reports.map(\.event) == [.undelivered])
            #expect(inbox.kept.isEmpty)
        }
        let unreachable = RecordingMessages(isUnreachable: true)
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, messages: unreachable, inbox: inbox) { house async throws in
            #expect(try await house.feishu(text()) == FeishuCallbackTests.acknowledged)
            await house.callbacks.finish()
            #expect(inbox.kept.map(\.id) == ["om_1"])
        }
        let messages = RecordingMessages()
        try await CallbackHouse.serve(handler, messages: messages, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.id) == ["om_1"])
            #expect(handler.handled.count == 1)
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("when handling fails the person is sent an apology and the log the cause")
    func failure() async throws {
        let messages = RecordingMessages()
        try await CallbackHouse.serve(
            RecordingHandler { _ in throw RecordingHandler.Broken() }, messages: messages
        ) { house async throws in
            #expect(try await house.feishu(text()) == FeishuCallbackTests.acknowledged)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.reply) == [Reply([.text(CallbackHouse.texts.apology)])])
            #expect(house.reports.map(\.event) == [.failed])
        }
    }

    @Test("who opens the chat is greeted once a day")
    func greeting() async throws {
        let (handler, messages, clock) = (RecordingHandler(), RecordingMessages(), SetClock())
        try await CallbackHouse.serve(handler, clock: clock, messages: messages) { house async throws in
            for _ in 0..<3 {
                #expect(try await house.feishu(entered) == FeishuCallbackTests.acknowledged)
                await house.callbacks.finish()
            }
            #expect(messages.sent.count == 1)
            clock.now = clock.now + .seconds(24 * 3600)
            #expect(try await house.feishu(entered) == FeishuCallbackTests.acknowledged)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.content) == [.opened, .opened])
        }
    }

    @Test("a pressed button is a message, answered as one, and a toast says at once what is being done")
    func pressed() async throws {
        let messages = RecordingMessages()
        try await CallbackHouse.serve(RecordingHandler(), messages: messages) { house async throws in
            let answer = try #require(try await house.feishu(press))
            #expect(answer.status == 200)
            #expect(answer.body == #"{"toast":{"content":"正在查油耗原话","type":"info"}}"#)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.content) == [.text("油耗原话")])
            #expect(messages.sent.map(\.message.isGroup) == [false])
        }
    }

    private static let offers = Reply([
        .title("杭州"),
        .choices(prompt: "可以问", [Reply.Choice(number: 1, label: "油耗", text: "油耗原话")]),
    ])

    private func press(
        say text: String, chat: String = #""oc_1""#, answers message: String, id: String = "ev1"
    ) -> String {
        CallbackHouse.feishuEvent(
            "card.action.trigger",
            #"{"operator":{"user_id":"u7","tenant_key":"t1"},"action":{"value":{"answers":"\#(message)","#
                + #""chat":\#(chat),"say":"\#(text)"}},"context":{"open_chat_id":"oc_1"}}"#, id: id)
    }

    @Test(
        "a pressed card shows what was chosen in the place of its buttons", arguments: [#""oc_1""#, "null"])
    func pressedCard(chat: String) async throws {
        let (handler, messages) = (RecordingHandler(), RecordingMessages())
        handler.keep(FeishuCallbackTests.offers, toMessage: "om_1", on: "feishu/sales")
        try await CallbackHouse.serve(handler, messages: messages) { house async throws in
            let answer = try await house.feishu(press(say: "油耗原话", chat: chat, answers: "om_1"))
            #expect(
                answer?.body
                    == #"{"card":{"data":{"schema":"2.0","#
                    + #""header":{"title":{"tag":"plain_text","content":"杭州"},"template":"blue"},"#
                    + #""body":{"elements":[{"tag":"markdown","content":"已选油耗"}]}},"type":"raw"},"#
                    + #""toast":{"content":"正在查油耗原话","type":"info"}}"#)
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.content) == [.text("油耗原话")])
        }
    }

    @Test(
        "a card stays as it is when it is forgotten, says something else or was forwarded, whatever was done",
        arguments: [nil, "已由王磊认领"])
    func untouchedCard(standing: String?) async throws {
        let handler = RecordingHandler { _ in
            var reply = Reply([.title("预警 A12 由您负责了"), .text("近 7 天 76 条")])
            reply.actions = Reply.Actions(standing: standing)
            return reply
        }
        handler.keep(FeishuCallbackTests.offers, toMessage: "om_1", on: "feishu/sales")
        try await CallbackHouse.serve(handler, messages: RecordingMessages()) { house async throws in
            for (number, (words, chat, answered)) in [
                ("油耗原话", "oc_1", "om_forgotten"), ("价格", "oc_1", "om_1"), ("油耗原话", "oc_elsewhere", "om_1"),
            ].enumerated() {
                let event = press(
                    say: words, chat: "\"\(chat)\"", answers: answered, id: "ev\(number)")
                let body = try #require(try await house.feishu(event)).body
                let toast = standing ?? "正在查\(words)"
                #expect(body == #"{"toast":{"content":"\#(toast)","type":"info"}}"#)
            }
        }
    }

    @Test("the toast does not wait long for the answer")
    func toastFirst() async throws {
        let (gate, inbox, messages) = (Gate(), RecordingInbox(), RecordingMessages())
        let patience = Gate()
        patience.open()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), messages: messages, inbox: inbox, patience: patience
        ) { house async throws in
            #expect(try await house.feishu(press)?.body.contains("正在查油耗原话") == true)
            #expect(inbox.kept.map(\.id) == ["ev1"])
            #expect(messages.sent.isEmpty)
            gate.open()
        }
    }

    @Test("a press that cannot be kept, which the platform sends once, asks to press again")
    func pressedOnFullDisk() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, inbox: RecordingInbox(isFull: true)) { house async throws in
            let answer = try #require(try await house.feishu(press))
            #expect(answer.status == 200)
            #expect(answer.body == #"{"toast":{"content":"没能答上来","type":"error"}}"#)
            #expect(handler.handled.isEmpty)
            #expect(house.reports.map(\.event).contains(.failed))
        }
    }

    @Test("a toast is short, whatever a button says")
    func longToast() async throws {
        let long = String(repeating: "油", count: 500)
        let event = CallbackHouse.feishuEvent(
            "card.action.trigger",
            #"{"operator":{"user_id":"u7"},"action":{"value":{"say":"\#(long)"}},"#
                + #""context":{"open_chat_id":"oc_1"}}"#)
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let body = try #require(try await house.feishu(event)).body
            #expect(body.utf8.count < 250)
            #expect(body.contains("…"))
        }
    }

    @Test("other events are acknowledged with nothing")
    func notices() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            for kind in ["im.message.message_read_v1", "something.new_v1"] {
                let event = CallbackHouse.feishuEvent(kind, "{}")
                #expect(try await house.feishu(event) == FeishuCallbackTests.acknowledged)
            }
            #expect(handler.handled.isEmpty)
            #expect(house.reports.map(\.event) == [.acknowledged, .acknowledged])
        }
    }

    @Test("the address check gets its challenge back, and an application nobody configured is not there")
    func addressCheck() async throws {
        let check =
            #"{"challenge":"a\"b","token":"\#(CallbackHouse.token.revealText())","type":"url_verification"}"#
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let answer = Caller.Answer(status: 200, body: #"{"challenge":"a\"b"}"#)
            #expect(try await house.feishu(check) == answer)
            let body = try CallbackHouse.feishuBody(Array(check.utf8))
            let caller = { Caller(port: house.port) }
            #expect(await caller()?.call("POST", "/callback/feishu/sales", body: body) == answer)
            #expect(await caller()?.call("POST", "/callback/feishu/other", body: body)?.status == 404)
            #expect(await caller()?.call("GET", "/callback/feishu/sales")?.status == 405)
            let plain = await caller()?.call("POST", "/callback/feishu/sales", body: Array(check.utf8))
            #expect(plain == Caller.Answer(status: 403, body: ""))
        }
        try await CallbackHouse.serve(RecordingHandler(), feishu: CallbackHouse.feishu(isPlain: true)) {
            house async throws in
            let caller = { Caller(port: house.port) }
            let answer = await caller()?.call("POST", "/callback/feishu/sales", body: Array(check.utf8))
            #expect(answer?.status == 200)
            let forged = Array(check.replacing(CallbackHouse.token.revealText(), with: "x").utf8)
            #expect(
                await caller()?.call("POST", "/callback/feishu/sales", body: forged)
                    == Caller.Answer(status: 403, body: ""))
            #expect(
                await caller()?.call("POST", "/callback/feishu/sales", body: Array("{}".utf8))?.status == 400)
        }
    }
}
