/// A place whose complaints are watched.
public enum WatchedPlace: Hashable, Sendable {
    case nation
    case region(Region)
    /// By its short name, 浙江.
    case province(String)
    /// A city and those next to it across the borders of provinces.
    case surroundings(of: City)
    case city(City)
    case store(WatchedStore)

    /// Its cities; nothing for the nation, of which the voices without a city are a part, too.
    public var cities: Set<City>? {
        switch self {
        case .nation: nil
        case .region(let region): region.cities
        case .province(let name): Set(Gazetteer.china.cities(ofProvince: name))
        case .surroundings(let city): Set(Gazetteer.china.surroundings(of: city))
        case .city(let city): [city]
        case .store(let store): [store.city]
        }
    }

    /// Whether every customer in a city belongs to it.
    func contains(_ city: City) -> Bool {
        switch self {
        case .nation: true
        case .region(let region): region.cities.contains(city)
        case .province(let name): city.province == name
        case .surroundings(let middle): Gazetteer.china.surroundings(of: middle).contains(city)
        case .city(let own): city == own
        case .store: false
        }
    }

    /// Whether all customers of another place belong to this one.
    func contains(_ other: WatchedPlace) -> Bool {
        switch (self, other) {
        case (.nation, _): true
        case (_, .nation): false
        case (.store, _): self == other
        case (_, .store(let store)): contains(store.city)
        case (_, .city(let city)): contains(city)
        case (.region(let region), .region(let other)):
            // Of two regions with the same cities the first by name is taken for the broader one.
            other.cities.isStrictSubset(of: region.cities)
                || (other.cities == region.cities && region.name <= other.name)
        case (.region, .province(let name)):
            Gazetteer.china.cities(ofProvince: name).allSatisfy(contains)
        case (.province(let name), .region(let region)):
            // A region that is a whole province is taken for the broader one.
            !region.cities.isEmpty && region.cities.allSatisfy { $0.province == name }
                && region.cities.count < Gazetteer.china.cities(ofProvince: name).count
        case (.province(let name), .province(let other)): name == other
        case (.region, .surroundings(let middle)):
            Gazetteer.china.surroundings(of: middle).allSatisfy(contains)
        case (.province, .surroundings(let middle)):
            Gazetteer.china.surroundings(of: middle).allSatisfy(contains)
        case (.surroundings(let middle), .surroundings(let other)): middle == other
        case (.surroundings(let middle), .region(let region)):
            region.cities.isStrictSubset(of: Gazetteer.china.surroundings(of: middle))
        case (.surroundings, .province(let name)):
            Gazetteer.china.cities(ofProvince: name).allSatisfy(contains)
        case (.city, _): false
        }
    }

    /// Whether one of the two is a city with its neighbours and they have cities in common, though neither contains the other.
    func laps(over other: WatchedPlace) -> Bool {
        guard isSurroundings || other.isSurroundings, let cities, let others = other.cities else {
            return false
        }
        return !contains(other) && !other.contains(self) && !cities.isDisjoint(with: others)
    }

    /// Whether both are a city with its neighbours, and most of either's cities are the other's as well.
    func isNearlyAll(of other: WatchedPlace) -> Bool {
        guard isSurroundings, other.isSurroundings, let cities, let others = other.cities else {
            return false
        }
        return 2 * cities.intersection(others).count > max(cities.count, others.count)
    }

    var isSurroundings: Bool { if case .surroundings = self { true } else { false } }
}

/// A store whose complaints are watched: the same one whatever it is called.
public struct WatchedStore: Sendable {
    /// The directory's identifier.
    public var id: String
    public var name: String
    public var city: City

    public init(id: String, name: String, city: City) {
        (self.id, self.name, self.city) = (id, name, city)
    }

    init(_ dealer: Dealer) {
        self.init(id: dealer.id, name: dealer.name, city: dealer.city)
    }
}

extension WatchedStore: Hashable {
    public static func == (left: WatchedStore, right: WatchedStore) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
