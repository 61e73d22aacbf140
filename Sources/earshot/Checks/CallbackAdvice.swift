import ChatPlatforms
import HTTP
import PlatformClients

/// What the answer of one's own public address means, and what to do about it.
struct CallbackAdvice {
    private let address: CallbackAddress

    init(_ address: CallbackAddress) {
        self.address = address
    }

    func judge(_ answer: CallbackAnswer) -> [(weight: Finding.Weight, explanation: Advice)] {
        guard answer.status == 200, answer.verdict == .right else {
            return [(.fault, answer.status == 200 ? wrong(answer) : refused(answer))]
        }
        if answer.isTooSlow { return [(.fault, slow(answer))] }
        var found: [(Finding.Weight, Advice)] = [(.fine, right(answer))]
        if !address.isEncrypted {
            found.append(
                (
                    .warning,
                    Advice(
                        "the address is without TLS: what people say goes over the net in the clear; enter an https:// "
                            + "address at the platform",
                        "该地址没有使用 TLS，消息会以明文传输：请在平台填写 https:// 地址")
                ))
        }
        return found
    }

    private func right(_ answer: CallbackAnswer) -> Advice {
        let milliseconds = answer.elapsed / .milliseconds(1)
        return Advice(
            "the address answers as the platform wants, after \(Int(milliseconds)) ms; the platform's console must hold the "
                + "same values (\(secrets))",
            "地址应答正确，用时 \(Int(milliseconds)) 毫秒；平台后台须填写相同的值（\(secrets)）")
    }

    private func slow(_ answer: CallbackAnswer) -> Advice {
        let (elapsed, patience) = (
            Int(answer.elapsed / .milliseconds(1)), Int(answer.patience / .milliseconds(1))
        )
        return Advice(
            "the right answer came after \(elapsed) ms, and the platform waits \(patience): look at the way between "
                + "(DNS, TLS, proxy, a far data centre) and at the machine's load, and try again",
            "应答正确，但用时 \(elapsed) 毫秒，平台只等 \(patience) 毫秒：请检查链路（DNS、TLS、代理、机房距离）和机器负载后重试")
    }

    private func wrong(_ answer: CallbackAnswer) -> Advice {
        switch answer.verdict {
        case .decorated:
            Advice(
                "the right answer comes with something around it, a line break, quotes or a byte order mark: a proxy in "
                    + "between changes answers",
                "应答内容正确，但前后多了换行、引号或 BOM：中间的代理修改了应答")
        case .empty:
            Advice(
                "the answer is empty: something else than the service answers, or a proxy drops the answer",
                "应答为空：应答的不是本服务，或代理丢弃了应答内容")
        case .page:
            Advice(
                "a page of HTML comes back\(by(answer)): a proxy, a login page or another site answers; /callback/ must be passed "
                    + "on to listen.port",
                "返回的是网页\(by(answer))：应答的是代理、登录页或其他网站；请把 /callback/ 转发到 listen.port")
        case .wrong, .right:
            Advice(
                "something else comes back than the platform wants\(by(answer)): another service answers at this address, or the "
                    + "running one has other settings",
                "应答内容与平台要求不符\(by(answer))：该地址由其他服务应答，或运行中的服务配置不同")
        }
    }

