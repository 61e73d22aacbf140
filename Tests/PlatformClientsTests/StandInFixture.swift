import ChatPlatforms
import Earshot
import EarshotTesting
import HTTP
import PlatformStandIns

/// What these tests send.
let texts = ReplyTexts(
    more: "回复「更多」", waiting: "请稍候", apology: "抱歉", unidentified: "认不出您", further: "还可以说：",
    underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })

let warning = Reply([
    .title("杭州 · 油耗抱怨上升"),
    .text("近7天 76 条"),
    .choices(prompt: "", [Reply.Choice(number: 1, label: "看原话", text: "油耗的原话")]),
])

/// Runs `body` beside a platform's stand-in, with a client that may reach it and nothing else.
func withStandIn<Platform: StandInPlatform>(
    _ platform: Platform, clock: ManualClock = ManualClock(),
    _ body: (StandIn<Platform>, _ base: String, Client) async throws -> Void
) async throws {
    let standIn = StandIn(platform, clock: clock)
    let base = try standIn.start()
    do {
        try await body(standIn, base, try client(for: base))
    } catch {
        await standIn.stop()
        throw error
    }
    await standIn.stop()
}

/// A client that may reach one place on loopback.
func client(for base: String) throws -> Client {
    let host = AllowedHost(base, allowsPrivateAddresses: true)
    return try Client(configuration: ClientConfiguration(allowedHosts: [host].compactMap { $0 }))
}

extension SendOutcome {
    var receipt: SendReceipt? { if case .sent(let receipt) = self { receipt } else { nil } }
    var isSent: Bool { receipt != nil }

    /// The case without what it holds.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
