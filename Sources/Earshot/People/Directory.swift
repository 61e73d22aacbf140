/// Who the people are: the persons, stores and regions of the brand, all of them sound.
///
/// Immutable; a changed file makes a new directory.
public struct Directory: PeopleDirectory {
    /// In the order of the file.
    public let people: [Person]
    public let dealers: [Dealer]
    public let regions: [Region]
    public let lapsed: [Person]
    private let byAccount: [String: Int]
    private let byID: [String: Int]
    private let dealersByID: [String: Dealer]

    /// The directory without anybody in it.
    public static let empty = Directory(people: [], dealers: [], regions: [])

    /// - Precondition: no id and no account twice, as `DirectoryBuilder` sees to; the first counts otherwise.
    init(people: [Person], dealers: [Dealer], regions: [Region], lapsed: [Person] = []) {
        self.lapsed = lapsed
        self.people = people
        self.dealers = dealers
        self.regions = regions
        byID = Dictionary(people.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let accounts = people.enumerated().flatMap { index, person in
            person.accounts.map { (Account.canonical($0), index) }
        }
        byAccount = Dictionary(accounts) { first, _ in first }
        dealersByID = Dictionary(dealers.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Checks the rows of the files against each other and makes a directory of them.
    ///
    /// - Parameter administrators: accounts that are administrators even if no row names them.
    /// - Throws: every problem of the rows.
    public init(
        _ rows: DirectoryRows, administrators: [String] = [], gazetteer: Gazetteer = .china
    ) throws(DirectoryProblems) {
        var builder = DirectoryBuilder(gazetteer: gazetteer)
        self = try builder.build(rows, administrators: administrators)
    }

    /// The person an account of a chat platform belongs to (`dingtalk:manager4220`), or nothing.
    public func person(account: String) -> Person? {
        byAccount[Account.canonical(account)].map { people[$0] }
    }

    /// The person with an identifier of the directory, or nothing.
    public func person(id: String) -> Person? { byID[id].map { people[$0] } }

    /// The store with an identifier of the directory, or nothing.
    public func dealer(id: String) -> Dealer? { dealersByID[id] }

    /// The store with a name or another name of it, or nothing.
    public func dealer(named name: String) -> Dealer? {
        dealers.first { $0.name == name } ?? dealers.first { $0.aliases.contains(name) }
    }

    /// The managers in charge of a city.
    public func managers(of city: City) -> [Person] {
        people.filter { $0.role == .manager && $0.region?.cities.contains(city) == true }
    }

    /// The stores of a city.
    public func dealers(in city: City) -> [Dealer] { dealers.filter { $0.city == city } }
}
