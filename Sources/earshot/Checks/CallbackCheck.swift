import ChatPlatforms
import Crypto
import Earshot
import HTTP
import PlatformClients

/// `earshot check --callback URL`: calls one's own public address as the platform does when it checks it, and says what
/// came back.
struct CallbackCheck {
    private let address: CallbackAddress
    private let site: Site
    private let clock: any Earshot.Clock
    private let stopwatch: @Sendable () -> Duration

    /// Longer than any platform waits, so that a slow answer is told from none.
    private static let timeLimit = Duration.seconds(10)
    /// The right answers are short.
    private static let responseLimit = 64 << 10

    /// - Parameter stopwatch: The time that has passed since any moment.
    init(
        _ address: CallbackAddress, of site: Site, clock: any Earshot.Clock = SystemClock(),
        stopwatch: @escaping @Sendable () -> Duration = CallbackCheck.stopwatch()
    ) {
        self.address = address
        self.site = site
        self.clock = clock
        self.stopwatch = stopwatch
    }

    /// What was found; nothing in it is secret, whatever answered.
    func findings() async throws -> [Finding] {
        let now = clock.now
        guard let trial = try trial(now: now) else { return [finding(.fault, notConfigured)] }
        if !address.isEncrypted, !address.staysWithin, showsSecret { return [finding(.fault, inTheClear)] }
        let client = try Client(configuration: ClientConfiguration(allowedHosts: [address.origin]))
        let request = ClientRequest(
            Method(rawValue: trial.call.method.rawValue), trial.call.url(base: ""),
            headers: Headers(trial.call.headers.map { Headers.Field($0.name, $0.value) }),
            body: trial.call.body, timeLimit: CallbackCheck.timeLimit,
            responseLimit: CallbackCheck.responseLimit)
        let begin = stopwatch()
        let advice = CallbackAdvice(address)
        do throws(ClientError) {
            let response = try await client.send(request)
            let answer = CallbackAnswer(response, to: trial, after: stopwatch() - begin)
            let found = advice.judge(answer).map { finding($0.weight, $0.explanation) }
            let limit = [.dingTalk, .dingTalkCards].contains(address.surface) ? 1 : 12
            let comparison = ClockComparison(date: response.headers["Date"], now: clock.now)
            let skew = comparison?.finding(server: address.origin.description, limit: .seconds(limit * 3600))
            return (found + [skew].compactMap(\.self)).map(redacted)
        } catch {
            return [redacted(finding(.fault, advice.explanation(of: error)))]
        }
    }

    private func finding(_ weight: Finding.Weight, _ explanation: Advice) -> Finding {
        Finding(weight, address.channel, explanation)
    }

    /// A service in the clear may have been given a token, and sent it back as part of an address.
    private func redacted(_ finding: Finding) -> Finding {
        let secrets = site.settings.feishuApps.map { site.secret($0.verificationToken) }
        return Redaction(secrets).applied(to: finding)
    }

    /// What the platform would send to the address; nothing when there is nobody of that name.
    private func trial(now: Timestamp) throws -> CallbackTrial? {
        let (settings, name) = (site.settings, address.name)
        let random = try randomBytes(CallbackTrial.randomCount)
        switch address.surface {
        case .weComApp:
            return try settings.weComApps.first { $0.name == name }.map {
                try WeComApp($0, of: site, clock: clock).trial(at: address.text, now: now, random: random)
            }
        case .weComBot:
            return try settings.wecomBots.first { $0.name == name }.map {
                try WeComBot($0, of: site, clock: clock).trial(at: address.text, now: now, random: random)
            }
        case .dingTalk:
            return try settings.dingtalk.first { $0.name == name }.map {
                try DingTalkRobot($0, of: site).trial(at: address.text, now: now, random: random)
            }
        case .dingTalkCards:
            let robot = settings.dingtalk.first { $0.name == name }
            return try robot.flatMap { try DingTalkCards($0, of: site) }?.trial(at: address.text, now: now)
        case .dingTalkEvents:
            return try settings.dingTalkEvents.first { $0.name == name }.map {
                try DingTalkEvents($0, of: site).trial(at: address.text, now: now, random: random)
            }
        case .feishu:
            return try settings.feishuApps.first { $0.name == name }.map {
                try FeishuApp($0, of: site, clock: clock).trial(at: address.text, random: random)
            }
        }
    }

    /// Whether whoever reads the call can forge others: with Feishu's token, which is encrypted only under a key, or
    /// with DingTalk's signature, which is of the time alone and good for an hour.
    private var showsSecret: Bool {
        switch address.surface {
        case .dingTalk, .dingTalkCards: true
        case .feishu:
            site.settings.feishuApps.first { $0.name == address.name }?.encryptKey == nil
        case .weComApp, .weComBot, .dingTalkEvents: false
        }
    }

    private var inTheClear: Advice {
        Advice(
            "it was not called: over http:// whoever reads along could forge callbacks with what the call shows. Give the "
                + "https:// address, or the one that the service has in the own network, by number",
            "没有请求该地址：通过 http:// 发送时，请求中的内容会让旁观者能够伪造回调。请使用 https:// 地址，或填写服务在内网的 IP 地址")
    }

    private var notConfigured: Advice {
        let (list, names) = address.surface.names(in: site.settings)
        let known = names.sorted().joined(separator: ", ")
        return Advice(
            "there is no \(address.name) in \(list) of these settings; "
                + (names.isEmpty ? "none is there" : "there are \(known)"),
            "配置 \(list) 中没有 \(address.name)；" + (names.isEmpty ? "该项为空" : "已有 \(known)"))
    }

    /// A stopwatch that runs from now on, whatever becomes of the machine's clock.
    static func stopwatch() -> @Sendable () -> Duration {
        let begin = ContinuousClock.now
        return { ContinuousClock.now - begin }
    }
}

extension CallbackAddress.Surface {
    /// Where its names stand in the settings, and which there are.
    func names(in settings: Settings) -> (list: String, names: [String]) {
        switch self {
        case .weComApp: ("weComApps", settings.weComApps.map(\.name))
        case .weComBot: ("wecomBots", settings.wecomBots.map(\.name))
        case .dingTalk: ("dingtalk", settings.dingtalk.map(\.name))
        case .dingTalkCards:
            ("dingtalk (with cards)", settings.dingtalk.filter { $0.cards != nil }.map(\.name))
        case .dingTalkEvents: ("dingTalkEvents", settings.dingTalkEvents.map(\.name))
        case .feishu: ("feishuApps", settings.feishuApps.map(\.name))
        }
    }
}
