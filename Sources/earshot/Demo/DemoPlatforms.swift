import Earshot
import Glibc
import PlatformStandIns

/// The platforms that the demo sends to: a server on this machine in the place of each, with an application and the robot
/// of a group.
struct DemoPlatforms: Sendable {
    let keys: DemoKeys
    let weCom: StandIn<WeComPlatform>
    let dingTalk: StandIn<DingTalkPlatform>
    let feishu: StandIn<FeishuPlatform>

    static let corpID = "ww0123456789abcdef"
    static let agentID: Int64 = 1_000_002
    static let appKey = "dingdemo"
    static let appID = "cli_demo"

    /// The robots of groups. What stands in their addresses is their name, by which the page shows them.
    static let robots = [("managers", Platform.wecom), ("quality", .dingtalk), ("sales", .feishu)]

    /// More than the page shows of each, tokens and uploads between the messages included.
    private static let memory = StandInMemory(exchanges: 500, bytes: 64 << 20)

    typealias Platform = Settings.GroupRobot.Platform

    /// Where they answer: scheme, host and port.
    struct Servers: Sendable {
        let weCom: String
        let dingTalk: String
        let feishu: String

        var all: [String] { Platform.allCases.map { self[$0] } }

        subscript(platform: Platform) -> String {
            switch platform {
            case .wecom: weCom
            case .dingtalk: dingTalk
            case .feishu: feishu
            }
        }
    }

    /// - Parameters:
    ///   - people: Those whom the applications may write to, by their identifiers.
    ///   - transcripts: The folder in which every request and answer is written down; nothing for none.
    ///   - clock: That of those who write: signatures and tokens grow old.
    /// - Throws: `Failure` where the transcripts cannot be begun.
    init(people: [String], transcripts: String?, clock: any Earshot.Clock = SystemClock()) throws {
        let folder = try transcripts.map { try TranscriptFolder($0) }
        keys = try DemoKeys()
        let secret = keys.robotSecret
        func robots(_ platform: Platform) -> [String] {
            DemoPlatforms.robots.filter { $0.1 == platform }.map(\.0)
        }
        weCom = StandIn(
            WeComPlatform(
                corpID: DemoPlatforms.corpID, secret: keys.weCom, agent: DemoPlatforms.agentID,
                members: Set(people), webhooks: robots(.wecom)),
            clock: clock, memory: DemoPlatforms.memory, transcript: try folder?.begin("wecom"))
        dingTalk = StandIn(
            DingTalkPlatform(
                appKey: DemoPlatforms.appKey, appSecret: keys.dingTalk, people: Set(people),
                robots: Dictionary(
                    uniqueKeysWithValues: robots(.dingtalk).map {
                        ($0, DingTalkPlatform.Robot(secret: secret))
                    })),
            clock: clock, memory: DemoPlatforms.memory, transcript: try folder?.begin("dingtalk"))
        feishu = StandIn(
            FeishuPlatform(
                appID: DemoPlatforms.appID, appSecret: keys.feishu, people: Set(people),
                bots: Dictionary(uniqueKeysWithValues: robots(.feishu).map { ($0, secret) })),
            clock: clock, memory: DemoPlatforms.memory, transcript: try folder?.begin("feishu"))
    }

    func start() throws -> Servers {
        Servers(weCom: try weCom.start(), dingTalk: try dingTalk.start(), feishu: try feishu.start())
    }

    func stop() async {
        await weCom.stop()
        await dingTalk.stop()
        await feishu.stop()
    }
}

/// A folder in which the platforms' transcripts are begun.
private struct TranscriptFolder {
    private let path: String

    init(_ path: String) throws(Failure) {
        self.path = path
        do throws(Failure) {
            try DataFolder(path: path).make(as: "the folder of the transcripts")
        } catch {
            throw Failure("--transcripts: \(error)")
        }
    }

    func begin(_ platform: String) throws(Failure) -> StandInTranscript {
        let file = "\(path)/\(platform).transcript"
        do throws(StandInTranscript.Unusable) {
            return try StandInTranscript(path: file) { end in
                Terminal.say("\(file) ends here: \(String(cString: strerror(end.number)))")
            }
        } catch {
            throw Failure("\(file) cannot be made: \(String(cString: strerror(error.number)))")
        }
    }
}