    private func refused(_ answer: CallbackAnswer) -> Advice {
        switch answer.status {
        case 300..<400:
            let place = answer.location.map { " to \($0)" } ?? ""
            return Advice(
                "the answer is a redirect (\(answer.status))\(place), which platforms do not follow: enter the final address, or have "
                    + "the proxy pass /callback/ on without one",
                "返回重定向（\(answer.status)）\(answer.location.map { "到 \($0)" } ?? "")，平台不会跟随：请填写最终地址，或让代理直接转发 /callback/"
            )
        case 400:
            return Advice(
                "400: the request arrives changed: does a proxy drop the query, the headers or the body?",
                "400：请求到达时已被改动：代理是否丢弃了查询参数、请求头或正文？")
        case 401, 407:
            return Advice(
                "\(answer.status): a proxy wants a password; platforms have none: leave /callback/ out of it",
                "\(answer.status)：代理要求登录，平台无法登录：请对 /callback/ 放行")
        case 403 where answer.isPage:
            return Advice(
                "403 with a page\(by(answer)): a firewall or proxy refuses, not the service: let /callback/ through",
                "403 网页\(by(answer))：被防火墙或代理拒绝，而不是本服务：请对 /callback/ 放行")
        case 403:
            return Advice(
                "403: the running service has other values than these settings (\(secrets)): was it restarted after they were "
                    + "changed? Its log has the reason: a callback was not answered in the normal way",
                "403：运行中的服务与当前配置的值不同（\(secrets)）：修改后是否重启过？日志“a callback was not answered in the normal way”中有原因"
            )
        case 404, 410:
            return Advice(
                "\(answer.status)\(by(answer)): the running service has no \(address.name) (was it restarted after it was added?), or the "
                    + "proxy does not pass this path on",
                "\(answer.status)\(by(answer))：运行中的服务没有 \(address.name)（添加后是否重启过？），或代理没有转发该路径")
        case 405:
            return Advice(
                "405\(by(answer)): GET and POST must both be passed on", "405\(by(answer))：GET 和 POST 都必须转发")
        case 429:
            return Advice(
                "429\(by(answer)): a proxy limits the rate; leave the platforms out of it",
                "429\(by(answer))：代理限制了频率：请对平台放行")
        case 502, 503, 504:
            return Advice(
                "\(answer.status)\(by(answer)): the proxy does not reach the service: is it running, and at listen.port?",
                "\(answer.status)\(by(answer))：代理无法连接本服务：服务是否在运行，端口是否为 listen.port？")
        case 500...:
            return Advice(
                "\(answer.status)\(by(answer)): the service or a proxy failed: look at the log",
                "\(answer.status)\(by(answer))：服务或代理出错：请查看日志")
        default:
            return Advice(
                "\(answer.status)\(by(answer)): platforms take 200 alone",
                "\(answer.status)\(by(answer))：平台只接受 200")
        }
    }

    /// Why there was no answer at all.
    func explanation(of error: ClientError) -> Advice {
        let origin = address.origin
        return switch error.code {
        case .cannotResolve:
            Advice(
                "the name of \(origin) is not known: it needs an entry in public DNS",
                "无法解析 \(origin) 的域名：需要公网 DNS 记录")
        case .cannotConnect:
            Advice(
                "nobody listens at \(origin), or a firewall refuses: is the proxy running, and its port open to the net?",
                "\(origin) 无法连接：代理是否在运行，端口是否对公网开放？")
        case .tls:
            Advice(
                "no trusted TLS at \(origin): the certificate must be of this name, not expired, and come with the whole chain "
                    + "(fullchain.pem)",
                "\(origin) 的 TLS 不受信任：证书须与域名一致、未过期，并附完整证书链（fullchain.pem）")
        case .timedOut:
            Advice(
                "no answer from \(origin) within ten seconds: a firewall swallows the connection, or the proxy waits for the "
                    + "service",
                "\(origin) 十秒内没有应答：连接被防火墙丢弃，或代理在等待服务")
        case .responseTooLarge:
            Advice(
                "\(origin) answers with far more than the service does: another site answers there",
                "\(origin) 的应答过大：应答的是其他网站")
        default:
            Advice(
                "the exchange with \(origin) broke off (\(error.code.rawValue)): is this the right port, and does it speak "
                    + "HTTP\(address.isEncrypted ? "S" : "")?",
                "与 \(origin) 的通信中断（\(error.code.rawValue)）：端口和协议是否正确？")
        }
    }

    private func by(_ answer: CallbackAnswer) -> String { answer.server.map { " (Server: \($0))" } ?? "" }

    /// The fields whose values both sides must have.
    private var secrets: String {
        switch address.surface {
        case .weComApp: "weComApps[].token, encodingAESKey, corpID"
        case .weComBot: "wecomBots[].token, encodingAESKey"
        case .dingTalk: "dingtalk[].appSecret"
        case .dingTalkCards: "dingtalk[].cards.apiSecret"
        case .dingTalkEvents: "dingTalkEvents[].token, encodingAESKey, ownerKey"
        case .feishu: "feishuApps[].verificationToken, encryptKey"
        }
    }
}
