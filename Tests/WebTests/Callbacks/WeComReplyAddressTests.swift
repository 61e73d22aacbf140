import ChatPlatforms
import Earshot
import EarshotTesting
import Store
import Testing
import Web

@Suite("The reply address of a message or pressed button, which takes one answer within an hour")
struct WeComReplyAddressTests {
    private static let url = "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=1"

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> BotStore {
        try BotStore(path: folder.file("bot.db"), digest: { "digest of \($0)" })
    }

    private func press(_ id: String = "e1") -> String {
        #"{"msgid":"\#(id)","from":{"userid":"u7"},"response_url":"\#(WeComReplyAddressTests.url)","#
            + #""msgtype":"event","event":{"eventtype":"template_card_event","#
            + #""template_card_event":{"event_key":"say:油耗原话"}}}"#
    }

    /// Presses, on a real file, and waits for what becomes of it.
    private func pressed(
        _ ids: [String], store: BotStore, _ sender: RecordingSender = RecordingSender(),
        clock: SetClock = SetClock(), resuming: Bool = false
    ) async throws -> (posts: Int, reports: [CallbackReport.Event]) {
        var result: (Int, [CallbackReport.Event]) = (0, [])
        try await CallbackHouse.serve(
            RecordingHandler(), clock: clock, inbox: store, addresses: store, sender: sender
        ) { house async throws in
            if resuming { try await house.callbacks.resume() }
            for id in ids {
                #expect(try await house.weCom(press(id)) == Caller.Answer(status: 200, body: ""))
                await house.callbacks.finish()
            }
            await house.callbacks.finish()
            result = (sender.posts.count, house.reports.map(\.event))
        }
        return result
    }

    @Test("a second answer to the same address is refused before it is sent, also after a restart")
    func once() async throws {
        let store = try open()
        let first = try await pressed(["e1", "e1", "e2"], store: store)
        #expect(first.posts == 1)
        #expect(first.reports == [.undelivered, .undelivered])
        await store.close()
        let again = try open()
        let second = try await pressed(["e1", "e3"], store: again)
        #expect(second.posts == 0)
        #expect(second.reports == [.undelivered, .undelivered])
        #expect(try await again.left().messages.isEmpty)
        await again.close()
    }

    @Test("who was killed after the answer was sent and before that was noted does not send it again")
    func killed() async throws {
        let store = try open()
        // All that a run leaves that ended between the two.
        #expect(try await store.spend(WeComReplyAddressTests.url, at: SetClock().now))
        try await store.keep(
            InboundMessage(
                channel: "wecom-bot/sales", id: "e1", account: "wecom:u7", chat: "single:u7",
                content: .text("油耗原话"), replyAddress: .init(url: WeComReplyAddressTests.url)),
            at: SetClock().now)
        await store.close()
        let again = try open()
        let resumed = try await pressed([], store: again, resuming: true)
        #expect(resumed.posts == 0)
        #expect(resumed.reports == [.undelivered])
        #expect(try await again.left().messages.isEmpty)
        await again.close()
    }

    @Test(
        "an answer that surely did not arrive is sent by the next run", arguments: ["refused", "unreached"])
    func unreached(code: String) async throws {
        let store = try open()
        let error = LateReplyError(code: .init(rawValue: code), message: "no")
        let failed = try await pressed(["e1"], store: store, RecordingSender(failing: error))
        #expect(failed.reports == [.undelivered])
        #expect(try await store.left().messages.map(\.id) == ["e1"])
        await store.close()
        let again = try open()
        let resumed = try await pressed([], store: again, resuming: true)
        #expect(resumed.posts == 1)
        #expect(resumed.reports.isEmpty)
        #expect(try await again.left().messages.isEmpty)
        await again.close()
    }

    @Test(
        "an answer that may have arrived is never sent again",
        arguments: ["unanswered", "not_the_platform", "something_new"])
    func unclear(code: String) async throws {
        let store = try open()
        let error = LateReplyError(code: .init(rawValue: code), message: "nobody knows")
        _ = try await pressed(["e1"], store: store, RecordingSender(failing: error))
        #expect(try await store.left().messages.isEmpty)
        let again = try await pressed(["e1"], store: store, resuming: true)
        #expect(again.posts == 0)
        await store.close()
    }

