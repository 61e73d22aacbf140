/// Of which entries a question may learn at all: part of every query. Only `KnowledgeScope` makes one, and the store for the
/// operator's own commands.
public enum KnowledgeReach: Sendable, Hashable {
    case all
    case places(Set<Territory>)

    func contains(_ place: Territory) -> Bool {
        switch self {
        case .all: true
        case .places(let places): places.contains(place)
        }
    }
}

/// What a person may see of the lines to take and do about them, decided in one place.
struct KnowledgeScope: Sendable {
    private let person: Person
    private let directory: any PeopleDirectory

    init(of person: Person, in directory: any PeopleDirectory) {
        self.person = person
        self.directory = directory
    }

    /// What holds for the nation, and in a place that holds the own one or is within it.
    var reach: KnowledgeReach {
        switch person.role {
        case .hq, .admin: return .all
        case .manager:
            guard let region = person.region else { return .places([.nation]) }
            return .places(
                Set(
                    [.nation] + person.regions.map { .region($0.name) } + region.cities.map { .city($0.name) }
                ))
        case .dealer:
            guard let city = person.dealer?.city else { return .places([.nation]) }
            return .places(KnowledgeScope.places(around: [city], in: directory))
        }
    }

    /// Whether the person files, changes and retires entries.
    var files: Bool { person.role == .hq || person.role == .admin }

    /// The places that hold all of some cities.
    static func places(
        around cities: [City], in directory: any PeopleDirectory
    ) -> Set<Territory> {
        var places: Set<Territory> = [.nation]
        guard let first = cities.first else { return places }
        if cities.count == 1 { places.insert(.city(first.name)) }
        for region in directory.regions where cities.allSatisfy({ region.cities.contains($0) }) {
            places.insert(.region(region.name))
        }
        return places
    }
}
