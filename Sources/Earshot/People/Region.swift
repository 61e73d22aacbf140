/// A sales region of the brand: a name and the cities it is made of; or several that one person has, together as one.
public struct Region: Sendable, Hashable {
    /// 华东; of several together their names in the order of the files, 华东、华中.
    public var name: String
    public var cities: Set<City>

    /// What stands between the names of several, and so in no name of one.
    public static let separator: Character = "、"

    public init(name: String, cities: Set<City>) {
        self.name = name
        self.cities = cities
    }

    /// Several together as one region, or the only one; nothing of none.
    public init?(together regions: [Region]) {
        guard let first = regions.first else { return nil }
        self = first
        for region in regions.dropFirst() {
            name += "\(Region.separator)\(region.name)"
            cities.formUnion(region.cities)
        }
    }

    /// The names of the regions that a name is made of: one, but for several together.
    public static func names(of name: String) -> [String] {
        name.split(separator: separator).map(String.init)
    }

    /// Whether all that a region's name stands for is of this one.
    func holds(_ name: String) -> Bool { names.isSuperset(of: Region.names(of: name)) }

    /// Whether something of what a region's name stands for is of this one.
    func shares(_ name: String) -> Bool { !names.isDisjoint(with: Region.names(of: name)) }

    private var names: Set<String> { Set(Region.names(of: name)) }

    /// The same regions together are the same, whatever their order: rows are changed, and what was kept of them is not.
    public static func == (one: Region, other: Region) -> Bool {
        one.cities == other.cities && (one.name == other.name || one.names == other.names)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(names) }
}

extension Sequence<Region> {
    /// The region of a name, or several together whose names it is made of; nothing where one of them is none.
    public func named(_ name: String) -> Region? {
        let names = Region.names(of: name)
        let regions = names.compactMap { name in first { $0.name == name } }
        return regions.count == names.count ? Region(together: regions) : nil
    }
}
