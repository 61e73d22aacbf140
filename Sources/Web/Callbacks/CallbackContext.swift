import ChatPlatforms
import Earshot
import HTTP

/// What the endpoints of all platforms share.
struct CallbackContext: Sendable {
    let handler: any MessageHandler
    let inbox: any MessageInbox
    let feedback: any FeedbackRegister
    let addresses: any SpentAddresses
    let sent: any SentMessages
    let clock: any Earshot.Clock
    let calendar: LocalCalendar
    let lateReplies: any LateReplySender
    let texts: @Sendable () -> ReplyTexts
    let configuration: CallbackConfiguration
    let afterwork: Afterwork
    /// How long each platform is kept waiting.
    let dingTalkPatience: Patience
    let weComPatience: Patience
    /// How long the answer to a pressed button is waited for, that its card may say what came of it.
    let pressPatience: Patience
    let onReport: @Sendable (CallbackReport) -> Void

    /// Handles a message on its own: what was begun is finished even when nobody waits any more.
    ///
    /// A sender without an account is told so here. The heart would ask for a code, which has nothing to be bound to.
    func handle(_ message: InboundMessage) -> Errand<Reply> {
        guard message.account != nil else {
            report(message.channel, .unidentified, "no id of a member of the company")
            let reply = Reply([.text(texts().unidentified)])
            return Errand { reply }
        }
        return Errand { [handler] in try await handler.handle(message) }
    }

    /// What is said to the person in the end: the reply, or an apology where the message could not be handled.
    func reply(from result: Result<Reply, any Error>, to message: InboundMessage) -> Reply {
        switch result {
        case .success(let reply):
            return reply
        case .failure(let error):
            report(message.channel, .failed, "\(error)")
            return Reply([.text(texts().apology)])
        }
    }

    /// What was answered to an earlier message, for changing its card: worth no failure, so one is reported only.
    func earlierReply(to message: String, on channel: String) async -> Reply? {
        do {
            return try await handler.reply(toMessage: message, on: channel)
        } catch {
            report(channel, .failed, "the card stays as it is: \(error)")
            return nil
        }
    }

    /// The message under an identifier that is the same all day, for what shall be answered once a day.
    func daily(_ message: InboundMessage) -> InboundMessage {
        var daily = message
        daily.id = "opened-\(calendar.day(of: clock.now))-\(message.account ?? "")-\(message.chat)"
        return daily
    }

    /// Keeps a message so that it may be acknowledged before it is answered.
    ///
    /// - Returns: whether it may. What cannot be kept must not be acknowledged: then its answer is waited for.
    func keep(_ message: InboundMessage) async -> Bool {
        do {
            try await inbox.keep(message, at: clock.now)
            return true
        } catch {
            report(message.channel, .failed, "not kept: \(error)")
            return false
        }
    }

    /// Lets a kept message go, whose answer is out.
    func release(_ message: InboundMessage) async {
        do {
            try await inbox.remove(MessageKey(channel: message.channel, id: message.id))
        } catch {
            // It is taken up at the next start, and its answer is given again.
            report(message.channel, .failed, "not released: \(error)")
        }
    }

    /// Posts a late answer to the address that came with its message, if there is one.
    func post(
        _ answer: (String) throws -> LateReply, to message: InboundMessage, in allowed: ReplyAddresses
    ) async -> LatePosting.End {
        guard let address = message.replyAddress else { return unaddressed(message) }
        let posting = LatePosting(context: self, channel: message.channel, allowed: allowed)
        do {
            return try await posting.post(answer, to: address)
        } catch {
            report(message.channel, .undelivered, "\(error)")
            return .failed
        }
    }

    /// Posts a late answer to an address that takes one: another message's answer never goes there.
    ///
    /// - Parameter isResumed: Whether an earlier run took the message in hand. What that one noted, it may have posted or
    ///   not, so it is posted once more: the platform refuses a second one.
    func postOnce(
        _ answer: (String) throws -> LateReply, to message: InboundMessage, in allowed: ReplyAddresses,
        isResumed: Bool
    ) async -> LatePosting.End {
        guard let address = message.replyAddress else { return unaddressed(message) }
        let posting = LatePosting(context: self, channel: message.channel, allowed: allowed)
        do {
            let isFirst =
                posting.isUsable(address) ? try await addresses.spend(address.url, at: clock.now) : true
            guard isFirst || isResumed else {
                report(message.channel, .undelivered, "the address has taken its answer, or may have")
                return .settled
            }
            let end = try await posting.post(answer, to: address, mayHaveArrived: !isFirst)
            if case .failed = end { try await addresses.restore(address.url) }
            return end
        } catch {
            report(message.channel, .undelivered, "\(error)")
            return .failed
        }
    }

    private func unaddressed(_ message: InboundMessage) -> LatePosting.End {
        report(message.channel, .undelivered, "no address")
        return .settled
    }

    func report(_ channel: String, _ event: CallbackReport.Event, _ reason: String) {
        onReport(CallbackReport(channel: channel, event: event, reason: reason))
    }

    /// The answer to a callback that was not accepted. It tells as little as it may.
    func refuse(_ fault: CallbackFault, channel: String) -> Response {
        report(channel, .refused, fault.reason.rawValue)
        return switch fault.disposition {
        case .malformed: .empty(status: 400)
        case .forbidden: .empty(status: 403)
        }
    }

    /// Nothing to say, said with success, so that the platform does not try again.
    static let acknowledgement = Response.empty(status: 200)
}
