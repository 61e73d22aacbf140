import ChatPlatforms
import Earshot
import EarshotTesting
import JSON
import Testing

@Suite(
    "Examples of answers",
    .enabled(if: ProtocolSamples.areHere, "skipped: the protocol samples are not beside the project"))
struct ResponseSampleTests {
    /// What has to come of each example, by the name of its file.
    private let expected: [String: String] = [
        "dingtalk-access-token-bad": "channelStopped invalidClientIdOrSecret",
        "dingtalk-access-token-ok": "token 7200",
        "dingtalk-custom-bad-sign": "refused 310000",
        "dingtalk-custom-keyword": "refused 310000",
        "dingtalk-custom-ok": "sent",
        "dingtalk-custom-too-fast": "tooFast 600 410100",
        "dingtalk-oto-ok": "sent",
        "dingtalk-oto-partly-failed": "sent but not to person gone, person tooFast",
        "dingtalk-qps-limited": "tooFast 1 Forbidden.AccessDenied.QpsLimitForAppkeyAndApi",
        "dingtalk-system-error": "retry system.error",
        "dingtalk-token-expired": "tokenInvalid InvalidAuthentication",
        "dingtalk-too-fast": "tooFast 60 send.too.fast",
        "feishu-bot-not-in-chat": "recipientGone 230002",
        "feishu-custom-bot-bad-sign": "channelStopped 19021",
        "feishu-custom-bot-ok": "sent",
        "feishu-rate-limited": "tooFast 60 99991400",
        "feishu-send-ok": "sent",
        "feishu-token-bad-secret": "channelStopped 10014",
        "feishu-token-invalid": "tokenInvalid 99991663",
        "feishu-token-ok": "token 7200",
        "wecom-busy": "retry -1",
        "wecom-gettoken-bad-secret": "channelStopped 40001",
        "wecom-gettoken-ok": "token 7200",
        "wecom-ip-not-allowed": "channelStopped 60020",
        "wecom-rate-limited": "tooFast 60 45009",
        "wecom-send-nobody-left": "recipientGone 81013",
        "wecom-send-ok": "sent",
        "wecom-send-ok-card": "sent",
        "wecom-send-partly-failed":
            "sent but not to person gone, person gone, person unlicensed, department gone",
        "wecom-token-expired": "tokenInvalid 42001",
        "wecom-token-invalid": "tokenInvalid 40014",
        "wecom-upload-ok": "uploaded",
        "wecom-webhook-bad-key": "channelStopped 93000",
        "wecom-webhook-ok": "sent",
        "wecom-webhook-too-long": "refused 40058",
    ]

    /// Of the long connection.
    private let notAnswersToCalls: Set = ["dingtalk-stream-open-ok"]

    @Test("every example has its outcome")
    func examples() throws {
        let names = try ProtocolSamples.names(in: "api-responses")
        #expect(Set(names).subtracting(notAnswersToCalls) == Set(expected.keys))
        for name in names {
            guard let outcome = expected[name] else { continue }
            let sample = try ProtocolSamples.load(name, in: "api-responses")
            var headers: [(name: String, value: String)] = []
            if case .object(let fields) = sample["body"]["headersOfInterest"] {
                headers = fields.map { ($0.key, $0.value.text) }
            }
            var body = sample["body"]
            body["headersOfInterest"] = .null
            let response = PlatformResponse(
                status: Int(sample["status"].number), headers: headers, body: try body.bytes)
            #expect(told(name, response) == outcome, "\(name)")
        }
    }

    private func told(_ name: String, _ response: PlatformResponse) -> String {
        let isToken = name.contains("token-ok") || name.contains("token-bad")
        switch name {
        case "wecom-upload-ok":
            if case .value = WeComAnswer.uploaded(response) {
                return "uploaded"
            } else {
                return "not uploaded"
            }
        case _ where name.hasPrefix("wecom"):
            return isToken
                ? told(WeComAnswer.token(response)) : told(WeComAnswer.sent(response, repeatIsSafe: true))
        case _ where name.hasPrefix("dingtalk-custom"): return told(DingTalkWebhookAnswer.posted(response))
        case _ where name.hasPrefix("dingtalk"):
            return isToken ? told(DingTalkAnswer.token(response)) : told(DingTalkAnswer.sent(response))
        case _ where name.hasPrefix("feishu-custom"): return told(FeishuAnswer.posted(response))
        default:
            return isToken
                ? told(FeishuAnswer.token(response)) : told(FeishuAnswer.sent(response, repeatIsSafe: true))
        }
    }

    private func told(_ answered: PlatformAnswered<PlatformToken>) -> String {
        switch answered {
        case .value(let token): "token \(token.lifetime.components.seconds)"
        case .failed(let outcome): told(outcome)
        }
    }

    private func told(_ outcome: SendOutcome) -> String {
        switch outcome {
        case .sent(let receipt) where receipt.unreached.isEmpty: "sent"
        case .sent(let receipt):
            "sent but not to "
                + receipt.unreached.map { "\($0.kind) \($0.reason)" }.joined(separator: ", ")
        case .tokenInvalid(let remark): "tokenInvalid \(remark.code)"
        case .retry(_, let remark): "retry \(remark.code)"
        case .tooFast(let wait, let remark): "tooFast \(wait.components.seconds) \(remark.code)"
        case .recipientGone(let remark): "recipientGone \(remark.code)"
        case .refused(let remark): "refused \(remark.code)"
        case .channelStopped(let remark): "channelStopped \(remark.code)"
        case .unclear(_, let remark): "unclear \(remark.code)"
        }
    }
}
