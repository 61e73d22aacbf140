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

    @Test("what a page in a browser sends is refused, and acted on by nobody")
    func pages() async throws {
        let fields = [
            ("Origin", "https://evil.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "none"),
        ]
        try await withStandIn(WeComPlatform(webhooks: ["k1"])) { standIn, base, client in
            var request = ClientRequest(
                .post, "\(base)/cgi-bin/webhook/send?key=k1",
                body: Array(#"{"msgtype":"text","text":{"content":"x"}}"#.utf8))
            for (name, value) in fields {
                request.headers = ["Content-Type": "text/plain"]
                request.headers[name] = value
                let refusal = try await client.send(request)
                #expect(refusal.status == 403, "\(name): \(value)")
            }
            #expect(standIn.requests.isEmpty && standIn.platform.messages.isEmpty)
            request.headers = ["Content-Type": "application/json"]
            let answer = try await client.send(request)
            #expect(answer.status == 200)
            #expect(standIn.platform.messages.count == 1)
        }
    }

    @Test("one with little memory keeps the newest requests, under the numbers that they had")
    func memory() async throws {
        let standIn = StandIn(
            WeComPlatform(webhooks: ["k1"]), clock: ManualClock(),
            memory: StandInMemory(exchanges: 3, bytes: 10_000))
        let base = try standIn.start()
        let connection = try client(for: base)
        func send(_ text: String) async throws {
            let body = Array(#"{"msgtype":"text","text":{"content":"\#(text)"}}"#.utf8)
            _ = try await connection.send(
                ClientRequest(.post, "\(base)/cgi-bin/webhook/send?key=k1", body: body))
        }
        for number in 0..<5 { try await send("\(number)") }
        #expect(standIn.exchanges.map(\.number) == [2, 3, 4])
        #expect(
            standIn.exchanges.compactMap { WeComPlatform.message(in: $0.request)?.words } == ["2", "3", "4"])
        try await send(String(repeating: "x", count: 9_900))
        #expect(standIn.exchanges.map(\.number) == [5])
        try await send(String(repeating: "x", count: 20_000))
        #expect(standIn.exchanges.map(\.number) == [6])
        await standIn.stop()
    }
}
