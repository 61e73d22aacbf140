extension WeComPlatform {
    /// The platform's words for a code where an answer with it is known, otherwise what its page of global error codes
    /// (developer.work.weixin.qq.com/document/path/90313) says in short; with the hint and address that it adds.
    static func words(for code: Int64) -> String {
        (known[code] ?? "invalid request") + ", hint: [1], from ip: 127.0.0.1"
    }

    private static let known: [Int64: String] = [
        -1: "system busy", 40001: "invalid credential", 40006: "invalid media size",
        40007: "invalid media_id",
        40008: "invalid message type", 40013: "invalid corpid", 40014: "invalid access_token",
        40056: "invalid agentid", 40058: "invalid Request Parameter", 41001: "access_token missing",
        42001: "access_token expired", 42016: "response_code expired", 44001: "empty media data",
        44004: "empty content", 45008: "article size out of limit", 45009: "api freq out of limit",
        60011: "no privilege to access/modify contact/party/agent",
        60020: "not allow to access from your ip",
        81013: "user & party & tag all invalid", 82001: "touser & toparty & totag all empty",
        93000: "invalid webhook url", 93004: "bot deleted or disabled", 93008: "not in group",
        301_002: "no privilege to operate this agent",
    ]
}
