import Configuration

extension Settings {
    /// Where the service is reached.
    struct Listen: Codable, Sendable {
        /// An IP address of this machine; `::` for all of them.
        var address = "127.0.0.1"
        /// 0 takes a free one.
        var port: UInt16 = 8080
        /// Proxies whose `X-Forwarded-For` is believed, as addresses or blocks (`10.0.0.0/8`).
        var trustedProxies: [String] = []

        init() {}

        private enum CodingKeys: String, CodingKey {
            case address, port, trustedProxies
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            address = try keys.value(.address, default: address)
            port = try keys.value(.port, default: port)
            trustedProxies = try keys.value(.trustedProxies, default: trustedProxies)
        }
    }

    /// The page on which one talks to the bot without a chat account.
    struct Console: Codable, Sendable {
        var isEnabled = false
        /// Asked for before the page shows anything.
        var token: SecretReference?

        init() {}

        private enum CodingKeys: String, CodingKey {
            case isEnabled = "enabled"
            case token
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            isEnabled = try keys.value(.isEnabled, default: isEnabled)
            token = try keys.decodeIfPresent(SecretReference.self, forKey: .token)
        }
    }

    /// What the program may send to.
    struct Outbound: Codable, Sendable {
        /// Nothing else is reachable. `oapi.dingtalk.com` means HTTPS on port 443.
        var allowedHosts = ["oapi.dingtalk.com", "api.dingtalk.com", "qyapi.weixin.qq.com", "open.feishu.cn"]

        init() {}

        private enum CodingKeys: String, CodingKey {
            case allowedHosts
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            allowedHosts = try keys.value(.allowedHosts, default: allowedHosts)
        }
    }

    /// What becomes of pictures, files and recordings that people send.
    struct Attachments: Codable, Sendable {
        /// How long they are kept; with 0 none is.
        var days = 30
        /// Where the platforms keep them, beside the platforms' own servers.
        ///
        /// Source: developer.work.weixin.qq.com, document 100719, for a 智能机器人 of WeCom. DingTalk documents no host; the
        /// other is where its answers have been seen to point.
        var hosts = [
            "ww-aibot-img-1258476243.cos.ap-guangzhou.myqcloud.com",
            "wukong-file-im-zjk.oss-cn-zhangjiakou.aliyuncs.com",
        ]

        init() {}

        private enum CodingKeys: String, CodingKey {
            case days, hosts
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            days = try keys.value(.days, default: days)
            hosts = try keys.value(.hosts, default: hosts)
        }
    }

    /// Who did and saw what.
    struct Audit: Codable, Sendable {
        /// Whether it stands there who was shown what customers wrote: an entry for each answer with a quote in it.
        var recordsViews = true

        init() {}

        private enum CodingKeys: String, CodingKey {
            case recordsViews = "views"
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            recordsViews = try keys.value(.recordsViews, default: recordsViews)
        }
    }

    /// What a stranger can use up.
    struct Limits: Codable, Sendable {
        /// Open connections altogether.
        var connections = 1024
        /// Open connections of one address.
        var connectionsPerAddress = 256
        /// The body of a chat platform's callback, in bytes.
        var messageBytes = 1 << 20
        /// The body of one intake request, in bytes.
        var intakeBytes = 64 << 20
        /// From the end of a request's header to the answer, in seconds.
        var requestSeconds = 30

        init() {}

        private enum CodingKeys: String, CodingKey {
            case connections, connectionsPerAddress, messageBytes, intakeBytes, requestSeconds
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            connections = try keys.value(.connections, default: connections)
            connectionsPerAddress = try keys.value(.connectionsPerAddress, default: connectionsPerAddress)
            messageBytes = try keys.value(.messageBytes, default: messageBytes)
            intakeBytes = try keys.value(.intakeBytes, default: intakeBytes)
            requestSeconds = try keys.value(.requestSeconds, default: requestSeconds)
        }
    }
}
