public import ChatPlatforms
public import Crypto
public import Earshot

/// Keeps one application's access token: fetched once however many want it, renewed before its end, and replaced when
/// the platform refuses it.
///
/// A wrong secret is not tried again for a while: platforms lock addresses that keep trying.
public actor TokenKeeper {
    public typealias Fetch = @Sendable () async -> PlatformAnswered<PlatformToken>

    private let fetch: Fetch
    private let clock: any Earshot.Clock
    private var state: TokenState
    /// The one fetch that is under way, which all wait for.
    private var fetching: Task<PlatformAnswered<Secret>, Never>?

    /// When a keeper renews and how long it holds back.
    public struct Timing: Sendable {
        /// So long before its end a token is renewed, or at half of a shorter life.
        public var margin = Duration.seconds(300)
        /// A token is taken to live so long at least, whatever the platform says: one that ends as it is granted would be
        /// fetched again for every message.
        public var shortestLife = Duration.seconds(10)
        /// After a wrong secret, nobody asks for so long.
        public var stopPause = Duration.seconds(600)
        /// After any other failure.
        public var retryPause = Duration.seconds(5)
        /// When a token fetched after a refusal is refused too, another is fetched only after so long.
        public var refusalPause = RetrySchedule.refusedToken

        public init() {}
    }

    public init(clock: any Earshot.Clock, timing: Timing = Timing(), fetch: @escaping Fetch) {
        self.clock = clock
        self.fetch = fetch
        state = TokenState(timing)
    }

    /// A token that is good now, or why there is none: `channelStopped` for a wrong secret.
    public func token() async -> PlatformAnswered<Secret> {
        switch state.next(now: clock.now) {
        case .use(let token): return .value(token)
        case .stop(let outcome): return .failed(outcome)
        case .fetch:
            let task = fetching ?? Task { await self.renew() }
            fetching = task
            return await task.value
        }
    }

    /// Another token in place of one that the platform refused; nothing when that one came after a refusal itself
    /// and so no other would be better.
    ///
    /// When somebody else has had it replaced already, this is the new one.
    public func replacement(for refused: Secret) async -> PlatformAnswered<Secret>? {
        guard state.refuse(refused, now: clock.now) else { return nil }
        return await token()
    }

    private func renew() async -> PlatformAnswered<Secret> {
        let answered = await fetch()
        fetching = nil
        return state.fetched(answered, now: clock.now)
    }
}
