public import ChatPlatforms
import Crypto
public import Earshot
public import HTTP

/// The way to one of a platform's servers.
public struct PlatformConnection: Sendable {
    private let base: String
    private let client: Client
    private let timeLimit: Duration

    /// The largest answer that is read where nothing else is asked for, in bytes.
    static let usualLimit = 1 << 20

    /// - Parameters:
    ///   - base: Scheme and host; the client must allow it.
    ///   - timeLimit: For one request with its answer.
    public init(base: String, client: Client, timeLimit: Duration = .seconds(10)) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.client = client
        self.timeLimit = timeLimit
    }

    /// The way to addresses that are given whole.
    ///
    /// - Parameter client: Must allow them.
    public init(toWholeAddresses client: Client, timeLimit: Duration = .seconds(10)) {
        self.init(base: "", client: client, timeLimit: timeLimit)
    }

    /// Sends a call that needs no token, and reads its answer.
    ///
    /// - Parameter responseLimit: The largest answer that is taken in, in bytes.
    func perform<Result: CallResult>(
        _ call: PlatformCall, most responseLimit: Int = PlatformConnection.usualLimit,
        reading read: (PlatformResponse) -> Result
    ) async -> Result {
        do throws(ClientError) {
            return read(try await response(to: call, responseLimit))
        } catch {
            return .failed(error.outcome(repeatIsSafe: call.repeatIsSafe))
        }
    }

    /// Sends a call with the application's token, and reads its answer. When the token is refused it is replaced and
    /// the call repeated, once.
    func perform<Result: CallResult>(
        _ call: PlatformCall, keeper: TokenKeeper, most responseLimit: Int = PlatformConnection.usualLimit,
        reading read: (PlatformResponse) -> Result
    ) async -> Result {
        switch await keeper.token() {
        case .failed(let outcome): return .failed(outcome)
        case .value(let token):
            let result = await perform(call.authorized(by: token), most: responseLimit, reading: read)
            guard result.isTokenInvalid else { return result }
            switch await keeper.replacement(for: token) {
            case nil: return result
            case .failed(let outcome)?: return .failed(outcome)
            case .value(let fresh)?:
                return await perform(call.authorized(by: fresh), most: responseLimit, reading: read)
            }
        }
    }

    private func response(
        to call: PlatformCall, _ limit: Int
    ) async throws(ClientError) -> PlatformResponse {
        let headers = Headers(call.headers.map { Headers.Field($0.name, $0.value) })
        let response = try await client.send(
            ClientRequest(
                Method(rawValue: call.method.rawValue), call.url(base: base), headers: headers,
                body: call.body, timeLimit: timeLimit, responseLimit: limit))
        return PlatformResponse(
            status: response.status, headers: response.headers.fields.map { ($0.name, $0.value) },
            body: response.body)
    }
}

extension PlatformConnection: LateReplySender {
    public func post(_ reply: LateReply) async -> SendOutcome {
        await perform(reply.call, reading: reply.read)
    }
}

/// What a call comes to: an outcome, or a value that was asked for.
protocol CallResult {
    static func failed(_ outcome: SendOutcome) -> Self
    var isTokenInvalid: Bool { get }
}

extension SendOutcome: CallResult {
    static func failed(_ outcome: SendOutcome) -> SendOutcome { outcome }

    var isTokenInvalid: Bool {
        if case .tokenInvalid = self { true } else { false }
    }
}

extension PlatformAnswered: CallResult {
    var isTokenInvalid: Bool {
        if case .failed(.tokenInvalid) = self { true } else { false }
    }
}

extension ClientError {
    /// What a request without an answer means for its message.
    func outcome(repeatIsSafe: Bool) -> SendOutcome {
        let remark = PlatformRemark(code: code.rawValue, words: message)
        switch code {
        case .invalidURL, .invalidRequest, .hostNotAllowed, .addressRefused: return .channelStopped(remark)
        default:
            return mayHaveArrived
                ? .unclear(repeatIsSafe: repeatIsSafe, remark) : .retry(after: nil, remark)
        }
    }
}
