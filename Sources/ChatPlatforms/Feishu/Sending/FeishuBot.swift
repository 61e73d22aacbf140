/// The bot of an application as Feishu knows it. Source: open.feishu.cn, 获取机器人信息.
public struct FeishuBot: Decodable, Sendable, Equatable {
    public let name: String
    public let openID: String
    /// `enabled` where people can talk to it.
    public let status: Int64?
    /// From which addresses the application may be used; from any when empty.
    public let allowedAddresses: [String]

    /// The status of a bot that is installed and switched on.
    public static let enabled: Int64 = 2

    private enum Key: String, CodingKey {
        case name = "app_name"
        case openID = "open_id"
        case status = "activate_status"
        case allowedAddresses = "ip_white_list"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        name = fields.ifUsable(String.self, .name) ?? ""
        openID = fields.ifUsable(String.self, .openID) ?? ""
        status = fields.ifUsable(LenientInteger.self, .status)?.value
        allowedAddresses = fields.ifUsable([String].self, .allowedAddresses) ?? []
    }
}
