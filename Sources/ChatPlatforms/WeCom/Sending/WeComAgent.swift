/// An application as WeCom knows it. Source: developer.work.weixin.qq.com, document 90227.
public struct WeComAgent: Decodable, Sendable, Equatable {
    public let name: String
    /// Whether an administrator switched it off.
    public let isClosed: Bool
    /// Whether anybody at all may see it; nothing where the answer does not say.
    public let isSeen: Bool?

    private enum Key: String, CodingKey {
        case name, close
        case members = "allow_userinfos"
        case departments = "allow_partys"
        case tags = "allow_tags"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: Key.self)
        name = fields.ifUsable(String.self, .name) ?? ""
        isClosed = fields.ifUsable(LenientInteger.self, .close)?.value == 1
        let ranges = [
            fields.ifUsable(Members.self, .members)?.user.count,
            fields.ifUsable(Departments.self, .departments)?.partyid.count,
            fields.ifUsable(Tags.self, .tags)?.tagid.count,
        ].compactMap(\.self)
        isSeen = ranges.isEmpty ? nil : ranges.contains { $0 > 0 }
    }

    private struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }

    private struct Members: Decodable {
        let user: [Anything]
    }

    private struct Departments: Decodable {
        let partyid: [Anything]
    }

    private struct Tags: Decodable {
        let tagid: [Anything]
    }
}
