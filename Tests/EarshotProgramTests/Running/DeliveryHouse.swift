import Crypto
import Earshot
import EarshotTesting
import Foundation
import PlatformStandIns
import Store

@testable import EarshotProgram

/// A site that delivers texts and pictures to stand-ins of all platforms, and what of its deliveries was shown there.
struct DeliveryHouse {
    let site: SampleSite
    private let weCom: StandIn<WeComPlatform>
    private let dingTalk: StandIn<DingTalkPlatform>
    private let feishu: StandIn<FeishuPlatform>
    private let transcripts: PlatformTranscripts
    private let environment: [String: String]
    private let deliveries: [Numbered]

    /// A delivery and the number that stands in its text.
    private struct Numbered {
        let number: Int
        let channel: String
        let recipient: String
        /// The platform does not know the recipient.
        let isGone: Bool

        /// Some show a picture that holds the number instead.
        var isPicture: Bool { [11, 17, 31, 43].contains(number % 100) }
    }

    /// What became of the deliveries of a channel.
    struct Outcome: CustomStringConvertible {
        let channel: String
        /// Whether the platform shows a repeated message once.
        let knowsRepeats: Bool
        var sent = 0
        var dead = 0
        /// Dead although the platform knows the recipient.
        var wronglyDead = 0
        /// Sent, and never shown.
        var lost = 0
        var shownTwice = 0
        /// Shown although dead.
        var wronglyShown = 0

        var description: String {
            let platform = knowsRepeats ? "the platform tells repeats" : "the platform tells no repeats"
            return
                "\(channel): sent \(sent), dead \(dead), lost \(lost), shown twice \(shownTwice) (\(platform))"
        }
    }

    private static let weComChannel = "wecom/sales"
    private static let dingTalkChannel = "dingtalk/sales"
    private static let feishuChannel = "feishu/sales"
    private static let robotChannel = "group/quality"
    /// More the robot does not take in a minute.
    private static let mostToRobot = 10

    /// - Parameter count: how many deliveries there will be, of which one in 41 has a recipient who is gone. Most go
    ///   to WeCom: Feishu takes 1,000 a minute and DingTalk is asked for 20 a second.
    init(count: Int) throws {
        let robot = min(DeliveryHouse.mostToRobot, count / 30)
        deliveries = (0..<count).map { number in
            let isGone = number % 41 == 5
            let name = isGone ? "nobody\(number)" : "xiaowang\(number)"
            let (channel, recipient) =
                switch number {
                case ..<robot: (DeliveryHouse.robotChannel, "quality")
                case _ where number % 20 == 3: (DeliveryHouse.dingTalkChannel, "person:\(name)")
                case _ where number % 10 == 7: (DeliveryHouse.feishuChannel, "p2p:\(name)")
                default: (DeliveryHouse.weComChannel, name)
                }
            return Numbered(
                number: number, channel: channel, recipient: recipient, isGone: isGone && number >= robot)
        }
        let known = Set((0..<count).map { "xiaowang\($0)" })
        let secret = SampleSite.appSecret.revealText()
        transcripts = try PlatformTranscripts()
        weCom = StandIn(
            WeComPlatform(corpID: SampleSite.corpID, secret: secret, agent: 1_000_002, members: known),
            clock: SystemClock(), transcript: try transcripts.begin("wecom"))
        dingTalk = StandIn(
            DingTalkPlatform(
                appKey: SampleSite.appKey, appSecret: secret, people: known,
                robots: ["a1": DingTalkPlatform.Robot(secret: "SECone")]), clock: SystemClock(),
            transcript: try transcripts.begin("dingtalk"))
        feishu = StandIn(
            FeishuPlatform(appID: "cli_stand_in", appSecret: secret, chats: known), clock: SystemClock(),
            transcript: try transcripts.begin("feishu"))
        let (weComServer, dingTalkServer, feishuServer) = (
            try weCom.start(), try dingTalk.start(), try feishu.start()
        )
        environment = [
            "ROBOT_D": "\(dingTalkServer)/robot/send?access_token=a1", "SECRET_D": "SECone",
        ]
        site = try SampleSite(
            weCom: weComServer, dingTalk: dingTalkServer, feishu: feishuServer,
            groupRobots: """
                {name: "quality", platform: "dingtalk", webhook: {env: "ROBOT_D"}, secret: {env: "SECRET_D"},
                 server: "\(dingTalkServer)"},
                """)
    }

    func enqueue() async throws {
        let now = SystemClock().now
        let all = deliveries.map { delivery in
            Delivery(
                key: "test/\(delivery.number)", channel: delivery.channel, recipient: delivery.recipient,
                reply: delivery.isPicture
                    ? Reply() : Reply([.title("预警 第\(delivery.number)号"), .text("售后等待的抱怨上升")]),
                picture: delivery.isPicture ? DeliveryHouse.picture(of: delivery.number) : nil,
                deadline: now + .seconds(6 * 3600))
        }
        try await site.withStores { _ = try await $0.bot.enqueue(all, at: now) }
    }

    private static func picture(of number: Int) -> Picture? {
        Picture([0xFF, 0xD8, 0xFF] + Array("第\(number)号".utf8) + [0xFF, 0xD9])
    }

    func start() throws -> RunningProgram { try site.start(environment: environment) }

    /// How many have not come to an end, while no program runs.
    func open() async throws -> Int {
        try await site.withStores { try await $0.bot.channelLoads().reduce(0) { $0 + $1.waiting } }
    }

