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
            try await take(event, of: events)
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

    /// Tells a change once. One that cannot be kept is not acknowledged, so that the platform sends it again; what
    /// changes nothing here is not kept.
    private func take(_ event: DingTalkEvent, of events: DingTalkEvents) async throws {
        switch event {
        case .notice(let kind):
            context.report(events.channel, .acknowledged, kind)
        case .change(let change):
            let key = MessageKey(channel: events.channel, id: change.id)
            guard try await register.see(key, at: context.clock.now) else {
                return context.report(events.channel, .acknowledged, "\(change.kind.rawValue) again")
            }
            let count = change.people.map { ": \($0)" } ?? ""
            context.report(events.channel, .changed, change.kind.rawValue + count)
        }
    }
}
