import ChatPlatforms
import Crypto
import Earshot
import HTTP

/// `/callback/wecom-bot/{bot}`: GET for the address check, POST for everything else.
struct WeComBotCallbacks: Sendable {
    private let bots: [String: WeComBot]
    private let context: CallbackContext
    private let conversation: WeComBotConversation

    init(bots: [WeComBot], context: CallbackContext) {
        self.bots = Dictionary(bots.map { ($0.name, $0) }) { first, _ in first }
        self.context = context
        conversation = WeComBotConversation(context: context)
    }

    /// How a message is seen through that an earlier run acknowledged; nothing for another platform's.
    func resumption(of message: InboundMessage) -> (@Sendable () async -> Void)? {
        guard let bot = bots.values.first(where: { $0.channel == message.channel }) else { return nil }
        return conversation.resumption(of: message, to: bot)
    }

    var checkRoute: Route {
        .get("/callback/wecom-bot/{bot}") { request in
            guard let bot = bots[request.parameters["bot"] ?? ""] else { return .empty(status: 404) }
            do throws(CallbackFault) {
                return .text(try bot.answerAddressCheck(WeComQuery(of: request)))
            } catch {
                return context.refuse(error, channel: bot.channel)
            }
        }
    }

    var messageRoute: Route {
        .post("/callback/wecom-bot/{bot}", bodyLimit: context.configuration.messageBytes) { request in
            guard let bot = bots[request.parameters["bot"] ?? ""] else { return .empty(status: 404) }
            let query = WeComQuery(of: request)
            let callback: WeComBotCallback
            do throws(CallbackFault) {
                callback = try bot.read(query: query, body: request.body)
            } catch {
                return context.refuse(error, channel: bot.channel)
            }
            guard let answer = try await conversation.answer(callback, from: bot) else {
                return CallbackContext.acknowledgement
            }
            let sealed = try bot.seal(
                answer, nonce: query.nonce ?? "", now: context.clock.now, random: try randomBytes(16))
            // The platform's own plugin answers as plain text.
            return .bytes(sealed, type: "text/plain; charset=utf-8")
        }
    }
}
