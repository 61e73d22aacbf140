/// Where a message for somebody goes.
public struct Way: Sendable, Hashable {
    /// The account it leads to: `wecom:wangfang`.
    public var account: String
    /// The configured way out, `wecom/sales`.
    public var channel: String
    /// The account as the channel writes its recipients.
    public var recipient: String

    public init(account: String, channel: String, recipient: String) {
        self.account = account
        self.channel = channel
        self.recipient = recipient
    }
}

/// Finds how people are reached with messages of the program's own.
public protocol Reachability: Sendable {
    /// The first way that is open to each of some people, by their ids; those without one are left out.
    func ways(to people: [Person]) async throws -> [String: Way]
}

extension Reachability {
    /// The first way to a person that is open, or nothing where there is none.
    public func way(to person: Person) async throws -> Way? { try await ways(to: [person])[person.id] }
}
