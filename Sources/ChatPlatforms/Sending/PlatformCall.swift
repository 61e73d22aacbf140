public import Crypto
import JSON

/// A request to a platform's server, before it is sent.
///
/// It may hold secrets in its address and body, so its description names the method and a path of ours alone, or the server
/// where the address was given whole: a webhook's path is its secret.
public struct PlatformCall: Sendable {
    public var method: Method
    /// A path, which stands behind the server's base address, or a whole address as the platform gave it.
    public var address: String
    /// What is appended to the address, percent-encoded there.
    public var query: [Field]
    public var headers: [Field]
    public var body: [UInt8]
    /// Where the access token goes.
    public var authorization: Authorization
    /// Whether the platform recognises the same request when it comes again, and acts once.
    public var repeatIsSafe: Bool

    public enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// A field of the query or the header.
    public struct Field: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// How a call proves who sends it.
    public enum Authorization: Sendable, Hashable {
        /// By what is in it already.
        case none
        case query(String)
        case header(String, prefix: String)
    }

    init(
        _ address: String, method: Method = .post, query: [Field] = [], headers: [Field] = [],
        body: [UInt8] = [], authorization: Authorization = .none, repeatIsSafe: Bool = false
    ) {
        self.method = method
        self.address = address
        self.query = query
        self.headers = headers
        self.body = body
        self.authorization = authorization
        self.repeatIsSafe = repeatIsSafe
    }

    /// A call with a JSON body.
    init(
        _ address: String, method: Method = .post, query: [Field] = [], json: JSON,
        authorization: Authorization = .none, repeatIsSafe: Bool = false
    ) {
        self.init(
            address, method: method, query: query, headers: [PlatformCall.jsonType], body: json.bytes,
            authorization: authorization, repeatIsSafe: repeatIsSafe)
    }

    /// A call with a form of several parts.
    init(_ address: String, query: [Field] = [], form: MultipartForm, authorization: Authorization) {
        self.init(
            address, query: query, headers: [Field("Content-Type", form.contentType)],
            body: form.bytes, authorization: authorization, repeatIsSafe: true)
    }

    static let jsonType = Field("Content-Type", "application/json; charset=utf-8")

    /// The call with the access token where it belongs.
    public func authorized(by token: Secret) -> PlatformCall {
        var call = self
        call.authorization = .none
        switch authorization {
        case .none: break
        case .query(let name): call.query.insert(Field(name, token.revealText()), at: 0)
        case .header(let name, let prefix): call.headers.append(Field(name, prefix + token.revealText()))
        }
        return call
    }

    /// The whole address.
    ///
    /// - Parameter base: Scheme and host of the platform's server, without a slash at the end.
    public func url(base: String) -> String {
        var url = address.hasPrefix("/") ? base + address : address
        for field in query {
            url += url.contains("?") ? "&" : "?"
            url += "\(PercentEncoding.encode(field.name))=\(PercentEncoding.encode(field.value))"
        }
        return url
    }
}

extension PlatformCall: CustomStringConvertible, CustomReflectable {
    public var description: String {
        let place = address.hasPrefix("/") ? String(address.prefix { $0 != "?" }) : server
        return "\(method.rawValue) \(place)"
    }
    /// Scheme and host of a whole address, with nothing that stands before, between or behind them.
    private var server: String {
        for scheme in ["https://", "http://"] where address.utf8.starts(with: scheme.utf8) {
            let rest = address.utf8.dropFirst(scheme.utf8.count)
            let host = rest.prefix { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: ".-:[]".utf8.contains(byte)
                }
            }
            guard rest.dropFirst(host.count).first.map("/?#".utf8.contains) ?? true else { break }
            return scheme + String(decoding: host, as: UTF8.self)
        }
        return "an address"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
