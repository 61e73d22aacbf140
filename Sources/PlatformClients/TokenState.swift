import ChatPlatforms
import Crypto
import Earshot

/// What is known of one application's access token, and what is to be done next.
struct TokenState {
    private var token: Held?
    /// Why no token is asked for until then.
    private var halt: (outcome: SendOutcome, until: Timestamp)?
    private var lastRefusal: Timestamp?
    private let timing: TokenKeeper.Timing

    private struct Held {
        let value: Secret
        let renewal: Timestamp
        let end: Timestamp
    }

    /// What whoever wants a token has to do.
    enum Step {
        case use(Secret)
        /// Ask the platform, and report with `fetched`.
        case fetch
        /// Nothing, for this reason.
        case stop(SendOutcome)
    }

    init(_ timing: TokenKeeper.Timing) {
        self.timing = timing
    }

    func next(now: Timestamp) -> Step {
        if let token, now < token.renewal { return .use(token.value) }
        guard let halt, now < halt.until else { return .fetch }
        // The token that could not be renewed is good until its own end.
        if let token, now < token.end { return .use(token.value) }
        return .stop(halt.outcome)
    }

    /// Takes the platform's answer to `fetch`, and gives what those who wait for it get.
    mutating func fetched(_ answered: PlatformAnswered<PlatformToken>, now: Timestamp) -> PlatformAnswered<
        Secret
    > {
        switch answered {
        case .value(let granted):
            let lifetime = max(granted.lifetime, timing.shortestLife)
            let end = now + lifetime
            token = Held(value: granted.value, renewal: end - min(timing.margin, lifetime / 2), end: end)
            halt = nil
            return .value(granted.value)
        case .failed(let reason):
            let (outcome, pause) = consequence(of: reason)
            halt = (outcome, now + pause)
            if case .channelStopped = outcome { token = nil }
            if let token, now < token.end { return .value(token.value) }
            return .failed(outcome)
        }
    }

    /// Drops a token that the platform refused.
    ///
    /// - Returns: Whether another may be had. A token that was itself fetched after a refusal is kept for a while:
    ///   fetching again and again would lock the machine's address.
    mutating func refuse(_ refused: Secret, now: Timestamp) -> Bool {
        guard let token, token.value == refused else { return true }
        if let lastRefusal, now < lastRefusal + timing.refusalPause { return false }
        self.token = nil
        lastRefusal = now
        return true
    }

    /// What a failure to get a token means for messages, and how long nobody asks again. No message was sent.
    private func consequence(of reason: SendOutcome) -> (SendOutcome, Duration) {
        switch reason {
        case .channelStopped, .refused, .recipientGone: (.channelStopped(reason.remark), timing.stopPause)
        case .tooFast(let wait, _): (reason, wait)
        case .retry(let after, _): (reason, after ?? timing.retryPause)
        case .sent, .tokenInvalid, .unclear: (.retry(after: nil, reason.remark), timing.retryPause)
        }
    }
}
