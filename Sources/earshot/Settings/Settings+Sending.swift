import Configuration

extension Settings {
    /// How messages of its own are sent through an application of WeCom.
    struct WeComSending: Decodable, Sendable {
        /// The AgentId that the application's page shows.
        var agentID: Int64
        /// The application's own Secret, not the Token of its address.
        var secret: SecretReference
        /// WeCom's server, where it is another than the usual one.
        var server: String?
    }

    /// How messages are sent through an application of Feishu.
    struct FeishuSending: Decodable, Sendable {
        var appID: String
        var appSecret: SecretReference
        /// Feishu's server, where it is another than the usual one: `https://open.larksuite.com` outside China.
        var server: String?
    }
}
