import Earshot
import EarshotTesting
import JSON

@testable import ChatPlatforms

/// What these tests send.
enum SendingFixture {
    static let texts = ReplyTexts(
        more: "回复「更多」", waiting: "请稍候", apology: "抱歉", unidentified: "认不出您", further: "还可以说：",
        underWay: { "正在查\($0)" }, chosen: { "已选\($0)" })

    static let warning = Reply([
        .title("杭州 · 油耗抱怨上升"),
        .text("近7天 76 条"),
        .figure(label: "较前7天", value: "▲120%"),
        .choices(
            prompt: "可以接着问:",
            [
                Reply.Choice(number: 1, label: "看原话", text: "油耗的原话"),
                Reply.Choice(number: 2, label: "认领", text: "认领 7"),
            ]),
    ])

    /// Far longer than any platform takes.
    static let long = Reply((1...4000).map { .quote(text: "第\($0)条 \"油耗\" 高", source: "论坛") })

    static func response(_ body: String, status: Int = 200, _ headers: [String: String] = [:])
        -> PlatformResponse
    {
        PlatformResponse(
            status: status, headers: headers.map { ($0.key, $0.value) }, body: Array(body.utf8))
    }

    /// What an endpoint that is no platform's may answer, and whether the request may have arrived all the same.
    static let foreignAnswers: [(response: PlatformResponse, mayHaveArrived: Bool)] = [
        (response("<html>busy</html>"), false),
        (response("<html>bad gateway</html>", status: 502), true),
        (response("", status: 503), true),
        (response("", status: 200), true),
        (response(#"{"errcode":"#), true),
        (response("[]"), false),
        (response("forbidden", status: 403), false),
        (response(#"{"message":"no upstream"}"#, status: 502), true),
    ]
}

extension PlatformCall {
    /// The JSON of the body.
    var json: JSONValue { (try? JSONValue(body)) ?? .null }
}

extension SendOutcome {
    var isUnclear: Bool { if case .unclear = self { true } else { false } }
    var isUnclearAndSafe: Bool { if case .unclear(repeatIsSafe: true, _) = self { true } else { false } }
    var isRetry: Bool { if case .retry = self { true } else { false } }
}
