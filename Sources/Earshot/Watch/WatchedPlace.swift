/// A place whose complaints are watched.
public enum WatchedPlace: Hashable, Sendable {
    case nation
    case region(Region)
    case city(City)

    /// Whether all customers of another place belong to this one.
    func contains(_ other: WatchedPlace) -> Bool {
        switch (self, other) {
        case (.nation, _): true
        case (.region(let region), .city(let city)): region.cities.contains(city)
        case (.region(let region), .region(let other)):
            // Of two regions with the same cities the first by name is taken for the broader one.
            other.cities.isStrictSubset(of: region.cities)
                || (other.cities == region.cities && region.name <= other.name)
        case (.city(let city), .city(let other)): city == other
        default: false
        }
    }
}
