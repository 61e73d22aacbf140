/// What a person may see, decided in one place.
///
/// The figures of the store are reached only through `VisiblePlace` and `VisibleDealer`, and only a scope makes
/// these, so no wording of a question can lead a query outside it.
public struct Scope: Sendable {
    private let person: Person
    private let regions: [Region]

    /// - Parameter regions: the brand's regions, for those who may see more than one.
    public init(of person: Person, regions: [Region]) {
        self.person = person
        self.regions = regions
    }

    /// The place a question is about: the one it names, or the person's own.
    public func place(city: City?, region: String?) -> Sight<VisiblePlace> {
        switch person.role {
        case .dealer: dealerPlace(city: city, region: region)
        case .manager: managerPlace(city: city, region: region)
        case .hq: headquartersPlace(city: city, region: region)
        case .admin: .refused(.noInsight)
        }
    }

    /// The cities of a province, or those of them that the person may see.
    public func place(province name: String) -> Sight<VisiblePlace> {
        let cities = Gazetteer.china.cities(ofProvince: name)
        guard !cities.isEmpty || person.role != .hq else { return .refused(.unknownRegion(name)) }
        return part(of: cities) { .province(VisiblePlace.Province(name: name, cities: $0, within: $1)) }
    }

    /// A city with those next to it, or those of them that the person may see.
    public func place(around middle: City) -> Sight<VisiblePlace> {
        part(of: Gazetteer.china.surroundings(of: middle)) {
            .surroundings(VisiblePlace.Surroundings(middle: middle, cities: $0, within: $1))
        }
    }

    /// - Parameter area: makes a place of the cities that are seen, and of the region that they were limited to.
    private func part(
        of cities: [City], _ area: ([City], Region?) -> VisiblePlace.Area
    ) -> Sight<VisiblePlace> {
        switch person.role {
        case .dealer:
            return .refused(person.dealer.map { .otherCity(own: $0.city) } ?? .noStore)
        case .manager:
            guard let own = person.region else { return .refused(.noInsight) }
            let seen = cities.filter { own.cities.contains($0) }
            guard !seen.isEmpty else { return .refused(.otherRegion(own: own)) }
            return .seen(VisiblePlace(area(seen, seen == cities ? nil : own), quotable: true))
        case .hq:
            return .seen(VisiblePlace(area(cities, nil), quotable: true))
        case .admin:
            return .refused(.noInsight)
        }
    }

    /// The country, of which everybody who sees insight may know the average.
    public func nation() -> Sight<VisiblePlace> {
        switch person.role {
        case .dealer, .manager: .seen(VisiblePlace(.nation, quotable: false))
        case .hq: .seen(VisiblePlace(.nation, quotable: true))
        case .admin: .refused(.noInsight)
        }
    }

    /// The store a question is about: the one it names, or the person's own.
    public func dealer(_ named: Dealer?) -> Sight<VisibleDealer> {
        switch person.role {
        case .dealer:
            guard let own = person.dealer else { return .refused(.noStore) }
            return named == nil || named == own
                ? .seen(VisibleDealer(own)) : .refused(.otherStore(own: own))
        case .manager:
            guard let own = person.region else { return .refused(.noInsight) }
            guard let named else { return .refused(.noStore) }
            return own.cities.contains(named.city)
                ? .seen(VisibleDealer(named)) : .refused(.otherRegion(own: own))
        case .hq:
            return named.map { .seen(VisibleDealer($0)) } ?? .refused(.noStore)
        case .admin:
            return .refused(.noInsight)
        }
    }

    private func dealerPlace(city: City?, region: String?) -> Sight<VisiblePlace> {
        guard let own = person.dealer?.city else { return .refused(.noStore) }
        guard region == nil, city == nil || city == own else { return .refused(.otherCity(own: own)) }
        return .seen(VisiblePlace(.city(own), quotable: true))
    }

    private func managerPlace(city: City?, region: String?) -> Sight<VisiblePlace> {
        guard let own = person.region else { return .refused(.noInsight) }
        // Several were named together when the row had them in another order, or fewer of them.
        let meant = if let region { person.regions.named(region) } else { own as Region? }
        guard let named = meant else { return .refused(.otherRegion(own: own)) }
        guard let city else { return .seen(VisiblePlace(.region(named), quotable: true)) }
        guard own.cities.contains(city) else { return .refused(.otherRegion(own: own)) }
        return .seen(VisiblePlace(.city(city), quotable: true))
    }

    private func headquartersPlace(city: City?, region: String?) -> Sight<VisiblePlace> {
        if let city { return .seen(VisiblePlace(.city(city), quotable: true)) }
        guard let region else { return .seen(VisiblePlace(.nation, quotable: true)) }
        guard let known = regions.named(region) else {
            return .refused(.unknownRegion(region))
        }
        return .seen(VisiblePlace(.region(known), quotable: true))
    }
}

/// What a scope says to a wish to see something.
public enum Sight<Value: Sendable>: Sendable {
    case seen(Value)
    case refused(Refusal)
}

/// Why something may not be seen; each reason has a text of its own.
public enum Refusal: Sendable, Equatable {
    case otherCity(own: City)
    case otherRegion(own: Region)
    case otherStore(own: Dealer)
    case unknownRegion(String)
    case noStore
    case noInsight
}

/// A place whose figures the asking person may see. Only `Scope` makes one.
public struct VisiblePlace: Sendable, Hashable {
    public let area: Area
    /// Whether the customers' own words may be shown as well, not only averages.
    public let isQuotable: Bool

    fileprivate init(_ area: Area, quotable: Bool) {
        self.area = area
        self.isQuotable = quotable
    }

    /// The cities of it; nothing for the nation, which has what is of no city as well.
    public var cities: Set<City>? {
        switch area {
        case .city(let city): [city]
        case .region(let region): region.cities
        case .province(let province): Set(province.cities)
        case .surroundings(let around): Set(around.cities)
        case .nation: nil
        }
    }

    /// The same by their short names.
    var cityNames: Set<String>? { cities.map { Set($0.map(\.name)) } }

    /// The name of a region.
    var regionName: String? { if case .region(let region) = area { region.name } else { nil } }

    public enum Area: Sendable, Hashable {
        case city(City)
        case region(Region)
        case province(Province)
        case surroundings(Surroundings)
        case nation
    }

    /// The cities of a province.
    public struct Province: Sendable, Hashable {
        public var name: String
        public var cities: [City]
        /// The region that its cities were limited to, where it has others as well.
        public var within: Region?
    }

    /// A city with those next to it.
    public struct Surroundings: Sendable, Hashable {
        public var middle: City
        public var cities: [City]
        /// The region that its cities were limited to, where it has others as well.
        public var within: Region?
    }
}

/// A store whose reputation the asking person may read. Only `Scope` makes one.
public struct VisibleDealer: Sendable, Hashable {
    public let dealer: Dealer

    fileprivate init(_ dealer: Dealer) {
        self.dealer = dealer
    }
}
