import ChatPlatforms
import Earshot

/// How a late answer goes to the address that came with its message.
///
/// What surely did not arrive is posted again, after pauses that grow, for as long as the address works; so is what may
/// have arrived, where the platform would not take it twice.
struct LatePosting: Sendable {
    /// What became of a late answer.
    enum End {
        /// It is out, or it can never go out.
        case settled
        /// Nothing goes there now: the next start tries again.
        case failed
    }

    let context: CallbackContext
    let channel: String
    /// Where answers may go.
    let allowed: ReplyAddresses

    /// Addresses whose end is not told work for about as long. Source: open.dingtalk.com, sessionWebhook.
    private static let lifetime = Duration.seconds(3600)
    /// The longest pause of the program's own choice: an address works for an hour.
    private static let longestPause = Duration.seconds(300)

    /// Posts an answer until it is out, or cannot be any more, or the program stops.
    ///
    /// - Parameter mayHaveArrived: Whether an earlier run may have posted it.
    func post(
        _ answer: (String) throws -> LateReply, to address: InboundMessage.ReplyAddress,
        mayHaveArrived: Bool = false
    ) async throws -> End {
        let reply = try answer(address.url)
        let end = context.clock.now + LatePosting.lifetime
        var mayHaveArrived = mayHaveArrived
        var tries = 0
        while isUsable(address), context.clock.now < end {
            let outcome = await context.lateReplies.post(reply)
            tries += 1
            var pause = min(RetrySchedule.pause(afterTry: tries), LatePosting.longestPause)
            switch outcome {
            case .sent: return .settled
            case .unclear(repeatIsSafe: true, _): mayHaveArrived = true
            case .retry(let wait, _): pause = max(pause, wait ?? .zero)
            case .tooFast(let wait, _): pause = max(pause, wait)
            case .unclear(repeatIsSafe: false, _), .refused, .recipientGone:
                undelivered("\(outcome.remark)", mayHaveArrived)
                return .settled
            case .tokenInvalid, .channelStopped:
                undelivered("\(outcome.remark)", mayHaveArrived)
                return .failed
            }
            // Once, however often it fails.
            if tries == 1 { undelivered("posted again: \(outcome.remark)", mayHaveArrived) }
            guard await context.afterwork.pause(pause) else { return .failed }
        }
        undelivered("the address is not allowed or has expired", mayHaveArrived)
        return .settled
    }

    func isUsable(_ address: InboundMessage.ReplyAddress) -> Bool {
        allowed.allows(address, now: context.clock.now)
    }

    private func undelivered(_ reason: String, _ mayHaveArrived: Bool) {
        context.report(
            channel, .undelivered, mayHaveArrived ? "\(reason); it may have arrived before" : reason)
    }
}
