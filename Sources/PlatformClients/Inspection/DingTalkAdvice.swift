import Earshot

/// What DingTalk's refusals mean, and where they are set right. Source: open.dingtalk.com, 服务端 API 错误码 and
/// 自定义机器人安全设置.
enum DingTalkAdvice {
    static func explanation(of remark: PlatformRemark, server: String) -> Advice {
        let application = "开放平台 → 应用开发 → the application"
        let page = "开放平台 → 应用开发 → 该应用"
        if remark.code != "http.401",
            let explanation = ConnectionAdvice.explanation(of: remark.code, server: server)
        {
            return explanation
        }
        let address = ConnectionAdvice.address(in: remark.words)
        switch remark.code {
        case "invalidClientIdOrSecret":
            return Advice(
                "sending.appKey and appSecret do not belong together: copy Client ID and Client Secret from the same page, "
                    + "\(application) → 凭证与基础信息",
                "sending.appKey 与 appSecret 不匹配：从 \(page) → 凭证与基础信息 同一页面复制 Client ID 和 Client Secret")
        case "InvalidAuthentication", "http.401":
            return Advice(
                "the token that was granted a moment ago is not taken: is the server DingTalk's own?",
                "刚获取的 accessToken 不被接受：请确认服务器是钉钉")
        case "Forbidden.AccessDenied.IpNotInWhiteList", "60020":
            return Advice(
                "this machine's address\(address.map { " " + $0 } ?? "") is not allowed: add it in \(application) → "
                    + "安全设置 → 服务器出口 IP",
                "本机出口地址\(address.map { " \($0) " } ?? "")不在白名单：在 \(page) → 安全设置 → 服务器出口 IP 中添加")
        case "Forbidden.AccessDenied.AccessTokenPermissionDenied":
            return Advice(
                "the application lacks the permission: \(application) → 权限管理 → 企业内机器人发送消息权限 "
                    + "(qyapi_robot_sendmsg)",
                "应用没有权限：\(page) → 权限管理 → 申请 企业内机器人发送消息权限（qyapi_robot_sendmsg）")
        case "bot.stopped":
            return Advice(
                "the robot is switched off: \(application) → 机器人, then 版本管理与发布",
                "机器人已停用：\(page) → 机器人，然后 版本管理与发布")
        case "310000":
            return Advice(
                "the robot's security settings refuse: the time, the signature (is 加签 on, and is secret its SEC… value?), "
                    + "this machine's address (IP 地址段), or a missing keyword. What was asked holds no keyword: where "
                    + "自定义关键词 is on, this is to be expected, and every message must hold one of them. 群设置 → 机器人 → "
                    + "安全设置",
                "机器人安全设置拒绝：时间戳、签名（是否启用加签，secret 是否为 SEC 开头的密钥）、IP 地址段或缺少关键词。本次检查不含关键词："
                    + "若启用了自定义关键词，属正常现象，但每条消息都必须含有关键词。群设置 → 机器人 → 安全设置")
        case "400101", "400106", "400102", "400013":
            return Advice(
                "there is no such robot: it was removed or stopped, its group was dissolved, or webhook is not the whole "
                    + "address. 群设置 → 机器人",
                "机器人不存在：已被移除、停用，群已解散，或 webhook 不完整。请查看 群设置 → 机器人")
        case "410100", "1111", "90002", "90006", "send.too.fast", "send.byToken.tooFast":
            return Advice("too many calls: wait ten minutes", "调用过于频繁：请等待十分钟")
        case "-1", "systemBusy", "system.error":
            return Advice("DingTalk is busy: try again", "钉钉系统繁忙：请稍后再试")
        default:
            if remark.code.hasPrefix("Forbidden.AccessDenied.Q") {
                return Advice("too many calls: wait some minutes", "调用过于频繁：请等待几分钟")
            }
            return Advice(
                "DingTalk refuses: look the code up in 服务端 API 错误码 on open.dingtalk.com",
                "钉钉拒绝：请在 open.dingtalk.com 的“服务端 API 错误码”中查询")
        }
    }
}
