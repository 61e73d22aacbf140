import HTTP

/// Why a server was not reached, or something else answered in its place, and what to do about it.
public enum ConnectionAdvice {
    /// - Parameters:
    ///   - code: A remark's code; nothing comes of a platform's own.
    ///   - server: Scheme and host.
    public static func explanation(of code: String, server: String) -> Advice? {
        let host = server.split(separator: "/").last.map(String.init) ?? server
        switch ClientError.Code(rawValue: code) {
        case .hostNotAllowed:
            return Advice(
                "\(server) is not among outbound.allowedHosts: add it there",
                "\(server) 不在 outbound.allowedHosts 中，请加入")
        case .addressRefused:
            return Advice(
                "the name \(host) leads to a private address: DNS is wrong, or, where that is meant so, write "
                    + "\(server) with its scheme into outbound.allowedHosts",
                "域名 \(host) 指向内网地址：请检查 DNS；若确实如此，请在 outbound.allowedHosts 中写上带协议的 \(server)")
        case .cannotResolve:
            return Advice(
                "the name \(host) is not known: check this machine's DNS (getent hosts \(host))",
                "无法解析域名 \(host)：请检查本机 DNS（getent hosts \(host)）")
        case .cannotConnect:
            return Advice(
                "there is no connection to \(host): a firewall must let this machine out to it",
                "无法连接 \(host)：请检查防火墙是否允许本机访问")
        case .tls:
            return Advice(
                "the certificate of \(host) is not trusted: install ca-certificates, check this machine's clock, and "
                    + "whether a proxy of the company's breaks TLS open",
                "\(host) 的证书不受信任：请安装 ca-certificates，检查本机时钟，以及公司代理是否拦截 TLS")
        case .timedOut:
            return Advice(
                "\(host) did not answer in time: try again; if it stays so, a firewall swallows the connection",
                "\(host) 未在时限内应答：请稍后再试；若一直如此，可能被防火墙丢弃")
        case .responseTooLarge:
            return Advice(
                "\(host) answered with far more than the platform does: something else answers in its place",
                "\(host) 的应答过大，不是平台的应答：可能有其他服务器冒充")
        case .invalidURL, .invalidRequest:
            return Advice(
                "\(server) cannot be asked: look for odd characters in the server and in the identifiers",
                "无法请求 \(server)：请检查服务器地址和各标识中是否有异常字符")
        default:
            guard code.hasPrefix("http.") else { return nil }
            return Advice(
                "\(host) did not answer as the platform does: a proxy in between, or another server; try again",
                "\(host) 的应答不是平台的格式：中间可能有代理，或服务器地址不对；请稍后再试")
        }
    }

    /// The first address in a platform's words, to be shown: it names the one that it saw.
    static func address(in words: String) -> String? {
        let characters = words.split { character in
            !(character.isHexDigit || character == "." || character == ":")
        }
        return characters.lazy.map { $0.trimmingSuffix(while: { $0 == "." || $0 == ":" }) }
            .filter { $0.contains(".") || $0.contains(":") }
            .compactMap { IPAddress($0) }.first.map { "\($0)" }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
