/// Of which hand-overs a person may learn at all: part of every query. Only `HandOverScope` makes one.
public enum HandOverReach: Sendable, Hashable {
    case all
    /// By the short names of the cities that somebody is in charge of.
    case cities(Set<String>)
    case asker(String)
}

/// What a person may see of hand-overs and do about them, decided in one place.
struct HandOverScope: Sendable {
    private let person: Person

    init(of person: Person) { self.person = person }

    /// The own ones of who asks, and those of the own region of who answers.
    var reach: HandOverReach {
        switch person.role {
        case .hq: .all
        case .manager: .cities(Set(person.region?.cities.map(\.name) ?? []))
        case .dealer: .asker(person.id)
        case .admin: .cities([])
        }
    }

    /// Whether the person answers what others ask.
    var answers: Bool { person.role == .manager || person.role == .hq }

    /// Whether the person may answer in one.
    func answers(for handOver: HandOver) -> Bool {
        switch reach {
        case .all: true
        case .cities(let names): names.contains(handOver.city)
        case .asker: false
        }
    }

    /// Whether the person may ask: whoever has a store.
    var asks: Bool { person.role == .dealer && person.dealer != nil }
}
