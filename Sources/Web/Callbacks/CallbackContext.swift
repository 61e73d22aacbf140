import ChatPlatforms
import Earshot
import HTTP

/// What the endpoints of all platforms share.
struct CallbackContext: Sendable {
    let handler: any MessageHandler
    let inbox: any MessageInbox
    let feedback: any FeedbackRegister
    let addresses: any SpentAddresses
    let clock: any Earshot.Clock
    let calendar: LocalCalendar
    let lateReplies: any LateReplySender
    let texts: @Sendable () -> ReplyTexts
    let configuration: CallbackConfiguration
    let afterwork: Afterwork
    /// How long each platform is kept waiting.
    let dingTalkPatience: Patience
    let weComPatience: Patience
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

    /// What became of a late answer.
    enum Posting {
        /// It is out, or it can never go out.
        case settled
        /// The platform could not be reached or did not take it.
        case failed
    }

    /// Posts a late answer, if there is an address that may be used.
    ///
    /// - Parameter once: Whether the address takes one answer. What may have arrived is then never posted again.
    func post(
        _ answer: () throws -> [UInt8], to address: InboundMessage.ReplyAddress?, in allowed: ReplyAddresses,
        once: Bool = false, channel: String
    ) async -> Posting {
        guard let address, allowed.allows(address, now: clock.now) else {
            report(channel, .undelivered, address == nil ? "no address" : "address not allowed or expired")
            return .settled
        }
        do {
            let json = try answer()
            if once, try await !addresses.spend(address.url, at: clock.now) {
                report(channel, .undelivered, "the address has taken its answer, or may have")
                return .settled
            }
            try await lateReplies.post(json, to: address.url)
            return .settled
        } catch let error as LateReplyError where once {
            report(channel, .undelivered, "\(error)")
            return error.mayHaveArrived ? .settled : await restore(address, channel: channel)
        } catch {
            report(channel, .undelivered, "\(error)")
            return .failed
        }
    }

    /// Lets an address be used again that an answer did not reach.
    private func restore(
        _ address: InboundMessage.ReplyAddress, channel: String
    ) async -> Posting {
        do {
            try await addresses.restore(address.url)
        } catch {
            report(channel, .failed, "\(error)")
        }
        return .failed
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
