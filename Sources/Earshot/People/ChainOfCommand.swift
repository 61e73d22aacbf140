/// Who is in charge of what happens in a place, in the order in which they are told.
public struct ChainOfCommand: Sendable {
    /// The steps of the order.
    public enum Level: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Those who manage the place.
        case managers
        /// The heads of its regions.
        case heads
        case headquarters

        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    private let directory: any PeopleDirectory
    private let chosen: [String]

    /// - Parameter headquarters: The ids of those of headquarters who are told; with none everybody of headquarters is. An
    ///   id of somebody else, or of nobody, counts for nothing.
    public init(directory: any PeopleDirectory, headquarters: [String]) {
        self.directory = directory
        chosen = headquarters
    }

    /// Those who may be in charge, and those who were and are stood in for.
    private var everybody: [Person] { directory.people + directory.lapsed }

    private var headquarters: [Person] {
        everybody.filter { $0.role == .hq && (chosen.isEmpty || chosen.contains($0.id)) }
    }

    /// Those of a level who are told on a day, each once however much is theirs, and those nobody stands in for.
    ///
    /// A place is managed by whom a city of it belongs to. Its heads are managers where there are no others, and no heads
    /// then. The nation's managers are those of every region and headquarters, so that headquarters stands on two levels.
    public func level(_ level: Level, of place: WatchedPlace, on day: Day) -> Summons {
        var summons = Summons()
        for person in members(of: level, of: place) {
            summons.add(standIn(for: person, of: place, on: day), for: person)
        }
        return summons
    }

    /// Those who are in charge on a level, whether they are there or not, in the order of the directory; headquarters
    /// before the nation's managers.
    public func members(of level: Level, of place: WatchedPlace) -> [Person] {
        let managers = everybody.filter { $0.role == .manager && manages($0, place) }
        switch level {
        case .managers:
            let first = managers.filter { !isSecond($0, among: managers) }
            return place == .nation ? headquarters + first : first
        case .heads: return managers.filter { isSecond($0, among: managers) }
        case .headquarters: return headquarters
        }
    }

    /// Whether somebody is told after others: a head whose region has managers, too.
    private func isSecond(_ person: Person, among managers: [Person]) -> Bool {
        guard person.isHead, let cities = person.region?.cities else { return false }
        return managers.contains { other in
            !other.isHead && other.region.map { !$0.cities.isDisjoint(with: cities) } ?? false
        }
    }

    private func manages(_ person: Person, _ place: WatchedPlace) -> Bool {
        guard let cities = person.region?.cities else { return false }
        return place.cities.map { !$0.isDisjoint(with: cities) } ?? true
    }

    /// The person, or the first of those deputed who is there, or why there is none.
    private func standIn(
        for person: Person, of place: WatchedPlace, on day: Day
    ) -> Result<Person, Absence.Reason> {
        var (candidate, passed) = (person, Set<String>())
        while candidate.isAway(on: day) {
            passed.insert(candidate.id)
            guard let id = candidate.deputy, let deputy = member(id) else {
                return .failure(candidate.id == person.id ? .noDeputy : .deputiesAway)
            }
            guard !passed.contains(id) else { return .failure(.deputiesAway) }
            guard deputy.role == .hq || (deputy.role == .manager && manages(deputy, place)) else {
                return .failure(.deputyElsewhere)
            }
            candidate = deputy
        }
        return .success(candidate)
    }

    private func member(_ id: String) -> Person? {
        directory.person(id: id) ?? directory.lapsed.first { $0.id == id }
    }
}
