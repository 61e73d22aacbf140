public import Crypto
internal import HTTP

/// Who may use the console.
public struct ConsoleAccess: Sendable {
    enum Rule: Sendable {
        case loopback
        case token(Secret)
    }

    let rule: Rule

    /// Whoever sits at this machine; for the demonstration.
    public static let loopback = ConsoleAccess(rule: .loopback)

    /// Whoever knows the token, which has at least 16 bytes; a shorter one opens nothing.
    public static func token(_ token: Secret) -> ConsoleAccess {
        ConsoleAccess(rule: .token(token))
    }

    /// Why a request is refused before it is looked at further, or nothing.
    ///
    /// A page of another site can make a browser send requests here. It cannot forge `Host`, `Origin` and
    /// `Sec-Fetch-Site`: a name that was made to point at this machine (DNS rebinding) shows in the first, a
    /// foreign page in the others (CSRF).
    func objection(to request: Request) -> Response? {
        let host = request.headers.all("Host")
        guard host.count == 1 else { return .failure(400, "console.host", "请求缺少主机名") }
        if case .loopback = rule, !isLoopback(request.client) || !isLoopbackName(host[0]) {
            return .failure(403, "console.not-local", "对话台只能在本机打开")
        }
        if let site = request.headers["Sec-Fetch-Site"], site != "same-origin", site != "none" {
            return .failure(403, "console.cross-site", "不接受来自其他网站的请求")
        }
        if let origin = request.headers["Origin"], origin != "http://\(host[0])",
            origin != "https://\(host[0])"
        {
            return .failure(403, "console.cross-site", "不接受来自其他网站的请求")
        }
        if request.method == .post, !isJSON(request.headers["Content-Type"]) {
            // A form of another site can send other types without asking first (Fetch, CORS-safelisted).
            return .failure(415, "console.not-json", "请求内容应为 JSON")
        }
        return nil
    }

    private func isLoopback(_ client: IPAddress?) -> Bool {
        guard let client else { return false }
        return ConsoleAccess.loopbackNetworks.contains { $0.contains(client) }
    }

    private func isLoopbackName(_ host: String) -> Bool {
        let end = host.hasPrefix("[") ? host.firstIndex(of: "]").map(host.index(after:)) : nil
        let name = host[..<(end ?? host.firstIndex(of: ":") ?? host.endIndex)]
        let port = host[name.endIndex...]
        guard port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil) else { return false }
        return ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased())
    }

    private func isJSON(_ type: String?) -> Bool {
        let essence = type?.prefix { $0 != ";" } ?? ""
        return essence.lowercased().filter { $0 != " " } == "application/json"
    }

    private static let loopbackNetworks = ["127.0.0.0/8", "::1"].compactMap { IPNetwork($0) }
}
