/// The groups that a bot of Feishu is in.
public struct FeishuGroups: Sendable, Equatable {
    /// Their names, or their identifiers where they have none.
    public let names: [String]
    /// Whether there are no others.
    public let isAll: Bool
}
