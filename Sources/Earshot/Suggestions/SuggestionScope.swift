/// Of which suggestions a question may learn at all: part of every query. Only `SuggestionScope` makes one, and the store for
/// the operator's own commands.
public enum SuggestionReach: Sendable, Hashable {
    case all
    /// The person's own and supported ones, and those filed in some cities or by those of a region.
    case places(person: String, cities: Set<String>, region: String?)
}

/// What a person may see of suggestions and do about them, decided in one place.
struct SuggestionScope: Sendable {
    private let person: Person
    private let directory: any PeopleDirectory

    init(of person: Person, in directory: any PeopleDirectory) {
        self.person = person
        self.directory = directory
    }

    var reach: SuggestionReach {
        switch person.role {
        case .hq, .admin: .all
        case .manager, .dealer:
            .places(
                person: person.id, cities: Set(region?.cities.map(\.name) ?? []), region: region?.name)
        }
    }

    /// The cities of the own region; nothing for all there are.
    var cities: Set<String>? {
        switch reach {
        case .all: nil
        case .places(_, let cities, _): cities
        }
    }

    /// Whether the person decides about it.
    func decides(on suggestion: Suggestion) -> Bool {
        switch person.role {
        case .hq, .admin: true
        case .manager: isWithinRegion(suggestion)
        case .dealer: false
        }
    }

    /// Whether the person may see the pictures and files that came with it: who decides about it, and who filed it.
    func opensAttachments(of suggestion: Suggestion) -> Bool {
        decides(on: suggestion) || suggestion.filer.person == person.id
    }

    /// Whether the person reads who filed, supports and decides.
    var readsNames: Bool { person.role != .dealer }

    /// Whether the person may see every suggestion, and so the number of any.
    var seesAll: Bool { reach == .all }

    private func isWithinRegion(_ suggestion: Suggestion) -> Bool {
        guard let region else { return false }
        if suggestion.filer.region.map(region.holds) ?? false { return true }
        return suggestion.filer.city.map { name in region.cities.contains { $0.name == name } } ?? false
    }

    private var region: Region? {
        if let region = person.region { return region }
        guard let city = person.dealer?.city else { return nil }
        return directory.regions.first { $0.cities.contains(city) }
    }
}
