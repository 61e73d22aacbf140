/// Who of a level is told.
public struct Summons: Sendable, Equatable {
    /// Nobody twice; in the order of those in charge.
    public private(set) var told: [Addressed] = []
    /// Those in charge who are away and for whom nobody is told.
    public private(set) var absent: [Absence] = []

    init() {}

    mutating func add(_ found: Result<Person, Absence.Reason>, for person: Person) {
        switch found {
        case .success(let standIn):
            let index = told.firstIndex { $0.person.id == standIn.id } ?? told.endIndex
            if index == told.endIndex { told.append(Addressed(person: standIn)) }
            if standIn.id == person.id {
                told[index].isInCharge = true
            } else {
                told[index].insteadOf.append(person)
            }
        case .failure(let reason):
            absent.append(Absence(person: person, reason: reason))
        }
    }
}

/// Somebody who is told, and why.
public struct Addressed: Sendable, Equatable {
    public var person: Person
    /// Whether the person is in charge; as the deputy of others alone otherwise.
    public var isInCharge = false
    /// Those who are away and whom the person stands in for.
    public var insteadOf: [Person] = []

    init(person: Person) {
        self.person = person
    }
}

/// Somebody in charge who is away, with nobody to be told instead.
public struct Absence: Sendable, Equatable {
    public var person: Person
    public var reason: Reason

    public enum Reason: String, Error, Sendable, Hashable {
        case noDeputy
        /// The deputy is away as well, and so is everybody deputed further on.
        case deputiesAway
        /// The deputy has nothing to do with this place and may not see it.
        case deputyElsewhere
    }
}
