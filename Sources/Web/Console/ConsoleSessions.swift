internal import Crypto
internal import Earshot
internal import HTTP
internal import Synchronization

/// Browsers that were let in with the token.
final class ConsoleSessions: Sendable {
    enum Entry: Sendable, Equatable {
        case admitted(cookie: String)
        case wrongToken
        /// Too many wrong ones lately, from there or altogether.
        case tooManyTries
    }

    private struct Session {
        let secret: Secret
        let expires: Timestamp
    }

    private struct State {
        var sessions: [Session] = []
        var failures = FailedTries()
    }

    static let lifetime = Duration.seconds(12 * 60 * 60)
    /// Browsers let in at a time; the oldest goes first.
    static let limit = 64
    static let shortestToken = 16
    private static let cookieName = "earshot_console"

    private let token: Secret
    private let clock: any Clock
    private let state = Mutex(State())

    init(token: Secret, clock: any Clock) {
        self.token = token
        self.clock = clock
    }

    /// Lets a browser in that gives the token.
    func enter(with given: String, from caller: IPAddress?, securely: Bool) throws -> Entry {
        let now = clock.now
        guard state.withLock({ $0.failures.allow(caller, at: now) }) else { return .tooManyTries }
        guard token.count >= ConsoleSessions.shortestToken, token.equals(Array(given.utf8)) else {
            state.withLock { $0.failures.add(caller, at: now) }
            return .wrongToken
        }
        let key = Hexadecimal.encode(try randomBytes(32))
        state.withLock { state in
            state.sessions.removeAll { $0.expires <= now }
            if state.sessions.count >= ConsoleSessions.limit { state.sessions.removeFirst() }
            state.sessions.append(Session(secret: Secret(key), expires: now + ConsoleSessions.lifetime))
        }
        let seconds = ConsoleSessions.lifetime.components.seconds
        return .admitted(
            cookie: "\(ConsoleSessions.cookieName)=\(key); Path=/console; Max-Age=\(seconds); HttpOnly; "
                + "SameSite=Strict" + (securely ? "; Secure" : ""))
    }

    /// Whether the request comes from a browser that was let in.
    func admits(_ request: HTTP.Request) -> Bool {
        let now = clock.now
        let keys = request.headers.all("Cookie").flatMap { $0.split(separator: ";") }
            .compactMap { pair -> [UInt8]? in
                let pair = pair.drop { $0 == " " }
                guard pair.hasPrefix(ConsoleSessions.cookieName + "=") else { return nil }
                return Array(pair.utf8.dropFirst(ConsoleSessions.cookieName.utf8.count + 1))
            }
        return state.withLock { state in
            state.sessions.contains { session in
                session.expires > now && keys.contains { session.secret.equals($0) }
            }
        }
    }
}
