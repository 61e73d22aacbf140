import ChatPlatforms
import Earshot

extension Settings.GroupRobot.Platform {
    /// Whether the platform shows a reply to its end.
    ///
    /// A message that is too long ends with a sentence for that; where another sentence makes another message of it,
    /// something was cut off.
    func showsWhole(_ reply: Reply) -> Bool {
        func isSame<Message: Equatable>(_ write: (ReplyTexts) -> Message?) -> Bool {
            let messages = ["…", "……"].map { end in
                write(ReplyTexts(more: end, waiting: "", apology: "", unidentified: "") { $0 })
            }
            return messages[0] == messages[1]
        }
        return switch self {
        case .wecom: isSame { WeComWebhookOutgoing(reply, texts: $0) }
        case .dingtalk: isSame { DingTalkOutgoing(reply, texts: $0) }
        case .feishu: isSame { FeishuOutgoing(toCustomBot: reply, texts: $0) }
        }
    }
}
