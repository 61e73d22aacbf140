import Earshot

/// What Feishu's refusals mean, and where they are set right. Source: open.feishu.cn, 通用错误码 and 自定义机器人使用指南.
enum FeishuAdvice {
    static func explanation(of remark: PlatformRemark, server: String) -> Advice {
        let application = "开发者后台 → the application"
        let page = "开发者后台 → 该应用"
        if let explanation = ConnectionAdvice.explanation(of: remark.code, server: server) {
            return explanation
        }
        switch remark.code {
        case "10003", "10014", "99991543":
            return Advice(
                "sending.appID and sending.appSecret do not belong together: copy both from \(application) → "
                    + "凭证与基础信息. Applications of Lark need sending.server https://open.larksuite.com",
                "sending.appID 与 sending.appSecret 不匹配：从 \(page) → 凭证与基础信息 重新复制。Lark 应用需将 sending.server 设为 "
                    + "https://open.larksuite.com")
        case "99991662", "99991673":
            return Advice(
                "the application is switched off or not installed: \(application) → 版本管理与发布, and 管理后台 → 应用管理 → 启用",
                "应用已停用或未安装：\(page) → 版本管理与发布，并在 管理后台 → 应用管理 中启用")
        case "99991672", "99991676", "99991679", "230027":
            return Advice(
                "the application lacks a permission: \(application) → 权限管理, then publish a version",
                "应用缺少权限：\(page) → 权限管理 中开通，然后发布版本")
        case "230006":
            return Advice(
                "the application has no bot: \(application) → 添加应用能力 → 机器人, then publish a version",
                "应用未启用机器人能力：\(page) → 添加应用能力 → 机器人，然后发布版本")
        case "99991663", "99991677", "99991661", "99991671":
            return Advice(
                "the token that was granted a moment ago is not taken: is the server Feishu's own?",
                "刚获取的 tenant_access_token 不被接受：请确认服务器是飞书")
        case "19001":
            return Advice(
                "there is no such robot: it was removed, or webhook is not the whole address. 群设置 → 群机器人",
                "机器人不存在：已被移除，或 webhook 不完整。请查看 群设置 → 群机器人")
        case "19021":
            return Advice(
                "the signature is not taken: is 签名校验 on, is secret its value, and is this machine's clock right? 群设置 → "
                    + "群机器人 → 安全设置",
                "签名校验失败：请确认已启用签名校验、secret 正确、本机时钟准确。群设置 → 群机器人 → 安全设置")
        case "19022":
            let address = ConnectionAdvice.address(in: remark.words)
            return Advice(
                "this machine's address\(address.map { " " + $0 } ?? "") is not allowed: 群设置 → 群机器人 → 安全设置 → IP 白名单",
                "本机出口地址\(address.map { " \($0) " } ?? "")不在白名单：群设置 → 群机器人 → 安全设置 → IP 白名单")
        case "19024":
            return Advice(
                "what was asked holds no keyword: where 自定义关键词 is on, this is to be expected, and every message must hold "
                    + "one of them. 群设置 → 群机器人 → 安全设置",
                "本次检查不含关键词：若启用了自定义关键词，属正常现象，但每条消息都必须含有关键词。群设置 → 群机器人 → 安全设置")
        case "11232", "99991400":
            return Advice("too many calls: wait some minutes", "调用过于频繁：请等待几分钟")
        default:
            return Advice(
                "Feishu refuses: look the code up in 通用错误码 on open.feishu.cn",
                "飞书拒绝：请在 open.feishu.cn 的“通用错误码”中查询")
        }
    }
}
