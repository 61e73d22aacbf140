import Configuration
import Crypto
import PlatformClients

extension Settings {
    /// A robot in a group that only speaks: messages are sent to it by its name, and nobody can answer.
    struct GroupRobot: Codable, Sendable {
        /// What messages to the group are addressed to; one name for all platforms.
        var name: String
        var platform: Platform
        /// The whole address that the platform shows, which is all that anybody needs to write into the group.
        var webhook: SecretReference
        /// With which messages are signed, where the robot wants that.
        var secret: SecretReference?
        /// The platform's server, where it is another than the usual ones.
        var server: String?

        enum Platform: String, Codable, Sendable, CaseIterable {
            /// 自定义机器人.
            case dingtalk
            /// 消息推送 (群机器人).
            case wecom
            /// 自定义机器人.
            case feishu
        }

        /// The channel of its deliveries.
        var channel: String { "group/\(name)" }

        /// The servers that its address may be at.
        var servers: [String] {
            if let server { return [server] }
            return switch platform {
            case .dingtalk: [DingTalkSender.olderServer]
            case .wecom: [WeComSender.server]
            case .feishu: [FeishuSender.server, FeishuSender.internationalServer]
            }
        }

        /// What stands between server and token in an address.
        var path: String {
            switch platform {
            case .dingtalk: "/robot/send?access_token="
            case .wecom: "/cgi-bin/webhook/send?key="
            case .feishu: "/open-apis/bot/v2/hook/"
            }
        }

        /// Where an address leads: the server, and the token that is all the rest of it.
        ///
        /// Nothing for an address of another platform or server, and for one with anything else in it.
        func destination(of webhook: Secret) -> (server: String, token: Secret)? {
            let address = webhook.revealText()
            for server in servers where address.hasPrefix(server + path) {
                let token = address.dropFirst(server.count + path.count)
                guard (1...200).contains(token.utf8.count),
                    token.utf8.allSatisfy({ isAlphanumeric($0) || $0 == 0x2D || $0 == 0x5F })
                else { return nil }
                return (server, Secret(String(token)))
            }
            return nil
        }
    }
}
