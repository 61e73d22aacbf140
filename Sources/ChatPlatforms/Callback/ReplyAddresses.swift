public import Earshot

/// The addresses to which a later answer may be posted.
///
/// A reply address arrives inside a message and so is the sender's word. It is used only when it begins
/// with one of these, which leaves no room for another host, port, user or scheme.
public struct ReplyAddresses: Sendable, Hashable {
    /// Scheme, host and slash: `https://oapi.dingtalk.com/`.
    private let beginnings: [String]

    public static let dingTalk = ReplyAddresses(["https://oapi.dingtalk.com/"])
    public static let weCom = ReplyAddresses(["https://qyapi.weixin.qq.com/"])

    /// - Parameter beginnings: Each is closed by a slash when it is not yet.
    public init(_ beginnings: [String]) {
        self.beginnings = beginnings.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    }

    /// Whether an answer may be posted there now.
    public func allows(_ address: InboundMessage.ReplyAddress, now: Timestamp) -> Bool {
        if let expires = address.expires, expires <= now { return false }
        // What follows the host may hold only what a URL is made of, so that no reader of it, however
        // lenient, can see another host in it.
        let isPlain = address.url.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        return isPlain && address.url.utf8.count <= 2048 && beginnings.contains { address.url.hasPrefix($0) }
    }
}
