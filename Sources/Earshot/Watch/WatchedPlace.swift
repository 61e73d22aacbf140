/// A place whose complaints are watched.
public enum WatchedPlace: Hashable, Sendable {
    case nation
    case region(Region)
    /// By its short name, 浙江.
    case province(String)
    case city(City)

    /// Its cities; nothing for the nation, of which the voices without a city are a part, too.
    public var cities: Set<City>? {
        switch self {
        case .nation: nil
        case .region(let region): region.cities
        case .province(let name): Set(Gazetteer.china.cities(ofProvince: name))
        case .city(let city): [city]
        }
    }

    /// Whether it is the place of a customer in a city.
    func contains(_ city: City) -> Bool {
        switch self {
        case .nation: true
        case .region(let region): region.cities.contains(city)
        case .province(let name): city.province == name
        case .city(let own): city == own
        }
    }

    /// Whether all customers of another place belong to this one.
    func contains(_ other: WatchedPlace) -> Bool {
        switch (self, other) {
        case (.nation, _): true
        case (_, .nation): false
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
        case (.city, _): false
        }
    }
}