    /// Has everything that would be tried later tried now, while no program runs.
    func hurry() async throws {
        let now = SystemClock().now
        try await site.withStores { stores in
            let waiting = try await stores.bot.numbers(in: .retrying, on: nil)
            _ = try await stores.bot.retry(waiting, until: now + .seconds(3600), at: now)
        }
    }

    /// Lets the platforms do wrong what is chosen for each message.
    func misbehave(by mayhem: Mayhem) {
        let weComDialect = Mayhem.Dialect(
            busy: "-1", tooFast: "45009", tokenEnded: "42001", endsRound: true)
        let dingTalkDialect = Mayhem.Dialect(
            busy: "systemBusy", tooFast: "Forbidden.AccessDenied.QpsLimitForApi",
            tokenEnded: "InvalidAuthentication", endsRound: false)
        // A robot has no token, and one that is too fast is shut out for ten minutes.
        let robotDialect = Mayhem.Dialect(busy: "-1", tooFast: "-1", tokenEnded: "-1", endsRound: false)
        let feishuDialect = Mayhem.Dialect(
            busy: "230049", tooFast: "99991400", tokenEnded: "99991677", endsRound: false)
        weCom.misbehave { request in
            let isOne = ["/message/send", "/media/upload"].contains { request.path.hasSuffix($0) }
            return isOne ? mayhem.fault(in: weComDialect) : nil
        }
        dingTalk.misbehave { request in
            switch request.path {
            case "/robot/send", "/media/upload": mayhem.fault(in: robotDialect)
            case _ where request.path.hasSuffix("/batchSend"): mayhem.fault(in: dingTalkDialect)
            default: nil
            }
        }
        feishu.misbehave { request in
            let isOne = ["/messages", "/images"].contains { request.path.hasSuffix($0) }
            return isOne ? mayhem.fault(in: feishuDialect) : nil
        }
    }

    func recover() {
        weCom.recover()
        dingTalk.recover()
        feishu.recover()
    }

    /// What became of all, channel by channel, while no program runs.
    func outcomes() async throws -> [Outcome] {
        var ends: [String: DeliveryState] = [:]
        let rows = try await site.withStores { stores in
            try await stores.bot.deliveries(in: [.sent, .dead], on: nil, limit: deliveries.count)
        }
        for row in rows { ends[row.key] = row.progress.state }
        let shown = shownNumbers()
        return [
            (DeliveryHouse.weComChannel, true), (DeliveryHouse.feishuChannel, true),
            (DeliveryHouse.robotChannel, true), (DeliveryHouse.dingTalkChannel, false),
        ].map { channel, knowsRepeats in
            var outcome = Outcome(channel: channel, knowsRepeats: knowsRepeats)
            for delivery in deliveries where delivery.channel == channel {
                let times = shown[delivery.number] ?? 0
                if times > 1 { outcome.shownTwice += 1 }
                switch ends["test/\(delivery.number)"] {
                case .sent:
                    outcome.sent += 1
                    if times == 0 { outcome.lost += 1 }
                case .dead:
                    outcome.dead += 1
                    if !delivery.isGone { outcome.wronglyDead += 1 }
                    if times > 0 { outcome.wronglyShown += 1 }
                default: outcome.lost += 1
                }
            }
            return outcome
        }
    }

    /// How often each number was shown, on whatever platform.
    private func shownNumbers() -> [Int: Int] {
        let (weCom, dingTalk, feishu) = (weCom.platform, dingTalk.platform, feishu.platform)
        let bodies =
            weCom.messages.map { DeliveryHouse.shown("\($0.body)", weCom.uploads) }
            + dingTalk.messages.map { DeliveryHouse.shown("\($0.body)", dingTalk.uploads) }
            + feishu.messages.map { DeliveryHouse.shown("\($0.content)", feishu.uploads) }
        return bodies.reduce(into: [:]) { counts, body in
            // A text may name its number twice, as title and as what a notification shows.
            for number in DeliveryHouse.numbers(in: body) {
                counts[number, default: 0] += 1
            }
        }
    }

    /// What a message shows: its text, or what stands in the picture that it names.
    private static func shown(_ body: String, _ uploads: [(name: String, bytes: [UInt8])]) -> String {
        guard let name = body.firstMatch(of: /(?:wecom-media-|@media-|img_)(\d+)/),
            let number = Int(name.1), uploads.indices.contains(number - 1)
        else { return body }
        return String(decoding: uploads[number - 1].bytes, as: UTF8.self)
    }

    /// How much the transcripts and the platforms' own memory differ, after the stand-ins have stopped.
    func transcriptDifferences() throws -> Int {
        try transcripts.differences("wecom", from: weCom)
            + transcripts.differences("dingtalk", from: dingTalk)
            + transcripts.differences("feishu", from: feishu)
    }

    /// The texts among those that were sent of which no transcript says that a platform took them.
    func unproven() async throws -> [Int] {
        let taken = try ["wecom", "dingtalk", "feishu"].flatMap { try transcripts.exchanges($0) }
            .filter(\.isTaken)
        let proven = Set(
            taken.flatMap { DeliveryHouse.numbers(in: String(decoding: $0.sent, as: UTF8.self)) })
        let rows = try await site.withStores { stores in
            try await stores.bot.deliveries(in: [.sent], on: nil, limit: deliveries.count)
        }
        let sent = Set(rows.map(\.key))
        return deliveries.filter { !$0.isPicture && sent.contains("test/\($0.number)") }.map(\.number)
            .filter { !proven.contains($0) }
    }

    private static func numbers(in body: String) -> Set<Int> {
        Set(body.matches(of: /第(\d+)号/).compactMap { Int($0.1) })
    }

    func stop() async {
        await weCom.stop()
        await dingTalk.stop()
        await feishu.stop()
    }
}
