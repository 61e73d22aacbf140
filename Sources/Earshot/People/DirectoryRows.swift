/// What the people, dealers and regions files say, as it stands there, before anything was checked.
public struct DirectoryRows: Sendable {
    public var people: [PersonRow]
    public var dealers: [DealerRow]
    public var regions: [RegionRow]

    public init(people: [PersonRow] = [], dealers: [DealerRow] = [], regions: [RegionRow] = []) {
        self.people = people
        self.dealers = dealers
        self.regions = regions
    }
}

/// Where a row stands.
public struct RowPlace: Sendable, Hashable {
    public var file: String
    /// 1 for the first line.
    public var line: Int

    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// Somebody, as a file names them. Absent fields are empty.
public struct PersonRow: Sendable {
    public var place: RowPlace
    public var id: String
    public var name: String
    public var role: String
    /// A dealer's id.
    public var dealer: String
    /// Regions' names.
    public var regions: [String]
    public var accounts: [String]
    /// `head`, or nothing.
    public var duty: String
    /// A person's id.
    public var deputy: String
    /// Days, `2026-10-01`, and spans of days, `2026-10-01..2026-10-07`.
    public var away: [String]
    /// `2026-10-01`.
    public var validFrom: String
    public var validUntil: String

    public init(
        place: RowPlace, id: String, name: String, role: String, dealer: String = "", regions: [String] = [],
        accounts: [String] = [], duty: String = "", deputy: String = "", away: [String] = [],
        validFrom: String = "", validUntil: String = ""
    ) {
        self.place = place
        self.id = id
        self.name = name
        self.role = role
        self.dealer = dealer
        self.regions = regions
        self.accounts = accounts
        self.duty = duty
        self.deputy = deputy
        self.away = away
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}

/// A store, as a file names it.
public struct DealerRow: Sendable {
    public var place: RowPlace
    public var id: String
    public var name: String
    /// A city's name in any usual form.
    public var city: String
    public var aliases: [String]

    public init(place: RowPlace, id: String, name: String, city: String, aliases: [String] = []) {
        self.place = place
        self.id = id
        self.name = name
        self.city = city
        self.aliases = aliases
    }
}

/// A sales region, as a file names it.
public struct RegionRow: Sendable {
    public var place: RowPlace
    public var name: String
    /// Provinces of which every city belongs to the region.
    public var provinces: [String]
    public var cities: [String]

    public init(place: RowPlace, name: String, provinces: [String] = [], cities: [String] = []) {
        self.place = place
        self.name = name
        self.provinces = provinces
        self.cities = cities
    }
}
