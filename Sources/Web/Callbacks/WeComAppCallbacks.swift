import ChatPlatforms
import Crypto
import Earshot
import HTTP

/// `/callback/wecom/{app}`: GET for the address check, POST for everything else.
struct WeComAppCallbacks: Sendable {
    private let apps: [String: WeComApp]
    private let context: CallbackContext
    private let conversation: WeComAppConversation

    init(apps: [WeComApp], context: CallbackContext, deferred: DeferredAnswers) {
        self.apps = Dictionary(apps.map { ($0.name, $0) }) { first, _ in first }
        self.context = context
        conversation = WeComAppConversation(context: context, deferred: deferred)
    }

    /// Whether a message that an earlier run acknowledged came through here.
    func owns(_ message: InboundMessage) -> Bool {
        apps.values.contains { $0.channel == message.channel }
    }

    var checkRoute: Route {
        .get("/callback/wecom/{app}") { request in
            guard let app = apps[request.parameters["app"] ?? ""] else { return .empty(status: 404) }
            do throws(CallbackFault) {
                return .text(try app.answerAddressCheck(WeComQuery(of: request)))
            } catch {
                return context.refuse(error, channel: app.channel)
            }
        }
    }

    var messageRoute: Route {
        .post("/callback/wecom/{app}", bodyLimit: context.configuration.messageBytes) { request in
            guard let app = apps[request.parameters["app"] ?? ""] else { return .empty(status: 404) }
            let query = WeComQuery(of: request)
            let callback: WeComAppCallback
            do throws(CallbackFault) {
                callback = try app.read(query: query, body: request.body)
            } catch {
                return context.refuse(error, channel: app.channel)
            }
            guard let answer = try await conversation.answer(callback, from: app) else {
                return CallbackContext.acknowledgement
            }
            let sealed = try app.seal(
                answer, nonce: query.nonce ?? "", now: context.clock.now, random: try randomBytes(16))
            return .bytes(sealed, type: "text/xml; charset=utf-8")
        }
    }
}

extension WeComQuery {
    /// The query of a request.
    init(of request: HTTP.Request) {
        let fields = request.queryParameters
        self.init { fields[$0] }
    }
}
