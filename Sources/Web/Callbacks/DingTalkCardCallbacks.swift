import ChatPlatforms
import Earshot
import HTTP
import JSON

/// `POST /callback/dingtalk-card/{robot}`.
///
/// The platform waits two seconds and takes only a new card: a press is acknowledged as soon as it is on disk, and its
/// answer is a message of its own. Source: open.dingtalk.com, 互动卡片 事件回调.
struct DingTalkCardCallbacks: Sendable {
    private let cards: [String: DingTalkCards]
    private let context: CallbackContext
    private let deferred: DeferredAnswers

    init(cards: [DingTalkCards], context: CallbackContext, deferred: DeferredAnswers) {
        self.cards = Dictionary(cards.map { ($0.name, $0) }) { first, _ in first }
        self.context = context
        self.deferred = deferred
    }

    var route: Route {
        .post(
            "/callback/dingtalk-card/{robot}", bodyLimit: context.configuration.messageBytes,
            objection: objection
        ) { request in
            guard let cards = cards[request.parameters["robot"] ?? ""] else { return .empty(status: 404) }
            let callback: DingTalkCardCallback
            do throws(CallbackFault) {
                callback = try cards.read(
                    request.body, headers: DingTalkCardHeaders { request.headers[$0] })
            } catch {
                return context.refuse(error, channel: cards.channel)
            }
            return .json(try await answer(callback, of: cards).bytes)
        }
    }

    /// The signature is of the head alone, so nobody else's body is read.
    @Sendable
    private func objection(to request: HTTP.Request) -> Response? {
        guard let cards = cards[request.parameters["robot"] ?? ""] else { return .empty(status: 404) }
        do throws(CallbackFault) {
            try cards.verify(DingTalkCardHeaders { request.headers[$0] }, now: context.clock.now)
            return nil
        } catch {
            return context.refuse(error, channel: cards.channel)
        }
    }

    private func answer(_ callback: DingTalkCardCallback, of cards: DingTalkCards) async throws -> JSON {
        switch callback {
        case .pressed(let message):
            // Made first: what is answered as a failure is not taken.
            let answer = try cards.answer(choosing: message.words, texts: context.texts())
            guard cards.canChange else {
                try await deferred.take(message)
                return answer
            }
            let reply = try await deferred.take(press: message)
            guard let standing = reply?.actions?.standing else { return answer }
            return try cards.answer(choosing: message.words, standing: standing, texts: context.texts())
        case .pressedByOutsider:
            context.report(cards.channel, .unidentified, "a button pressed by nobody of the company")
        case .notice(let kind): context.report(cards.channel, .acknowledged, kind)
        }
        return .object([])
    }
}
