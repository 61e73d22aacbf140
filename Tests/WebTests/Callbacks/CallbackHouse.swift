import ChatPlatforms
import Crypto
import Earshot
import EarshotTesting
import HTTP
import Synchronization
import Web

/// A clock that a test sets.
final class SetClock: Earshot.Clock {
    private let time: Mutex<Timestamp>

    init(_ now: Timestamp = Timestamp(milliseconds: 1_763_740_800_000)) {
        time = Mutex(now)
    }

    var now: Timestamp {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

/// A heart that remembers what it was told, answers every message once, and keeps its replies as disk would.
final class RecordingHandler: MessageHandler {
    struct Broken: Error {}

    private struct State {
        var handled: [InboundMessage] = []
        var replies: [String: Reply] = [:]
    }

    private let state = Mutex(State())
    private let gate: Gate?
    private let answer: @Sendable (InboundMessage) throws -> Reply

    init(
        behind gate: Gate? = nil,
        answer: @escaping @Sendable (InboundMessage) throws -> Reply = { _ in Reply([.text("好的")]) }
    ) {
        self.gate = gate
        self.answer = answer
    }

    /// The messages that were handled, each once.
    var handled: [InboundMessage] { state.withLock { $0.handled } }

    /// Puts a reply where a handler of an earlier run would have left it.
    func keep(_ reply: Reply, toMessage id: String, on channel: String) {
        state.withLock { $0.replies["\(channel) \(id)"] = reply }
    }

    func handle(_ message: InboundMessage) async throws -> Reply {
        let key = "\(message.channel) \(message.id)"
        if let reply = state.withLock({ $0.replies[key] }) { return reply }
        await gate?.pass()
        let reply = try answer(message)
        state.withLock { state in
            state.handled.append(message)
            state.replies[key] = reply
        }
        return reply
    }

    func reply(toMessage id: String, on channel: String) async throws -> Reply? {
        state.withLock { $0.replies["\(channel) \(id)"] }
    }
}

/// An inbox as disk would be, which may be full.
final class RecordingInbox: MessageInbox {
    struct Full: Error {}

    private struct State {
        var kept: [InboundMessage] = []
        var tried: [String] = []
        var isFull = false
    }

    private let state: Mutex<State>

    init(left messages: [InboundMessage] = [], isFull: Bool = false) {
        state = Mutex(State(kept: messages, isFull: isFull))
    }

    var kept: [InboundMessage] { state.withLock { $0.kept } }

    func keep(_ message: InboundMessage, at now: Timestamp) async throws {
        try state.withLock { state in
            guard !state.isFull else { throw Full() }
            state.kept.append(message)
        }
    }

    func remove(_ message: MessageKey) async throws {
        state.withLock { $0.kept.removeAll { $0.channel == message.channel && $0.id == message.id } }
    }

    func left() async throws -> LeftMessages { LeftMessages(kept) }

    func countTry(of message: MessageKey) async throws { state.withLock { $0.tried.append(message.id) } }

    /// The messages that were tried again, in their order.
    var tried: [String] { state.withLock { $0.tried } }
}

/// A register of events as disk would be, which may be full.
final class RecordingEvents: EventRegister {
    private let state: Mutex<(seen: Set<MessageKey>, isFull: Bool)>

    init(isFull: Bool = false) {
        state = Mutex(([], isFull))
    }

    var isFull: Bool {
        get { state.withLock { $0.isFull } }
        set { state.withLock { $0.isFull = newValue } }
    }

    func hasSeen(_ event: MessageKey) async throws -> Bool {
        state.withLock { $0.seen.contains(event) }
    }

    func see(_ event: MessageKey, at now: Timestamp) async throws -> Bool {
        try state.withLock { state in
            guard !state.isFull else { throw RecordingInbox.Full() }
            return state.seen.insert(event).inserted
        }
    }
}

/// A register of feedback as disk would be, which may be full.
final class RecordingFeedback: FeedbackRegister {
    private let state: Mutex<(kept: [Feedback], isFull: Bool)>

    init(isFull: Bool = false) {
        state = Mutex(([], isFull))
    }

    var kept: [Feedback] { state.withLock { $0.kept } }

    func keep(_ feedback: Feedback, at now: Timestamp) async throws -> Bool {
        try state.withLock { state in
            guard !state.isFull else { throw RecordingInbox.Full() }
            if state.kept.contains(where: { $0.event == feedback.event }) { return false }
            state.kept.append(feedback)
            return true
        }
    }
}

/// A register of spent addresses as disk would be, which may be full.
final class RecordingAddresses: SpentAddresses {
    private let state: Mutex<(spent: Set<String>, isFull: Bool)>

    init(isFull: Bool = false) {
        state = Mutex(([], isFull))
    }

    func spend(_ url: String, at now: Timestamp) async throws -> Bool {
        try state.withLock { state in
            guard !state.isFull else { throw RecordingInbox.Full() }
            return state.spent.insert(url).inserted
        }
    }

    func restore(_ url: String) async throws {
        _ = state.withLock { $0.spent.remove(url) }
    }
}

/// Messages that were sent, as disk would know them, which may fail.
final class RecordingSentMessages: SentMessages {
    private let state = Mutex<(sent: [MessageKey: SentMessage], isBroken: Bool)>(([:], false))

    /// Whether nothing can be read.
    var isBroken: Bool {
        get { state.withLock { $0.isBroken } }
        set { state.withLock { $0.isBroken = newValue } }
    }

    func keep(_ message: SentMessage, as id: String, on channel: String) {
        state.withLock { $0.sent[MessageKey(channel: channel, id: id)] = message }
    }

    func delivery(sentAs message: String, on channel: String) async throws -> SentMessage? {
        try state.withLock { state in
            guard !state.isBroken else { throw RecordingInbox.Full() }
            return state.sent[MessageKey(channel: channel, id: message)]
        }
    }
}

/// Where late answers go in these tests.
final class RecordingSender: LateReplySender {
    struct Post: Equatable {
        var url: String
        var json: String
    }

    private let state: Mutex<(posts: [Post], outcomes: [SendOutcome])>

    /// - Parameter outcomes: What becomes of the first posts, and of all others what became of the last.
    init(answering outcomes: [SendOutcome] = [.sent(SendReceipt())]) {
        state = Mutex(([], outcomes))
    }

    /// Those that the platform took.
    var posts: [Post] { state.withLock { $0.posts } }

    func post(_ reply: LateReply) async -> SendOutcome {
        state.withLock { state in
            let outcome = state.outcomes.count > 1 ? state.outcomes.removeFirst() : state.outcomes[0]
            if case .sent = outcome {
                state.posts.append(
                    Post(url: reply.call.address, json: String(decoding: reply.call.body, as: UTF8.self)))
            }
            return outcome
        }
    }
}

extension SendOutcome {
    private static let remark = PlatformRemark(code: "no")
    static let unreached = SendOutcome.retry(after: nil, remark)
    static let taken = SendOutcome.sent(SendReceipt())
    static let unanswered = SendOutcome.unclear(repeatIsSafe: true, remark)
    static let unansweredForGood = SendOutcome.unclear(repeatIsSafe: false, remark)
    static let refusedForGood = SendOutcome.refused(remark)
    static let stopped = SendOutcome.channelStopped(remark)
}

/// Where answers go that are messages of their own.
final class RecordingMessages: MessageSender {
    struct Sent: Equatable {
        var reply: Reply
        var message: InboundMessage
    }

    struct Unreachable: Error {}

    private let state = Mutex<[Sent]>([])
    private let isUnreachable: Bool

    init(isUnreachable: Bool = false) {
        self.isUnreachable = isUnreachable
    }

    var sent: [Sent] { state.withLock { $0 } }

    func send(_ reply: Reply, answering message: InboundMessage) async throws {
        if isUnreachable { throw Unreachable() }
        state.withLock { $0.append(Sent(reply: reply, message: message)) }
    }

    func hasSent(answering message: MessageKey) async -> Bool {
        sent.contains { $0.message.channel == message.channel && $0.message.id == message.id }
    }
}

/// The callbacks of one robot, one bot and one application each, served over HTTP on loopback.
struct CallbackHouse {
    static let secret = Secret("web-test-secret")
    static let token = Secret("WebTestToken")
    static let aesKey = Secret("EarshotOwnKeyForTests0123456789abcdefghijkl")

    static let corpID = "wwWebTest"

    static let texts = ReplyTexts(
        more: "后面还有", waiting: "请稍候", apology: "没能答上来", unidentified: "认不出您", further: "还可以说：",
        underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })

    let port: UInt16
    let clock: SetClock
    let callbacks: ChatCallbacks
    let sender: RecordingSender
    let events: DingTalkEvents
    let bot: WeComBot
    let app: WeComApp
    let feishuApp: FeishuApp
    private let reported: Reports

    var reports: [CallbackReport] { reported.all }

    private final class Reports: Sendable {
        private let state = Mutex<[CallbackReport]>([])
        var all: [CallbackReport] { state.withLock { $0 } }
        func add(_ report: CallbackReport) { state.withLock { $0.append(report) } }
    }

    /// Serves for as long as the body runs.
    ///
    /// - Parameters:
    ///   - chosenVariable: Where the template of DingTalk's cards says what was chosen.
    ///   - patience: Ends the waiting for an answer when it opens; a closed gate waits for ever.
    ///   - pause: What stands in place of the gate, where time is to pass.
    static func serve(
        _ handler: any MessageHandler, clock: SetClock = SetClock(), secret: Secret = secret,
        token: Secret = token, aesKey: Secret = aesKey, corpID: String = corpID,
        feishu: FeishuApp? = nil, chosenVariable: String? = nil, messages: RecordingMessages? = nil,
        inbox: any MessageInbox = RecordingInbox(), events register: RecordingEvents = RecordingEvents(),
        feedback: RecordingFeedback = RecordingFeedback(),
        addresses: any SpentAddresses = RecordingAddresses(),
        sent: RecordingSentMessages = RecordingSentMessages(),
        sender: RecordingSender = RecordingSender(), patience: Gate = Gate(),
        pause: (@Sendable (Duration) async -> Void)? = nil, texts: ReplyTexts = texts,
        _ body: (CallbackHouse) async throws -> Void
    ) async throws {
        let bot = try WeComBot(name: "sales", token: token, encodingAESKey: aesKey, clock: clock)
        let app = try WeComApp(
            name: "sales", corpID: corpID, token: token, encodingAESKey: aesKey, clock: clock)
        let feishuApp = try feishu ?? Self.feishu(clock: clock)
        let robot = try DingTalkRobot(name: "sales", appSecret: secret)
        let events = try DingTalkEvents(
            name: "sales", ownerKey: corpID, token: token, encodingAESKey: aesKey)
        let cards = try DingTalkCards(
            name: "sales", corpID: cardCompany, apiSecret: secret, chosenVariable: chosenVariable)
        let reports = Reports()
        let callbacks = ChatCallbacks(
            dingTalk: [robot], dingTalkCards: [cards], dingTalkEvents: [events], weCom: [bot],
            weComApps: [app], feishu: [feishuApp],
            handler: handler, inbox: inbox, events: register, feedback: feedback,
            addresses: addresses, sent: sent, clock: clock, lateReplies: sender,
            senders: messages.map { [app.channel: $0, feishuApp.channel: $0, robot.channel: $0] } ?? [:],
            texts: { texts },
            pause: pause ?? { _ in await patience.pass() },
            onReport: reports.add)
        let server = Server(routes: callbacks.routes)
        let house = CallbackHouse(
            port: try server.start(), clock: clock, callbacks: callbacks, sender: sender, events: events,
            bot: bot, app: app, feishuApp: feishuApp, reported: reports)
        do {
            try await body(house)
        } catch {
            patience.open()
            await server.stop(grace: .seconds(1))
            throw error
        }
        // Nothing of this test may still wait when it is over.
        patience.open()
        await server.stop(grace: .seconds(5))
        await callbacks.finish()
    }

    /// A DingTalk callback with right headers.
    func dingTalk(_ body: String, robot: String = "sales") async throws -> Caller.Answer? {
        let timestamp = String(clock.now.milliseconds)
        let sign = try DingTalkSignature.robot(timestamp: timestamp, secret: CallbackHouse.secret)
        return await Caller(port: port)?.call(
            "POST", "/callback/dingtalk/\(robot)", headers: [("timestamp", timestamp), ("sign", sign)],
            body: Array(body.utf8))
    }

    /// A WeCom callback with a right signature, and the decrypted answer to it.
    func weCom(_ message: String) async throws -> Caller.Answer? {
        let call = try weComCall(message)
        guard var answer = await Caller(port: port)?.call("POST", call.target, body: call.body) else {
            return nil
        }
        if !answer.body.isEmpty { answer.body = try opened(answer.body) }
        return answer
    }

    func weComCall(_ message: String) throws -> (target: String, body: [UInt8]) {
        let sealed = try bot.seal(
            Array(message.utf8), nonce: "42", now: clock.now, random: [UInt8](repeating: 7, count: 16))
        let parts = SealedParts(sealed)
        let target =
            "/callback/wecom-bot/sales?msg_signature=\(parts["msgsignature"])"
            + "&timestamp=\(parts["timestamp"])&nonce=42"
        return (target, Array(#"{"encrypt":"\#(parts["encrypt"])"}"#.utf8))
    }

    /// What an encrypted answer says, after checking its signature as the platform does.
    func opened(_ body: String) throws -> String {
        let parts = SealedParts(Array(body.utf8))
        return try bot.answerAddressCheck(
            WeComQuery(
                signature: parts["msgsignature"], timestamp: parts["timestamp"], nonce: parts["nonce"],
                echo: parts["encrypt"]))
    }

    /// The fields of an encrypted answer, which needs no reader of JSON: base64, digits and letters.
    private struct SealedParts {
        private let fields: [String: String]

        init(_ bytes: [UInt8]) {
            let text = String(decoding: bytes, as: UTF8.self).filter { !"{}\"".contains($0) }
            let pairs = text.split(separator: ",").map { $0.split(separator: ":", maxSplits: 1) }
            fields = Dictionary(
                pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }
            ) { first, _ in first }
        }

        subscript(name: String) -> String { fields[name] ?? "" }
    }
}
