public import Earshot
public import HTTP
import Synchronization

/// A server on loopback that behaves as a chat platform's does, with everything in memory.
///
/// It keeps requests byte for byte, and does what it is told to do wrong. With a transcript, requests and answers stand
/// in a file, too.
public final class StandIn<Platform: StandInPlatform>: Sendable {
    private struct State {
        var platform: Platform
        var exchanges: StandInExchanges
        var faults: [(path: String, fault: StandInFault)] = []
        var choose: (@Sendable (StandInRequest) -> StandInFault?)?
        var server: Server?
    }

    private let state: Mutex<State>
    private let clock: any Earshot.Clock
    private let transcript: StandInTranscript?

    /// - Parameters:
    ///   - memory: How many requests and answers it keeps.
    ///   - transcript: Where every request and answer is written, before the answer goes out.
    public init(
        _ platform: Platform, clock: any Earshot.Clock, memory: StandInMemory = .unlimited,
        transcript: StandInTranscript? = nil
    ) {
        self.transcript = transcript
        state = Mutex(State(platform: platform, exchanges: StandInExchanges(in: memory)))
        self.clock = clock
    }

    /// Begins to listen; gives scheme, host and port.
    public func start(port: UInt16 = 0) throws -> String {
        let routes = Platform.places.map { method, pattern in
            Route(method, pattern, bodyLimit: 32 << 20) { request in
                StandIn.isOfPage(request)
                    ? .text("no page may ask this", status: 403) : await self.answer(request)
            }
        }
        let server = Server(configuration: ServerConfiguration(port: port), routes: routes)
        let port = try server.start()
        state.withLock { $0.server = server }
        return "http://127.0.0.1:\(port)"
    }

    public func stop() async {
        await state.withLock { $0.server }?.stop(grace: .seconds(1))
    }

    /// What the platform knows and has taken, as it is now.
    public var platform: Platform { state.withLock { $0.platform } }

    /// Changes what the platform knows.
    public func change(_ body: (inout Platform) -> Void) {
        state.withLock { body(&$0.platform) }
    }

    /// Every request that it keeps, and its answer, in the order of arrival.
    public var exchanges: [StandInExchange] { state.withLock { $0.exchanges.kept } }

    /// Every request that it keeps, in the order of arrival.
    public var requests: [StandInRequest] { exchanges.map(\.request) }

    /// The requests whose path ends so.
    public func requests(to path: String) -> [StandInRequest] {
        requests.filter { $0.path.hasSuffix(path) }
    }

    /// Does nothing wrong any more.
    public func recover() {
        state.withLock { state in
            state.faults = []
            state.choose = nil
        }
    }

    /// Asks before it acts on a request what is to be done wrong with it, where `fail` says nothing.
    public func misbehave(_ choose: @escaping @Sendable (StandInRequest) -> StandInFault?) {
        state.withLock { $0.choose = choose }
    }

    /// Does this wrong at the next request whose path ends so; several are done one after the other.
    public func fail(_ path: String, _ fault: StandInFault, times: Int = 1) {
        state.withLock { state in
            for _ in 0..<times { state.faults.append((path, fault)) }
        }
    }

    /// Whether a browser sends it for a page, which may be anybody's and could tell the demo's stand-ins things without being
    /// asked. What a page sends has one of these fields, which it cannot take away (Fetch Metadata; Fetch, "Origin"
    /// header); what programs send has neither.
    private static func isOfPage(_ request: HTTP.Request) -> Bool {
        request.headers["Origin"] != nil || request.headers["Sec-Fetch-Site"] != nil
    }

    private func answer(_ request: HTTP.Request) async -> Response {
        let now = clock.now
        let request = StandInRequest(request)
        let exchange = transcript?.note(request, at: now)
        // Not under the lock: whoever is asked may look at what the platform knows.
        let chosen = state.withLock { $0.choose }?(request)
        let (answer, gate) = state.withLock { state -> (StandInAnswer, (@Sendable () async -> Void)?) in
            let index = state.faults.firstIndex { request.path.hasSuffix($0.path) }
            let fault = index.map { state.faults.remove(at: $0).fault }
            let (answer, gate) = StandIn.act(on: request, &state.platform, fault ?? chosen, now: now)
            state.exchanges.add(request, answer, at: now)
            return (answer, gate)
        }
        await gate?()
        if let exchange { transcript?.note(answer, to: exchange, at: clock.now) }
        return answer.response
    }

    /// Has the platform act on a request, or does wrong what is to be done wrong with it.
    ///
    /// - Returns: the answer, and what is waited for before it goes out.
    private static func act(
        on request: StandInRequest, _ platform: inout Platform, _ fault: StandInFault?, now: Timestamp
    ) -> (StandInAnswer, (@Sendable () async -> Void)?) {
        switch fault {
        case nil: return (platform.answer(request, now: now), nil)
        case .answer(let answer): return (answer, nil)
        case .code(let code): return (platform.refusal(code, at: request.path), nil)
        case .page(let status):
            let page = Array("<html><body>\(status)</body></html>".utf8)
            return (StandInAnswer(status: status, type: "text/html", body: page), nil)
        case .cutShort:
            var answer = platform.answer(request, now: now)
            answer.body = Array(answer.body.prefix(answer.body.count / 2))
            return (answer, nil)
        case .late(let gate): return (platform.answer(request, now: now), gate)
        }
    }
}

/// What a stand-in's platform is and does.
public protocol StandInPlatform: Sendable {
    /// Where it answers.
    static var places: [(method: HTTP.Method, pattern: String)] { get }

    /// Acts on a request.
    mutating func answer(_ request: StandInRequest, now: Timestamp) -> StandInAnswer

    /// What a request would have the platform show, and to whom; nothing for requests of other kinds (tokens, uploads).
    static func message(in request: StandInRequest) -> StandInMessage?

    /// The platform's answer with one of its error codes.
    func refusal(_ code: String, at path: String) -> StandInAnswer
}

/// Something done wrong on demand.
public enum StandInFault: Sendable {
    /// Answers this and does nothing.
    case answer(StandInAnswer)
    /// Answers with an error code in the platform's form and does nothing.
    case code(String)
    /// Answers as a gateway does, and does nothing.
    case page(status: Int)
    /// Acts, and breaks the answer off.
    case cutShort
    /// Acts, and answers only when this returns.
    case late(until: @Sendable () async -> Void)
}
