/// What stands out on a day, by its places, so that it need not be looked through for each of it: after a rise of the whole
/// country there are thousands. For use by one task alone.
final class FoundMatters {
    private let ofPlaces: [WatchedPlace: [Abnormality]]
    /// Each once, in the order of what was found.
    private let places: [WatchedPlace]
    private var placesWithin: [WatchedPlace: [WatchedPlace]] = [:]
    private var containedBy: [WatchedMatter: [Abnormality]] = [:]

    init(_ found: [Abnormality]) {
        ofPlaces = Dictionary(grouping: found, by: \.matter.place)
        var known: Set<WatchedPlace> = []
        places = found.map(\.matter.place).filter { known.insert($0).inserted }
    }

    /// The places of all that was found that a place contains, itself among them.
    func places(within place: WatchedPlace) -> [WatchedPlace] {
        if let known = placesWithin[place] { return known }
        let within = places.filter { $0 == place || place.contains($0) }
        placesWithin[place] = within
        return within
    }

    /// All that was found in a place and in those within it, the most conspicuous first.
    func found(within place: WatchedPlace) -> [Abnormality] {
        places(within: place).flatMap { ofPlaces[$0] ?? [] }.sorted(by: Abnormality.precedes)
    }

    /// What of it is a part of another matter, the most conspicuous first.
    func contained(by matter: WatchedMatter) -> [Abnormality] {
        if let known = containedBy[matter] { return known }
        let contained = found(within: matter.place).filter {
            $0.matter != matter && matter.contains($0.matter)
        }
        containedBy[matter] = contained
        return contained
    }
}

extension Abnormality {
    /// Whether one is more conspicuous than another; by name where they are equal, so that the same counts give the same answer.
    static func precedes(_ one: Abnormality, _ other: Abnormality) -> Bool {
        one.score == other.score ? one.matter.sortKey < other.matter.sortKey : one.score > other.score
    }
}
