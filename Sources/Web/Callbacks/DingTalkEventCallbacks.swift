import ChatPlatforms
import Crypto
import Earshot
import HTTP

/// `POST /callback/dingtalk-event/{subscription}`.
///
/// An event is acknowledged with the encrypted word `success`, within a second: the documents name 1500 and 2500
/// milliseconds. The check of the address is an event like any other. Source: open.dingtalk.com, 开发事件推送服务.
struct DingTalkEventCallbacks: Sendable {
    private let subscriptions: [String: DingTalkEvents]
    private let register: any EventRegister
    private let context: CallbackContext
    /// Changes that are being told right now.
    private let taken = TakenMessages()

    init(subscriptions: [DingTalkEvents], register: any EventRegister, context: CallbackContext) {
        self.subscriptions = Dictionary(subscriptions.map { ($0.name, $0) }) { first, _ in first }
        self.register = register
        self.context = context
    }

    var route: Route {
        .post(
            "/callback/dingtalk-event/{subscription}", bodyLimit: context.configuration.messageBytes,
            objection: objection
        ) { request in
            guard let events = subscriptions[request.parameters["subscription"] ?? ""] else {
                return .empty(status: 404)
            }
            let event: DingTalkEvent
            do throws(CallbackFault) {
                let fields = request.queryParameters
                event = try events.read(
                    query: DingTalkQuery { fields[$0] }, body: request.body, now: context.clock.now)
            } catch {
                return context.refuse(error, channel: events.channel)
            }
            switch event {
            case .notice(let kind): context.report(events.channel, .acknowledged, kind)
            case .change(let change): try await tell(change, of: events)
            }
            return .json(
                try events.seal(
                    nonce: Hexadecimal.encode(try randomBytes(8)), now: context.clock.now,
                    random: try randomBytes(16)))
        }
    }

    @Sendable
    private func objection(to request: HTTP.Request) -> Response? {
        subscriptions[request.parameters["subscription"] ?? ""] == nil ? .empty(status: 404) : nil
    }

    /// Tells a change, and notes that it is told: in this order, so that one is never noted and told nowhere, whenever
    /// the program ends. One that cannot be noted is not acknowledged, so that the platform sends it again.
    private func tell(_ change: DingTalkChange, of events: DingTalkEvents) async throws {
        let key = MessageKey(channel: events.channel, id: change.id)
        let (telling, isFirst) = taken.take(key) { [context, register] in
            if try await register.hasSeen(key) { return .answered }
            let count = change.people.map { ": \($0)" } ?? ""
            context.report(events.channel, .changed, change.kind.rawValue + count)
            _ = try await register.see(key, at: context.clock.now)
            return .kept
        }
        let standing = await telling.result
        if isFirst { taken.leave(key) }
        if case .kept = try standing.get(), isFirst { return }
        context.report(events.channel, .acknowledged, "\(change.kind.rawValue) again")
    }
}
