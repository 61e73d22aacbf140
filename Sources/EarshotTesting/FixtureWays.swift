public import Earshot

/// Ways to people without channels: everybody with an account is reached by the first.
public struct FixtureWays: Reachability {
    /// The identifiers of those who are not.
    public var unreachable: Set<String>

    public init(unreachable: Set<String> = []) { self.unreachable = unreachable }

    public func ways(to people: [Person]) async throws -> [String: Way] {
        var ways: [String: Way] = [:]
        for person in people where !unreachable.contains(person.id) {
            ways[person.id] = person.accounts.first.map {
                Way(account: $0, channel: "dingtalk/dealers", recipient: "person:\(person.id)")
            }
        }
        return ways
    }
}