    private let question =
        #"{"msgid":"m1","from":{"userid":"u7"},"chattype":"single","msgtype":"text","text":{"content":"杭州"},"#
        + #""response_url":"\#(WeComReplyAddressTests.url)"}"#

    @Test(
        "a late answer is posted when the platform does not ask for it any more, and not before",
        arguments: [(359, 0), (360, 1), (3599, 1), (3600, 0)])
    func unasked(seconds: Int, posts: Int) async throws {
        let store = try open()
        let (gate, patience, clock) = (Gate(), Gate(), SetClock())
        patience.open()
        try await CallbackHouse.serve(
            RecordingHandler(behind: gate), clock: clock, inbox: store, addresses: store, patience: patience
        ) { house async throws in
            #expect(try await house.weCom(question)?.body.contains(CallbackHouse.texts.waiting) == true)
            clock.now = clock.now + .seconds(seconds)
            gate.open()
            await house.callbacks.finish()
            #expect(house.sender.posts.count == posts)
            #expect(house.sender.posts.allSatisfy { $0.url == WeComReplyAddressTests.url })
            #expect(try await store.left().messages.isEmpty)
        }
        await store.close()
    }

    @Test("a run that begins long after the one before it posts what that one had not answered")
    func unaskedAfterRestart() async throws {
        let store = try open()
        let clock = SetClock()
        let asked = clock.now
        try await store.keep(
            InboundMessage(
                channel: "wecom-bot/sales", id: "m1", account: "wecom:u7", chat: "single:u7",
                content: .text("杭州"), takesFeedback: true,
                replyAddress: .init(
                    url: WeComReplyAddressTests.url, expires: asked + .seconds(3600),
                    opens: asked + .seconds(360))),
            at: asked)
        clock.now = asked + .seconds(600)
        let resumed = try await pressed([], store: store, clock: clock, resuming: true)
        #expect(resumed.posts == 1)
        #expect(resumed.reports.isEmpty)
        #expect(try await store.left().messages.isEmpty)
        #expect(try await !store.spend(WeComReplyAddressTests.url, at: clock.now))
        await store.close()
    }

    @Test("an hour after the press its address is not used any more")
    func expired() async throws {
        let store = try open()
        let clock = SetClock()
        let error = LateReplyError(code: .unreached, message: "no")
        _ = try await pressed(["e1"], store: store, RecordingSender(failing: error), clock: clock)
        clock.now = clock.now + .seconds(3600)
        let late = try await pressed([], store: store, clock: clock, resuming: true)
        #expect(late.posts == 0)
        #expect(late.reports == [.undelivered])
        #expect(try await store.left().messages.isEmpty)
        await store.close()
    }

    @Test("without a place to note it nothing is sent")
    func fullDisk() async throws {
        let inbox = RecordingInbox()
        try await CallbackHouse.serve(
            RecordingHandler(), inbox: inbox, addresses: RecordingAddresses(isFull: true)
        ) { house async throws in
            #expect(try await house.weCom(press())?.status == 200)
            await house.callbacks.finish()
            #expect(house.sender.posts.isEmpty)
            #expect(inbox.kept.map(\.id) == ["e1"])
        }
    }

    @Test("addresses are forgotten after a day, when no callback that brings them is fresh")
    func forgotten() async throws {
        let store = try open()
        let url = WeComReplyAddressTests.url
        #expect(try await store.spend(url, at: Fixtures.now))
        _ = try await store.forget(at: Fixtures.now + BotStore.repliesKept)
        #expect(try await !store.spend(url, at: Fixtures.now))
        _ = try await store.forget(at: Fixtures.now + BotStore.repliesKept + .seconds(1))
        #expect(try await store.spend(url, at: Fixtures.now))
        try await store.restore(url)
        #expect(try await store.spend(url, at: Fixtures.now))
        await store.close()
    }
}
