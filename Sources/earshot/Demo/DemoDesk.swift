import Earshot
import HTTP
import PlatformStandIns
import Store
import Web

/// What the demo's console shows of the platforms: what their stand-ins were sent.
struct DemoDesk: PlatformDesk {
    let platforms: DemoPlatforms
    let settings: Settings
    let people: [Person]
    let bot: BotStore
    let courier: Courier
    let clock: any Earshot.Clock

    var addressees: [PlatformAddressee] {
        let groups = settings.groupRobots.map {
            PlatformAddressee(to: $0.name, name: "\(DemoDesk.name(of: $0.platform)) · 群 \($0.name)")
        }
        let channels = [("wecom", "企业微信"), ("dingtalk", "钉钉"), ("feishu", "飞书")]
        let persons = channels.flatMap { platform, name in
            people.prefix(1).map {
                PlatformAddressee(to: "\(platform)/dealers:\($0.id)", name: "\(name) · \($0.name)")
            }
        }
        // What a platform does not deliver is worth seeing, too.
        return groups + persons + [PlatformAddressee(to: "wecom/dealers:nobody", name: "企业微信 · 已离职的人")]
    }

    func messages(_ most: Int) -> [PlatformMessage] {
        let all =
            DemoDesk.messages(most, "wecom", platforms.weCom)
            + DemoDesk.messages(most, "dingtalk", platforms.dingTalk)
            + DemoDesk.messages(most, "feishu", platforms.feishu)
        return all.sorted { $0.at < $1.at }.suffix(most)
    }

    func waiting() async throws -> Int {
        try await bot.channelLoads().reduce(0) { $0 + $1.waiting }
    }

    func send(_ text: String, to addressee: String) async throws -> PlatformObjection? {
        guard addressees.contains(where: { $0.to == addressee }) else { return .unknownAddressee }
        let now = clock.now
        let deliveries: [Delivery]
        do {
            deliveries = try DeliveryByHand([addressee, text], picture: nil).deliveries(settings, at: now)
        } catch {
            return .tooLong
        }
        _ = try await bot.enqueue(deliveries, at: now)
        for delivery in deliveries { courier.wake(delivery.channel) }
        return nil
    }

    /// The newest of a platform: what came before them is not looked at, as the page asks every second.
    private static func messages<Platform>(
        _ most: Int, _ name: String, _ standIn: StandIn<Platform>
    ) -> [PlatformMessage] {
        let newest = standIn.exchanges.reversed().lazy.compactMap { exchange -> PlatformMessage? in
            guard let message = Platform.message(in: exchange.request) else { return nil }
            let request = exchange.request
            return PlatformMessage(
                platform: name, number: exchange.number, at: exchange.at, recipients: message.recipients,
                kind: message.kind,
                words: message.words,
                request: "\(request.method.rawValue) \(request.path)\n\n"
                    + DemoDesk.text(request.body),
                answer: DemoDesk.text(exchange.answer.body))
        }
        return newest.prefix(most).reversed()
    }

    /// The longest body that is shown whole, in bytes: only one with a picture in it is longer, and the page asks every
    /// second. The transcripts have all of it.
    private static let longestBody = 20_000

    private static func text(_ body: [UInt8]) -> String {
        let text = String(decoding: body.prefix(longestBody), as: UTF8.self)
        return body.count <= longestBody ? text : "\(text)…（共 \(body.count) 字节）"
    }

    private static func name(of platform: Settings.GroupRobot.Platform) -> String {
        switch platform {
        case .wecom: "企业微信"
        case .dingtalk: "钉钉"
        case .feishu: "飞书"
        }
    }
}
