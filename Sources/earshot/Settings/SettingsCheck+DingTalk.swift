import Configuration
import Crypto

extension SettingsCheck {
    mutating func check(_ robots: [Settings.DingTalk]) {
        checkNames(robots.map(\.name), of: "dingtalk")
        for (index, robot) in robots.enumerated() {
            read("dingtalk[\(index)].appSecret", robot.appSecret)
            if let cards = robot.cards { check(cards, of: "dingtalk[\(index)].cards") }
            if let sending = robot.sending { check(sending, of: "dingtalk[\(index)].sending") }
            if robot.cards != nil, robot.sending == nil {
                warn(
                    "dingtalk[\(index)].sending", "is missing: what is pressed on a card cannot be answered",
                    hint: "开放平台 → 应用 → 凭证与基础信息 → Client ID")
            }
        }
    }

    private mutating func check(_ sending: Settings.DingTalkSending, of field: String) {
        let hint = "开放平台 → 应用 → 凭证与基础信息 → Client ID (AppKey)"
        checkOwner(sending.appKey, of: "\(field).appKey", called: "app key", hint: hint)
        if let code = sending.robotCode {
            checkOwner(
                code, of: "\(field).robotCode", called: "robot code", hint: "开放平台 → 应用 → 机器人 → RobotCode")
        }
        checkServer(sending.server, of: "\(field).server")
    }

    private mutating func check(_ cards: Settings.DingTalkCards, of field: String) {
        checkOwner(
            cards.corpID, of: "\(field).corpID", called: "corp id", hint: "开放平台 → 首页 → CorpId")
        if let variable = cards.chosenVariable {
            checkOwner(
                variable, of: "\(field).chosenVariable", called: "variable of a template",
                hint: "卡片平台 → 卡片模板 → 变量: letters and digits")
        }
        guard let secret = read("\(field).apiSecret", cards.apiSecret), secret.count < 16 else { return }
        warn(
            "\(field).apiSecret", "the secret has only \(secret.count) characters and could be guessed",
            hint: "register the address again with one made by: openssl rand -hex 32")
    }

    /// What names an application or a company of DingTalk.
    private mutating func checkOwner(_ owner: String, of field: String, called name: String, hint: String) {
        if owner.isEmpty || owner.utf8.count > 64 || !owner.utf8.allSatisfy(isAlphanumeric) {
            report(field, "\"\(owner)\" is no \(name)", hint: hint)
        }
    }

    mutating func check(_ subscriptions: [Settings.DingTalkEvents]) {
        checkNames(subscriptions.map(\.name), of: "dingTalkEvents")
        for (index, subscription) in subscriptions.enumerated() {
            checkOwner(
                subscription.ownerKey, of: "dingTalkEvents[\(index)].ownerKey", called: "app key",
                hint: "开放平台 → 应用 → 凭证与基础信息 → Client ID (AppKey)")
            check(subscription.token, of: "dingTalkEvents[\(index)].token")
            checkKey(
                "dingTalkEvents[\(index)].encodingAESKey", subscription.encodingAESKey,
                place: "开放平台 → 应用 → 开发配置 → 事件与回调 → HTTP 推送 → 加密 aes_key")
        }
    }
}
