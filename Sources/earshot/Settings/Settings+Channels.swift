import Configuration

extension Settings {
    /// A company robot of DingTalk.
    struct DingTalk: Codable, Sendable {
        /// The last part of its callback address.
        var name: String
        var appSecret: SecretReference
        /// How the buttons of its interactive cards are received; without it none is.
        var cards: DingTalkCards?
        /// How messages of its own are sent; without it late answers go to the address that came with the message.
        var sending: DingTalkSending?
    }

    /// The interactive cards of a robot, called at `/callback/dingtalk-card/{name}`.
    struct DingTalkCards: Codable, Sendable {
        /// The company whose people may press.
        var corpID: String
        /// What was given as `apiSecret` when the address was registered.
        var apiSecret: SecretReference
        /// The variable of the cards' template that says what somebody chose; without it cards stay as they are.
        var chosenVariable: String?
    }

    /// An event subscription of a DingTalk application.
    struct DingTalkEvents: Codable, Sendable {
        /// The last part of its callback address.
        var name: String
        /// The application's Client ID (AppKey); for a subscription of the older interface the company's CorpId.
        var ownerKey: String
        var token: SecretReference
        var encodingAESKey: SecretReference
    }

    /// A 智能机器人 of WeCom.
    struct WeComBot: Codable, Sendable {
        /// The last part of its callback address.
        var name: String
        var token: SecretReference
        var encodingAESKey: SecretReference
        /// What it is called in chats, if that has spaces.
        var displayName: String?
        /// The company's id.
        var corpID: String?
    }

    /// A self-built application of WeCom.
    struct WeComApp: Codable, Sendable {
        /// The last part of its callback address.
        var name: String
        /// The company's id.
        var corpID: String
        var token: SecretReference
        var encodingAESKey: SecretReference
        /// How messages of its own are sent; without it what cannot be said in a response is lost.
        var sending: WeComSending?
    }

    /// A self-built application of Feishu.
    struct FeishuApp: Codable, Sendable {
        /// The last part of its callback address.
        var name: String
        var verificationToken: SecretReference
        /// Absent where none is set at the platform.
        var encryptKey: SecretReference?
        /// The bot's own identifier: with it, what groups say to others is left alone.
        var botOpenID: String?
        /// How it answers; without it nothing is answered.
        var sending: FeishuSending?
    }
}
