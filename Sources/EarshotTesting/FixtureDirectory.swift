public import Earshot

/// The directory of the fixtures' people.
public struct FixtureDirectory: PeopleDirectory {
    public var people: [Person]
    public let regions = Fixtures.regions

    public init(
        _ people: [Person] = [
            Fixtures.westLakeDealer, Fixtures.ningboDealer, Fixtures.eastManager, Fixtures.headquarters,
            Fixtures.administrator,
        ]
    ) {
        self.people = people
    }

    public func person(account: String) -> Person? { people.first { $0.accounts.contains(account) } }
    public func person(id: String) -> Person? { people.first { $0.id == id } }
    public func dealer(named name: String) -> Dealer? {
        [Fixtures.westLakeStore, Fixtures.ningboStore].first { $0.name == name }
    }
    public func dealer(id: String) -> Dealer? {
        [Fixtures.westLakeStore, Fixtures.ningboStore].first { $0.id == id }
    }
    public func dealers(in city: City) -> [Dealer] {
        [Fixtures.westLakeStore, Fixtures.ningboStore].filter { $0.city == city }
    }
    public func managers(of city: City) -> [Person] {
        people.filter { $0.region?.cities.contains(city) == true }
    }
}
