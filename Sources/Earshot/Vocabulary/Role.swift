/// What a person is in the directory, which decides what the person may see.
public enum Role: String, Codable, Sendable, Hashable, CaseIterable {
    /// 经销商: the own city's insight, national averages, the own store's scores.
    case dealer
    /// 区域/渠道经理: every city and dealer of the own region.
    case manager
    /// 总部: everything.
    case hq
    /// Administrator: configuration, people and the delivery queue.
    case admin

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let name = try container.decode(String.self)
        guard let role = Role(rawValue: name) else {
            let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "must be one of \(roles), not \(name)")
        }
        self = role
    }
}
