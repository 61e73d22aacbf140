import ChatPlatforms
import Earshot
import EarshotTesting
import Testing
import Web
import XML

@Suite("WeCom application callbacks over HTTP")
struct WeComAppCallbackTests {
    private func text(_ id: String = "71", _ text: String = "杭州") -> String {
        "<MsgType>text</MsgType><Content><![CDATA[\(text)]]></Content><MsgId>\(id)</MsgId>"
    }

    private let press =
        "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey>say:油耗原话</EventKey>"
        + "<TaskId>t</TaskId><ResponseCode>r</ResponseCode>"
    private let enter = "<MsgType>event</MsgType><Event>enter_agent</Event><EventKey></EventKey>"

    private func opened() -> Gate {
        let gate = Gate()
        gate.open()
        return gate
    }

    @Test("an answer that is ready goes out in the response, the same to a repeat")
    func inTime() async throws {
        let (handler, messages) = (RecordingHandler(), RecordingMessages())
        try await CallbackHouse.serve(handler, messages: messages) { house async throws in
            for _ in 0..<2 {
                let answer = try #require(try await house.weComApp(text()))
                #expect(answer.status == 200)
                #expect(answer.answer?["Content"] == "好的")
                #expect(answer.answer?["ToUserName"] == "u7")
                #expect(answer.answer?["FromUserName"] == CallbackHouse.corpID)
            }
            #expect(handler.handled.map(\.account) == ["wecom:u7"])
            #expect(messages.sent.isEmpty)
        }
    }

