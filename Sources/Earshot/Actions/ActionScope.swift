/// Of which agreed actions somebody may learn at all: part of every query. Only `ActionScope` makes one, and the store for the
/// operator's own commands.
public enum ActionReach: Sendable, Hashable {
    case all
    /// What the person does or recorded, and what was agreed for some cities or a region.
    case places(person: String, cities: Set<String>, region: String?)
}

/// What a person may see of agreed actions and do about them, decided in one place.
struct ActionScope: Sendable {
    private let person: Person

    init(of person: Person) { self.person = person }

    var reach: ActionReach {
        switch person.role {
        case .hq: .all
        case .manager:
            .places(
                person: person.id, cities: Set(person.region?.cities.map(\.name) ?? []),
                region: person.region?.name)
        case .dealer, .admin: .places(person: person.id, cities: [], region: nil)
        }
    }

    /// Whether the person agrees with others on what is done.
    var records: Bool { person.role == .hq || person.role == .manager && person.region != nil }

    /// Whether something may be agreed with somebody: headquarters does with everybody, a manager with the stores and managers of
    /// the own region.
    func agrees(with other: Person) -> Bool {
        switch person.role {
        case .hq: return other.role != .admin
        case .manager:
            guard let region = person.region else { return false }
            if other.id == person.id { return true }
            if let city = other.dealer?.city { return region.cities.contains(city) }
            return other.role == .manager && other.regions.contains { region.shares($0.name) }
        case .dealer, .admin: return false
        }
    }

    /// Whether the person may cancel it or give it another day: what headquarters recorded is headquarters' alone.
    func decides(on action: AgreedAction) -> Bool {
        switch person.role {
        case .hq: true
        case .manager: action.recorder == person.id || !action.isOfHeadquarters && isInCharge(of: action)
        case .dealer, .admin: false
        }
    }

    /// Whether it is of the person's region.
    private func isInCharge(of action: AgreedAction) -> Bool {
        switch person.role {
        case .hq: return true
        case .manager:
            guard let region = person.region else { return false }
            return switch action.place {
            case .nation: action.recorder == person.id
            case .region(let name): region.holds(name)
            case .city(let name): region.cities.contains { $0.name == name }
            }
        case .dealer, .admin: return false
        }
    }

    /// Whether the person may say that it is done.
    func finishes(_ action: AgreedAction) -> Bool {
        action.owner == person.id || decides(on: action) || isInCharge(of: action)
    }

    /// Where an action is of that somebody else does from now on: the city of the store of that person, where it was as long as
    /// the person is in charge of that, and else the person's region.
    func place(of owner: Person, keeping before: Territory) -> Territory {
        if let store = owner.dealer { return .city(store.city.name) }
        guard let region = owner.region else { return before }
        switch before {
        case .city(let name) where region.cities.contains { $0.name == name }: return before
        // Who else has that region still decides on it.
        case .region(let name) where region.holds(name): return before
        default: return .region(region.name)
        }
    }

    /// Where an action is of: the city of the store of whoever does it, a city that its words name, or what the person is in
    /// charge of.
    func place(of owner: Person, naming city: City?) -> Territory {
        if let store = owner.dealer { return .city(store.city.name) }
        if let city, person.region.map({ $0.cities.contains(city) }) ?? true { return .city(city.name) }
        if let region = owner.region ?? person.region { return .region(region.name) }
        return .nation
    }
}
