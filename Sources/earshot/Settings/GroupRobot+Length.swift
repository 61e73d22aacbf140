import ChatPlatforms
import Earshot

extension Settings.GroupRobot.Platform {
    /// Whether the platform shows a reply to its end.
    func showsWhole(_ reply: Reply) -> Bool {
        switch self {
        case .wecom: Reply.isWhole { WeComWebhookOutgoing(reply, texts: $0) }
        case .dingtalk: Reply.isWhole { DingTalkOutgoing(reply, texts: $0) }
        case .feishu: Reply.isWhole { FeishuOutgoing(toCustomBot: reply, texts: $0) }
        }
    }
}
