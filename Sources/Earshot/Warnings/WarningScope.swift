/// What a person may see of warnings and do about them, decided in one place.
struct WarningScope: Sendable {
    private let person: Person
    /// Whether dealers read of a warning before somebody has released it to them.
    private let releasesAtOnce: Bool

    init(of person: Person, releasesAtOnce: Bool) {
        self.person = person
        self.releasesAtOnce = releasesAtOnce
    }

    func sees(_ warning: Warning) -> Bool {
        switch person.role {
        case .admin: warning.subject.isTechnical
        case .hq: !warning.subject.isTechnical
        case .manager: !warning.subject.isTechnical && isOwn(warning.subject.place)
        case .dealer:
            !warning.subject.isTechnical && isOwn(warning.subject.place)
                && (releasesAtOnce || warning.guidance != nil)
        }
    }

    /// Whether the person may take it on and do something about it.
    func acts(on warning: Warning) -> Bool { person.role != .dealer && sees(warning) }

    /// The cities of it for which the person may speak to dealers; nothing for all there are.
    func cities(of place: WatchedPlace) -> Set<City>? {
        switch (place.cities, person.role) {
        case (let cities, .hq): cities
        case (nil, _): person.region?.cities ?? []
        case (let cities?, _): cities.intersection(person.region?.cities ?? [])
        }
    }

    /// The place whose voices the person may read, as a question names it.
    func slots(of place: WatchedPlace) -> Slots {
        var slots = Slots()
        switch place {
        case .nation: slots.area = .nation
        case .region(let region): slots.region = region.name
        case .province(let name): slots.area = .province(name)
        case .city(let city): slots.city = city.name
        }
        // Of a region that is not the own one, a part is.
        if person.role == .manager, case .region(let region) = place, region != person.region {
            slots.region = person.region?.name
        }
        return slots
    }

    private func isOwn(_ place: WatchedPlace) -> Bool {
        guard let cities = place.cities else { return true }
        if let city = person.dealer?.city { return cities.contains(city) }
        return person.region.map { !$0.cities.isDisjoint(with: cities) } ?? false
    }
}
