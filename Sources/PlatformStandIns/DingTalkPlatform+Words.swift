extension DingTalkPlatform {
    /// The platform's words for a code of a group's robot or of an upload where an answer with it is known, otherwise what the
    /// code means.
    static func words(for code: Int64) -> String {
        switch code {
        case 0: "ok"
        case 40014: "不合法的access_token"
        case 40035: "不合法的参数"
        case 300_001: "session 不存在或已过期"
        case 310_000: "sign not match"
        case 400_101: "token is not exist"
        case 400_105: "不支持的消息类型"
        case 410_100: "send too fast"
        default: "系统繁忙"
        }
    }

    /// The same for a code of its open interface.
    static func words(for code: String) -> String {
        switch code {
        case "InvalidAuthentication": "不合法的access_token"
        case "invalidClientIdOrSecret": "无效的clientId或者clientSecret"
        case "send.too.fast": "send too fast"
        case "system.error": "system error"
        case "systemBusy": "系统繁忙"
        case "group.disbanded": "群已解散"
        default:
            code.hasPrefix("Forbidden")
                ? "Request was denied due to app api flow control." : "invalid parameter"
        }
    }
}
