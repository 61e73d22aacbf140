import EarshotTesting
import HTTP
import PlatformStandIns
import Testing

@Suite("The platforms' stand-ins")
struct StandInTests {
    /// Times that no calendar has, of which some are at the end of what a number can be.
    private static let oddTimes = [
        "9223372036854775807", "-9223372036854775808", "9223372036854775", "-1", "soon", "",
    ]

    @Test("a signed time that is out of all bounds is refused like any other", arguments: oddTimes)
    func signedTimes(time: String) async throws {
        try await withStandIn(FeishuPlatform(bots: ["b1": "secret"])) { standIn, base, client in
            let body = #"{"timestamp":"\#(time)","sign":"x","msg_type":"text","content":{"text":"x"}}"#
            let answer = try await client.send(
                ClientRequest(.post, "\(base)/open-apis/bot/v2/hook/b1", body: Array(body.utf8)))
            #expect(String(decoding: answer.body, as: UTF8.self).contains("19021"))
            #expect(standIn.platform.messages.isEmpty)
        }
        let robot = DingTalkPlatform.Robot(secret: "SECone")
        try await withStandIn(DingTalkPlatform(robots: ["a1": robot])) { standIn, base, client in
            let url = "\(base)/robot/send?access_token=a1&timestamp=\(time)&sign=x"
            let answer = try await client.send(
                ClientRequest(.post, url, body: Array(#"{"msgtype":"text","text":{"content":"x"}}"#.utf8)))
            #expect(String(decoding: answer.body, as: UTF8.self).contains("310000"))
            #expect(standIn.platform.messages.isEmpty)
        }
    }
}
