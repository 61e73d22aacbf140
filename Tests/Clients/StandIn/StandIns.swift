import Earshot
import FoundationEssentials
import JSON
import PlatformStandIns

/// Runs the platforms' stand-ins for clients that are not this project's.
///
/// Prints their addresses as one JSON line, and then, for each line on standard input, one JSON line:
/// `messages PLATFORM` gives what was shown, `requests PLATFORM` how many requests came, `expire PLATFORM` ends the
/// application's token, `fail PLATFORM PATH CODE` refuses the next request whose path ends so. Its one argument is the
/// folder in which each platform's transcript is written.
@main
struct StandIns {
    static func main() async throws {
        let clock = RealClock()
        let folder = CommandLine.arguments.dropFirst().first
        func transcript(_ platform: String) throws -> StandInTranscript? {
            try folder.map { try StandInTranscript(path: "\($0)/\(platform).transcript") }
        }
        let weCom = StandIn(
            WeComPlatform(members: ["li", "zhao"], webhooks: ["k1"]), clock: clock,
            transcript: try transcript("wecom"))
        let dingTalk = StandIn(
            DingTalkPlatform(
                people: ["u1"], groups: ["cid1"], robots: ["a1": DingTalkPlatform.Robot(secret: "SECone")]),
            clock: clock, transcript: try transcript("dingtalk"))
        let feishu = StandIn(
            FeishuPlatform(people: ["ou_1"], chats: ["oc_1"], bots: ["h1": "hook-secret"]), clock: clock,
            transcript: try transcript("feishu"))
        say([
            "wecom": .string(try weCom.start()), "dingtalk": .string(try dingTalk.start()),
            "feishu": .string(try feishu.start()),
        ])
        while let line = readLine() {
            let words = line.split(separator: " ").map { String($0) }
            switch (words.first, words.dropFirst().first) {
            case ("messages", "wecom"):
                say(list(weCom.platform.messages.map { ["to": texts($0.recipients), "body": $0.body] }))
            case ("messages", "dingtalk"):
                say(
                    list(
                        dingTalk.platform.messages.map {
                            ["to": texts($0.recipients), "body": $0.body, "parameters": $0.parameters]
                        }))
            case ("messages", "feishu"):
                say(
                    list(
                        feishu.platform.messages.map {
                            ["to": texts([$0.recipient]), "type": .string($0.type), "content": $0.content]
                        }))
            case ("requests", "wecom"): say(.number(Double(weCom.requests.count)))
            case ("requests", "dingtalk"): say(.number(Double(dingTalk.requests.count)))
            case ("requests", "feishu"): say(.number(Double(feishu.requests.count)))
            case ("expire", "wecom"):
                weCom.change { $0.expireToken() }
                say(.null)
            case ("expire", "dingtalk"):
                dingTalk.change { $0.expireToken() }
                say(.null)
            case ("expire", "feishu"):
                feishu.change { $0.expireToken() }
                say(.null)
            case ("fail", "wecom") where words.count == 4:
                weCom.fail(words[2], .code(words[3]))
                say(.null)
            case ("fail", "dingtalk") where words.count == 4:
                dingTalk.fail(words[2], .code(words[3]))
                say(.null)
            case ("fail", "feishu") where words.count == 4:
                feishu.fail(words[2], .code(words[3]))
                say(.null)
            default: say(["error": .string("not understood")])
            }
        }
        await weCom.stop()
        await dingTalk.stop()
        await feishu.stop()
    }

    private static func say(_ members: [String: JSONValue]) { say(.object(members)) }

    private static func say(_ value: JSONValue) {
        guard let bytes = try? value.bytes else { return }
        StandardOutput.write(bytes + [UInt8(ascii: "\n")])
    }

    private static func list(_ items: [[String: JSONValue]]) -> JSONValue {
        .array(items.map { .object($0) })
    }

    private static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

private struct RealClock: Earshot.Clock {
    var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
