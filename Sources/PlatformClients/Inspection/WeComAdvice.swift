import Earshot

/// What WeCom's refusals mean, and where they are set right. Source: developer.work.weixin.qq.com, document 90313.
enum WeComAdvice {
    static func explanation(of remark: PlatformRemark, server: String) -> Advice {
        let application = "管理后台 → 应用管理 → 自建 → the application"
        let page = "管理后台 → 应用管理 → 自建 → 该应用"
        if let explanation = ConnectionAdvice.explanation(of: remark.code, server: server) {
            return explanation
        }
        switch remark.code {
        case "40001":
            return Advice(
                "the Secret is wrong or was reset, or the application is switched off: copy it anew from "
                    + "\(application) → Secret to sending.secret",
                "Secret 不正确、已被重置或应用已停用：从 \(page) → Secret 重新复制到 sending.secret")
        case "40013", "2000002":
            return Advice(
                "there is no company with this corpID: copy it from 管理后台 → 我的企业 → 企业信息 → 企业 ID",
                "企业 ID（corpID）不正确：从 管理后台 → 我的企业 → 企业信息 → 企业 ID 复制")
        case "40014", "42001", "41001":
            return Advice(
                "the token that was granted a moment ago is not taken: is the server WeCom's own, and is the Secret being "
                    + "reset right now?",
                "刚获取的 access_token 不被接受：请确认服务器是企业微信，且 Secret 没有正在被重置")
        case "40056", "301002":
            return Advice(
                "sending.agentID is not the application that the Secret is of: copy AgentId and Secret from the same page, "
                    + application,
                "sending.agentID 与 Secret 不是同一个应用：请从 \(page) 同一页面复制 AgentId 和 Secret")
        case "48002", "60011":
            return Advice(
                "the Secret may not use this interface: take that of a self-built application (\(application)), not "
                    + "that of 通讯录同步 or 客户联系",
                "该 Secret 无权调用此接口：请使用自建应用（\(page)）的 Secret，而不是通讯录同步或客户联系的 Secret")
        case "50003", "301007":
            return Advice(
                "the application, or the whole company, is switched off: \(application) → 启用",
                "应用或企业已被停用：\(page) → 启用")
        case "60020":
            let address = ConnectionAdvice.address(in: remark.words)
            return Advice(
                "this machine's address\(address.map { " " + $0 } ?? "") is not trusted: add it in \(application) → "
                    + "企业可信IP; it takes about a minute to count",
                "本机出口地址\(address.map { " \($0) " } ?? "")不在可信列表：在 \(page) → 企业可信IP 中添加，约一分钟后生效")
        case "93000":
            return Advice(
                "there is no such robot: it was removed from its group, or webhook is not the whole address. Copy it from "
                    + "群设置 → 消息推送 (群机器人)",
                "机器人不存在：已从群中移除，或 webhook 不完整。从 群设置 → 消息推送（群机器人）重新复制")
        case "93004", "93008":
            return Advice(
                "the robot is stopped, or not in the group any more: 群设置 → 消息推送 (群机器人)",
                "机器人已停用或已不在群中：群设置 → 消息推送（群机器人）")
        case "45009", "45033":
            return Advice("too many calls: wait some minutes", "调用过于频繁：请等待几分钟")
        case "-1", "6000":
            return Advice("WeCom is busy: try again", "企业微信系统繁忙：请稍后再试")
        default:
            return Advice(
                "WeCom refuses: look the number up in document 90313, 全局错误码",
                "企业微信拒绝：请在文档 90313“全局错误码”中查询该错误码")
        }
    }
}
