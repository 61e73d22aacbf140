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
}
