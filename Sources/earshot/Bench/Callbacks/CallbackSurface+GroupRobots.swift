import ChatPlatforms
import Earshot

extension CallbackSurface {
    /// A custom robot, which only speaks: its messages are signed.
    static func dingTalkGroup(_ now: Timestamp) -> CallbackSurface {
        let timestamp = String(now.milliseconds)
        return CallbackSurface(
            name: "dingtalk-custom-robot",
            calls: [
                (
                    "sign",
                    {
                        _ = try DingTalkSignature.signedAddress(
                            webhook: robotWebhook, timestamp: timestamp, secret: token)
                    }
                )
            ],
            payload: payload(
                "dingtalk-custom-robot", [], "", now, [], owner: robotWebhook, timestamp: timestamp))
    }

    private static let robotWebhook = "https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef"

    /// A custom bot, which only speaks: its messages are signed.
    static func feishuGroup(_ now: Timestamp) -> CallbackSurface {
        let timestamp = String(now.milliseconds / 1000)
        return CallbackSurface(
            name: "feishu-custom-bot",
            calls: [
                ("sign", { _ = try FeishuSignature.customBot(timestamp: timestamp, secret: token) })
            ], payload: payload("feishu-custom-bot", [], "", now, [], owner: ""))
    }
}