    @Test("a late answer is an empty response, with the message on disk until its answer is sent")
    func late() async throws {
        let (gate, inbox, messages) = (Gate(), RecordingInbox(), RecordingMessages())
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), messages: messages, inbox: inbox, patience: opened()
        ) { house async throws in
            let answer = try #require(try await house.weComApp(text()))
            #expect(answer.status == 200)
            #expect(answer.answer == nil)
            #expect(inbox.kept.map(\.id) == ["71"])
            gate.open()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.reply) == [Reply([.text("好的")])])
            #expect(messages.sent.map(\.message.account) == ["wecom:u7"])
            #expect(inbox.kept.isEmpty)
            #expect(house.reports.map(\.event) == [.late])
        }
    }

    @Test("a repeat of a message whose answer went its own way is acknowledged and answered no second time")
    func lateRepeated() async throws {
        let (gate, handler, messages) = (Gate(), Gate(), RecordingMessages())
        gate.open()
        try await CallbackHouse.serve(
            RecordingHandler(behind: handler), messages: messages, patience: gate
        ) { house async throws in
            #expect(try await house.weComApp(text())?.answer == nil)
            // The answer is not ready yet.
            let early = try #require(try await house.weComApp(text()))
            #expect(early.status == 200)
            #expect(early.answer == nil)
            handler.open()
            await house.callbacks.finish()
            // The answer is out.
            let late = try #require(try await house.weComApp(text()))
            #expect(late.status == 200)
            #expect(late.answer == nil)
            #expect(messages.sent.count == 1)
        }
    }

    @Test("a late answer that nothing can send is reported as undelivered and kept no longer")
    func lateWithoutSender() async throws {
        let (gate, inbox) = (Gate(), RecordingInbox())
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), inbox: inbox, patience: opened()
        ) { house async throws in
            #expect(try await house.weComApp(text())?.status == 200)
            gate.open()
            await house.callbacks.finish()
            #expect(house.reports.map(\.event) == [.late, .undelivered])
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("a late answer that the platform does not take is sent by the next run")
    func lateUnreachable() async throws {
        let (gate, inbox) = (Gate(), RecordingInbox())
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), messages: RecordingMessages(isUnreachable: true), inbox: inbox,
            patience: opened()
        ) { house async throws in
            #expect(try await house.weComApp(text())?.status == 200)
            gate.open()
            await house.callbacks.finish()
            #expect(house.reports.map(\.event) == [.late, .undelivered])
        }
        #expect(inbox.kept.map(\.id) == ["71"])
        let messages = RecordingMessages()
        try await CallbackHouse.serve(RecordingHandler(), messages: messages, inbox: inbox) {
            house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message.id) == ["71"])
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("what cannot be kept is not acknowledged early: its answer is waited for, whatever it takes")
    func fullDisk() async throws {
        let gate = Gate()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), inbox: RecordingInbox(isFull: true), patience: opened()
        ) { house async throws in
            async let answer = house.weComApp(text())
            gate.open()
            #expect(try await answer?.answer?["Content"] == "好的")
        }
    }

    @Test("when handling fails the person reads an apology and the log the cause")
    func failure() async throws {
        let handler = RecordingHandler { _ in throw RecordingHandler.Broken() }
        try await CallbackHouse.serve(handler) { house async throws in
            #expect(try await house.weComApp(text())?.answer?["Content"] == CallbackHouse.texts.apology)
            #expect(house.reports.map(\.event) == [.failed])
        }
    }

    @Test("a pressed button changes the card at once, and its answer is a message, once for repeats")
    func pressed() async throws {
        let (handler, messages, inbox) = (RecordingHandler(), RecordingMessages(), RecordingInbox())
        try await CallbackHouse.serve(handler, messages: messages, inbox: inbox) { house async throws in
            for _ in 0..<3 {
                let answer = try await house.weComApp(press)?.answer
                #expect(answer?["MsgType"] == "update_button")
                #expect(answer?.child("Button")?["ReplaceName"] == "油耗原话")
                await house.callbacks.finish()
            }
            #expect(handler.handled.map(\.content) == [.text("油耗原话")])
            #expect(messages.sent.count == 1)
            #expect(inbox.kept.isEmpty)
        }
    }

    @Test("a press that comes again while it is being answered is acknowledged and no more")
    func pressedAgain() async throws {
        let (gate, messages) = (Gate(), RecordingMessages())
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), messages: messages, patience: opened()
        ) { house async throws in
            for _ in 0..<3 { #expect(try await house.weComApp(press)?.status == 200) }
            gate.open()
            await house.callbacks.finish()
            #expect(messages.sent.count == 1)
        }
    }

    @Test("a press that cannot be kept is answered as a failure, so that the platform tries again")
    func pressedOnFullDisk() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler, inbox: RecordingInbox(isFull: true)) { house async throws in
            let call = try house.weComAppCall(press)
            #expect(await Caller(port: house.port)?.call("POST", call.target, body: call.body)?.status == 500)
            #expect(handler.handled.isEmpty)
        }
    }

    @Test("who opens the application is greeted once a day, each person and each day anew")
    func greeting() async throws {
        let handler = RecordingHandler()
        let clock = SetClock()
        try await CallbackHouse.serve(handler, clock: clock) { house async throws in
            #expect(try await house.weComApp(enter)?.answer?["Content"] == "好的")
            #expect(try await house.weComApp(enter)?.answer == nil)
            #expect(try await house.weComApp(enter, from: "u8")?.answer?["Content"] == "好的")
            clock.now = clock.now + .seconds(24 * 3600)
            #expect(try await house.weComApp(enter)?.answer?["Content"] == "好的")
            #expect(handler.handled.map(\.content) == [.opened, .opened, .opened])
            #expect(handler.handled.map(\.account) == ["wecom:u7", "wecom:u8", "wecom:u7"])
        }
    }

    @Test(
        "who comes into the visible range is greeted once, and not again on opening the application that day")
    func subscribed() async throws {
        let subscribe = "<MsgType>event</MsgType><Event>subscribe</Event><EventKey></EventKey>"
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            #expect(try await house.weComApp(subscribe)?.answer?["Content"] == "好的")
            for event in [subscribe, enter, subscribe] {
                let answer = try #require(try await house.weComApp(event))
                #expect(answer.status == 200 && answer.answer == nil)
            }
            #expect(handler.handled.map(\.content) == [.opened])
        }
    }

    @Test("a greeting that is late or fails is an empty answer")
    func lateGreeting() async throws {
        let gate = Gate()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: opened()) {
            house async throws in
            let answer = try #require(try await house.weComApp(enter))
            #expect(answer.status == 200 && answer.answer == nil)
            gate.open()
        }
        try await CallbackHouse.serve(RecordingHandler { _ in throw RecordingHandler.Broken() }) {
            house async throws in
            let answer = try #require(try await house.weComApp(enter))
            #expect(answer.status == 200 && answer.answer == nil)
        }
    }

    @Test("a menu entry that stands for a message is answered as one, others are acknowledged")
    func menu() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let click = "<MsgType>event</MsgType><Event>click</Event>"
            #expect(
                try await house.weComApp(click + "<EventKey>say:本周总览</EventKey>")?.answer?["Content"] == "好的")
            #expect(try await house.weComApp(click + "<EventKey>other</EventKey>")?.answer == nil)
        }
    }

    @Test("events are acknowledged with nothing, and warnings about the application are reported as such")
    func notices() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            for event in ["unsubscribe", "view", "something_new", "inactive_alert"] {
                let answer = try await house.weComApp("<MsgType>event</MsgType><Event>\(event)</Event>")
                #expect(answer?.status == 200 && answer?.answer == nil)
            }
            #expect(handler.handled.isEmpty)
            #expect(
                house.reports.map(\.event) == [
                    .acknowledged, .acknowledged, .acknowledged, .alert,
                ])
            #expect(house.reports.last?.reason == "inactive_alert")
        }
    }

    @Test("the address check answers the bare text, and an application nobody configured is not there")
    func addressCheck() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let call = try house.weComAppCall(document: Array("8837".utf8))
            let encrypted = String(decoding: call.body, as: UTF8.self)
                .replacing("<xml><Encrypt><![CDATA[", with: "").replacing("]]></Encrypt></xml>", with: "")
            let escaped = encrypted.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing(
                "=", with: "%3D")
            let target = "\(call.target)&echostr=\(escaped)"
            let caller = { Caller(port: house.port) }
            #expect(await caller()?.call("GET", target) == Caller.Answer(status: 200, body: "8837"))
            let other = target.replacing("/sales?", with: "/other?")
            #expect(await caller()?.call("GET", other)?.status == 404)
            #expect(await caller()?.call("POST", other, body: call.body)?.status == 404)
            #expect(await caller()?.call("GET", call.target)?.status == 400)
            let forged = target.replacing("nonce=42", with: "nonce=43")
            #expect(await caller()?.call("GET", forged) == Caller.Answer(status: 403, body: ""))
            #expect(await caller()?.call("POST", forged, body: call.body)?.status == 403)
            #expect(await caller()?.call("POST", call.target)?.status == 400)
        }
    }

    @Test("a message taken up from an earlier run is sent, and a repeat of it is acknowledged and no more")
    func resumed() async throws {
        let left = InboundMessage(
            channel: "wecom/sales", id: "71", account: "wecom:u7", chat: "single:u7", content: .text("杭州"))
        let (handler, messages) = (RecordingHandler(), RecordingMessages())
        let inbox = RecordingInbox(left: [left])
        try await CallbackHouse.serve(handler, messages: messages, inbox: inbox) { house async throws in
            try await house.callbacks.resume()
            await house.callbacks.finish()
            #expect(messages.sent.map(\.message) == [left])
            let again = try #require(try await house.weComApp(text()))
            #expect(again.status == 200)
            #expect(again.answer == nil)
            #expect(messages.sent.count == 1)
            #expect(handler.handled.count == 1)
            #expect(inbox.kept.isEmpty)
        }
    }
}
