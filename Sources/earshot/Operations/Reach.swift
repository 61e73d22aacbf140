import Earshot

/// How the people of the directory are reached: through the channels that send, by the accounts of `people.csv` and those
/// that were bound with a code.
struct Reach: Reachability {
    /// The channels that send, in the order in which they are tried.
    let channels: [String]
    let people: @Sendable () -> [Person]
    let bindings: @Sendable () async throws -> [(account: String, person: String)]
    /// The company of a channel, of those where it is known: only within one is an account the same person's on another channel.
    var companies: [String: String] = [:]

    func ways(to people: [Person]) async throws -> [String: Way] {
        let ways = try await ways()
        return Dictionary(people.compactMap { person in ways.way(to: person).map { (person.id, $0) } }) {
            first, _ in first
        }
    }

    /// The ways that are open now.
    ///
    /// - Parameter stopped: A channel that is of no use at the moment.
    func ways(around stopped: String? = nil) async throws -> Ways {
        Ways(channels: channels.filter { $0 != stopped }, people: people(), bindings: try await bindings())
    }
}

/// The ways to people at one moment.
struct Ways {
    private let channels: [String]
    /// The accounts of each person, by id, in the order in which they are tried.
    private var accounts: [String: [String]]

    init(channels: [String], people: [Person], bindings: [(account: String, person: String)]) {
        self.channels = channels
        accounts = Dictionary(people.map { ($0.id, $0.accounts) }) { first, _ in first }
        // What the file says of an account goes before a binding, as it does for whoever writes from there.
        let claimed = Set(people.flatMap(\.accounts).map(Account.canonical))
        for (account, person) in bindings where !claimed.contains(account) {
            accounts[person]?.append(account)
        }
    }

    /// The first account that a channel leads to, or nothing; the console's page last, where nobody may be looking.
    func way(to person: Person) -> Way? {
        let own = accounts[person.id] ?? []
        let isConsole = { (account: String) in account.hasPrefix("\(ConsoleCarrier.channel):") }
        let ordered = own.filter { !isConsole($0) } + own.filter { $0 == Dialogue.ownAccount(of: person) }
        return ordered.lazy.compactMap(way).first
    }

    /// The first channel that leads to an account, or nothing.
    func way(to account: String) -> Way? {
        let parts = account.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2,
            let channel = channels.first(where: { $0 == parts[0] || $0.hasPrefix("\(parts[0])/") }),
            let recipient = Outgoing.recipient(parts[1], on: channel)
        else { return nil }
        return Way(account: account, channel: channel, recipient: recipient)
    }
}
