import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import Testing
import Web

@Suite("WeCom bot callbacks over HTTP")
struct WeComCallbackTests {
    private let sender = #""from":{"userid":"u7"}"#

    private func text(_ id: String = "m/1+=", group: Bool = false) -> String {
        #"{"msgid":"\#(id)",\#(sender),"chattype":"single","msgtype":"text","text":{"content":"杭州"}}"#
    }

    private func poll(_ stream: String) -> String {
        #"{"msgid":"p1",\#(sender),"msgtype":"stream","stream":{"id":"\#(stream)"}}"#
    }

    /// The parts of a stream's answer.
    private func stream(_ answer: Caller.Answer?) throws -> (id: String, finish: Bool, content: String) {
        let body = try #require(answer?.body)
        let match = try #require(
            body.wholeMatch(
                of:
                    /\{"msgtype":"stream","stream":\{"content":"(.*?)"(,"feedback":.*)?,"finish":(true|false),"id":"(.*)"\}\}/
            ))
        return (String(match.4), match.3 == "true", String(match.1))
    }

    @Test("an answer that is ready is a finished stream")
    func inTime() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            let first = try await stream(house.weCom(text()))
            #expect(first.finish)
            #expect(first.content == "好的")
            #expect(try await stream(house.weCom(text())).content == "好的")
            #expect(handler.handled.map(\.account) == ["wecom:u7"])
        }
    }

    @Test("a late answer is polled: waiting first, then the reply from disk")
    func late() async throws {
        let gate = Gate()
        let patience = Gate()
        patience.open()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: patience) {
            house async throws in
            let first = try await stream(house.weCom(text()))
            #expect(!first.finish)
            #expect(first.content == CallbackHouse.texts.waiting)
            let still = try await stream(house.weCom(poll(first.id)))
            #expect(still == (first.id, false, CallbackHouse.texts.waiting))
            gate.open()
            await house.callbacks.finish()
            #expect(try await stream(house.weCom(poll(first.id))) == (first.id, true, "好的"))
            #expect(house.sender.posts.isEmpty)
        }
    }

    @Test("after a restart a poll is answered from disk")
    func restart() async throws {
        let gate = Gate()
        let patience = Gate()
        patience.open()
        var id = ""
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: patience) {
            house async throws in
            id = try await stream(house.weCom(text())).id
            gate.open()
        }
        let kept = RecordingHandler()
        kept.keep(Reply([.text("从盘上来")]), toMessage: "m/1+=", on: "wecom-bot/sales")
        try await CallbackHouse.serve(kept) { house async throws in
            #expect(try await stream(house.weCom(poll(id))) == (id, true, "从盘上来"))
            #expect(kept.handled.isEmpty)
        }
        // The run that was to answer ended before it did: nobody will answer any more.
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            #expect(try await stream(house.weCom(poll(id))) == (id, true, CallbackHouse.texts.apology))
        }
    }

    @Test("a poll after six minutes, or for a stream of somebody else, ends with an apology")
    func tooLate() async throws {
        let gate = Gate()
        let patience = Gate()
        patience.open()
        let clock = SetClock()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), clock: clock, patience: patience
        ) { house async throws in
            let id = try await stream(house.weCom(text())).id
            clock.now = clock.now + .seconds(359)
            #expect(try await !stream(house.weCom(poll(id))).finish)
            clock.now = clock.now + .seconds(1)
            #expect(try await stream(house.weCom(poll(id))) == (id, true, CallbackHouse.texts.apology))
            #expect(
                try await stream(house.weCom(poll("st-1"))) == ("st-1", true, CallbackHouse.texts.apology))
            gate.open()
        }
    }

    @Test("when handling fails, in time or late, the stream ends with an apology")
    func failure() async throws {
        let handler = RecordingHandler { _ in throw RecordingHandler.Broken() }
        try await CallbackHouse.serve(handler) { house async throws in
            let answer = try await stream(house.weCom(text()))
            #expect(answer.finish)
            #expect(answer.content == CallbackHouse.texts.apology)
        }
        let gate = Gate()
        let patience = Gate()
        patience.open()
        let late = RecordingHandler(behind: gate) { _ in throw RecordingHandler.Broken() }
        try await CallbackHouse.serve(late, patience: patience) { house async throws in
            let id = try await stream(house.weCom(text())).id
            gate.open()
            await house.callbacks.finish()
            #expect(try await stream(house.weCom(poll(id))) == (id, true, CallbackHouse.texts.apology))
            #expect(house.reports.map(\.event) == [.late, .failed])
        }
    }

    @Test("who opens the chat is greeted with a card, or with text when no card fits")
    func greeting() async throws {
        let choice = Reply.Choice(number: 1, label: "看原话", text: "油耗原话")
        let enter = #"{"msgid":"e1",\#(sender),"msgtype":"event","event":{"eventtype":"enter_chat"}}"#
        let withCard = RecordingHandler { message in
            #expect(message.content == .opened)
            return Reply([.title("您好"), .choices(prompt: "可以问", [choice])])
        }
        try await CallbackHouse.serve(withCard) { house async throws in
            let body = try #require(try await house.weCom(enter)?.body)
            #expect(body.contains(#""card_type":"button_interaction""#))
            #expect(body.contains(#""key":"say:油耗原话""#))
            #expect(body.contains(#""task_id":"hello-"#))
        }
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            #expect(try await house.weCom(enter)?.body == #"{"msgtype":"text","text":{"content":"好的"}}"#)
        }
        try await CallbackHouse.serve(RecordingHandler { _ in Reply() }) { house async throws in
            #expect(try await house.weCom(enter) == Caller.Answer(status: 200, body: ""))
        }
    }

    @Test("a greeting that is late or fails is an empty answer")
    func lateGreeting() async throws {
        let enter = #"{"msgid":"e1",\#(sender),"msgtype":"event","event":{"eventtype":"enter_chat"}}"#
        let gate = Gate()
        let patience = Gate()
        patience.open()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), patience: patience) {
            house async throws in
            #expect(try await house.weCom(enter) == Caller.Answer(status: 200, body: ""))
            gate.open()
        }
        try await CallbackHouse.serve(RecordingHandler { _ in throw RecordingHandler.Broken() }) {
            house async throws in
            #expect(try await house.weCom(enter) == Caller.Answer(status: 200, body: ""))
        }
    }

    @Test("a pressed button is a message whose answer is posted to the response address")
    func pressed() async throws {
        let press =
            #"{"msgid":"e2",\#(sender),"response_url":"https://qyapi.weixin.qq.com/r?c=1","msgtype":"event","#
            + #""event":{"eventtype":"template_card_event","template_card_event":{"event_key":"say:油耗原话"}}}"#
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            #expect(try await house.weCom(press) == Caller.Answer(status: 200, body: ""))
            await house.callbacks.finish()
            let id = try WeComStream(message: "e2", started: house.clock.now).id(of: house.bot)
            #expect(handler.handled.map(\.content) == [.text("油耗原话")])
            #expect(
                house.sender.posts == [
                    RecordingSender.Post(
                        url: "https://qyapi.weixin.qq.com/r?c=1",
                        json:
                            #"{"markdown":{"content":"好的","feedback":{"id":"\#(id)"}},"msgtype":"markdown"}"#)
                ])
        }
    }

    @Test("a pressed greeting shows what was chosen in the place of its buttons")
    func pressedCard() async throws {
        let choices = [
            Reply.Choice(number: 1, label: "看原话", text: "油耗原话"),
            Reply.Choice(number: 2, label: "和全国比", text: "和全国比"),
        ]
        let enter = #"{"msgid":"e1",\#(sender),"msgtype":"event","event":{"eventtype":"enter_chat"}}"#
        func press(_ id: String, _ say: String, of task: String) -> String {
            #"{"msgid":"\#(id)",\#(sender),"response_url":"https://qyapi.weixin.qq.com/r?c=\#(id)","#
                + #""msgtype":"event","event":{"eventtype":"template_card_event","template_card_event":"#
                + #"{"event_key":"say:\#(say)","task_id":"\#(task)"}}}"#
        }
        let handler = RecordingHandler { message in
            message.content == .opened
                ? Reply([.title("您好"), .choices(prompt: "可以问", choices)]) : Reply([.text("好的")])
        }
        try await CallbackHouse.serve(handler) { house async throws in
            _ = try await house.weCom(enter)
            let answer = WeComStream(message: "e1", started: house.clock.now)
            let task = try #require(try WeComBotReply.task(of: answer, to: house.bot))
            #expect(
                try await house.weCom(press("e2", "油耗原话", of: task))?.body
                    == #"{"response_type":"update_template_card","template_card":{"button_list":["#
                    + #"{"key":"pressed","style":2,"text":"已选看原话"}],"card_type":"button_interaction","#
                    + #""main_title":{"desc":"可以问","title":"您好"},"task_id":"\#(task)"}}"#)
            await house.callbacks.finish()
            #expect(house.sender.posts.map(\.url) == ["https://qyapi.weixin.qq.com/r?c=e2"])
            // Another bot's name, a choice it does not have, and the button that was left.
            let forged = "hello-" + String(task.dropFirst(6).reversed())
            for message in [press("e3", "油耗原话", of: forged), press("e4", "价格", of: task)] {
                #expect(try await house.weCom(message) == Caller.Answer(status: 200, body: ""))
            }
            let again = press("e5", "", of: task).replacing("say:", with: "pressed")
            #expect(try await house.weCom(again) == Caller.Answer(status: 200, body: ""))
            await house.callbacks.finish()
            #expect(!handler.handled.contains { $0.id == "e5" })
        }
    }

    @Test("feedback that is no answer's and unknown events are acknowledged with nothing")
    func notices() async throws {
        let handler = RecordingHandler()
        try await CallbackHouse.serve(handler) { house async throws in
            for event in ["feedback_event", "something_new", "template_card_event"] {
                let body = #"{"msgid":"e",\#(sender),"msgtype":"event","event":{"eventtype":"\#(event)"}}"#
                #expect(try await house.weCom(body) == Caller.Answer(status: 200, body: ""))
            }
            #expect(handler.handled.isEmpty)
            #expect(house.reports.map(\.event) == [.acknowledged, .acknowledged, .acknowledged])
        }
    }

    @Test("the address check answers the bare text, and a bot nobody configured is not there")
    func addressCheck() async throws {
        try await CallbackHouse.serve(RecordingHandler()) { house async throws in
            let call = try house.weComCall("8837")
            let encrypted = String(decoding: call.body, as: UTF8.self)
                .dropFirst(#"{"encrypt":""#.count).dropLast(2)
            let escaped = encrypted.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing(
                "=", with: "%3D")
            let target = "\(call.target)&echostr=\(escaped)"
            #expect(
                await Caller(port: house.port)?.call("GET", target)
                    == Caller.Answer(status: 200, body: "8837"))
            let other = target.replacing("/sales?", with: "/other?")
            #expect(await Caller(port: house.port)?.call("GET", other)?.status == 404)
            #expect(await Caller(port: house.port)?.call("GET", call.target)?.status == 400)
            let forged = target.replacing("nonce=42", with: "nonce=43")
            #expect(
                await Caller(port: house.port)?.call("GET", forged) == Caller.Answer(status: 403, body: ""))
        }
    }
}
