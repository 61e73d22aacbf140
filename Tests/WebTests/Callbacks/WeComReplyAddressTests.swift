import ChatPlatforms
import Earshot
import EarshotTesting
import Store
import Synchronization
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

    /// All that a run leaves that was killed between noting that it posts an answer and letting its message go: nobody
    /// can tell whether the answer went out.
    private func killed(_ store: BotStore) async throws {
        #expect(try await store.spend(WeComReplyAddressTests.url, at: SetClock().now))
        try await store.keep(
            InboundMessage(
                channel: "wecom-bot/sales", id: "e1", account: "wecom:u7", chat: "single:u7",
                content: .text("油耗原话"), replyAddress: .init(url: WeComReplyAddressTests.url)),
            at: SetClock().now)
    }

    @Test("who was killed over posting an answer posts it once more, and believes the platform's refusal")
    func killed() async throws {
        for (outcome, posts) in [(SendOutcome.taken, 1), (.refusedForGood, 0)] {
            let store = try open()
            try await killed(store)
            await store.close()
            let again = try open()
            let resumed = try await pressed(
                [], store: again, RecordingSender(answering: [outcome]), resuming: true)
            #expect(resumed.posts == posts)
            #expect(resumed.reports == (posts == 1 ? [] : [.undelivered]))
            #expect(try await again.left().messages.isEmpty)
            try await again.restore(WeComReplyAddressTests.url)
            await again.close()
        }
    }

    @Test("a press that the platform repeats while it is taken up again is answered once")
    func repeatedWhileResumed() async throws {
        let store = try open()
        try await killed(store)
        let gate = Gate()
        try await CallbackHouse.serve(RecordingHandler(behind: gate), inbox: store, addresses: store) {
            house async throws in
            try await house.callbacks.resume()
            #expect(try await house.weCom(press()) == Caller.Answer(status: 200, body: ""))
            gate.open()
            await house.callbacks.finish()
            #expect(house.sender.posts.count == 1)
            #expect(house.reports.isEmpty)
            #expect(try await store.left().messages.isEmpty)
        }
        await store.close()
    }

    @Test(
        "an answer that did not arrive is posted again after pauses, for as long as the address works",
        arguments: [
            [SendOutcome.unreached, .taken], [.unanswered, .unreached, .taken],
            [.unanswered, .refusedForGood],
            [.tooFast(wait: .seconds(60), PlatformRemark(code: "45009")), .taken], [.unreached],
        ])
    func again(outcomes: [SendOutcome]) async throws {
        let store = try open()
        let clock = SetClock()
        let (asked, settled) = (clock.now, Gate())
        let pauses = Mutex<[Duration]>([])
        let inbox = NotingInbox(store) { settled.open() }
        try await CallbackHouse.serve(
            RecordingHandler(), clock: clock, inbox: inbox, addresses: store,
            sender: RecordingSender(answering: outcomes),
            pause: { pause in
                // A press is waited for a second before its card is changed.
                guard pause > .seconds(1) else { return }
                pauses.withLock { $0.append(pause) }
                clock.now = clock.now + pause
            }
        ) { house async throws in
            #expect(try await house.weCom(press()) == Caller.Answer(status: 200, body: ""))
            await settled.pass()
            #expect(house.sender.posts.count == (outcomes.last == .taken ? 1 : 0))
            // The failure once, and how it ended where nothing was taken.
            #expect(
                house.reports.map(\.event)
                    == (outcomes.last == .taken ? [.undelivered] : [.undelivered, .undelivered]))
        }
        #expect(try await store.left().messages.isEmpty)
        if outcomes.count > 1 {
            #expect(pauses.withLock { $0.count } == outcomes.count - 1)
            #expect(pauses.withLock { $0 }.first == (outcomes[0].isTooFast ? .seconds(60) : .seconds(5)))
        } else {
            #expect(clock.now >= asked + .seconds(3600))
            #expect(clock.now < asked + .seconds(3900))
        }
        await store.close()
    }

    @Test(
        "an answer that nothing took before the end is posted by the next run",
        arguments: [SendOutcome.unreached, .unanswered, .stopped])
    func unreached(outcome: SendOutcome) async throws {
        let store = try open()
        let failed = try await pressed(["e1"], store: store, RecordingSender(answering: [outcome]))
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

    @Test("an answer that the platform refuses is not posted again")
    func refused() async throws {
        let store = try open()
        let failed = try await pressed(["e1"], store: store, RecordingSender(answering: [.refusedForGood]))
        #expect(failed.reports == [.undelivered])
        #expect(try await store.left().messages.isEmpty)
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
        _ = try await pressed(["e1"], store: store, RecordingSender(answering: [.unreached]), clock: clock)
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

/// An inbox on disk that tells when a message is let go.
private final class NotingInbox: MessageInbox {
    private let inbox: any MessageInbox
    private let onRemoval: @Sendable () -> Void

    init(_ inbox: any MessageInbox, onRemoval: @escaping @Sendable () -> Void) {
        self.inbox = inbox
        self.onRemoval = onRemoval
    }

    func keep(_ message: InboundMessage, at now: Timestamp) async throws {
        try await inbox.keep(message, at: now)
    }

    func remove(_ message: MessageKey) async throws {
        try await inbox.remove(message)
        onRemoval()
    }

    func left() async throws -> LeftMessages { try await inbox.left() }

    func countTry(of message: MessageKey) async throws { try await inbox.countTry(of: message) }
}

extension SendOutcome {
    fileprivate var isTooFast: Bool { if case .tooFast = self { true } else { false } }
}
