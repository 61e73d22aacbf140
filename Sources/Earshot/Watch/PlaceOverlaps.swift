/// Tells whether a rise in a city with its neighbours and one in a place that has some of these cities are the same.
struct PlaceOverlaps {
    private let excess: RecentExcess

    /// What has this share of a neighbourhood's excess has it as a whole.
    private static let nearly = 0.8

    init(_ excess: RecentExcess) { self.excess = excess }

    /// What is left when of places that lap over each other those go of which most is another's: they become its parts. Of a
    /// neighbourhood and another place that have most in common the neighbourhood goes, of two neighbourhoods the less
    /// conspicuous. Where most of each is its own, each stays.
    ///
    /// - Parameter found: the most conspicuous first.
    func resolved(_ found: [Abnormality]) -> [Abnormality] {
        var kept: [Abnormality] = []
        for one in found {
            var one = one
            var isTold = true
            for index in kept.indices.reversed() where kept[index].matter.laps(over: one.matter) {
                let other = kept[index]
                let takesOther = isMostly(other, in: one)
                let isBorder = other.matter.place.isSurroundings && !one.matter.place.isSurroundings
                if isMostly(one, in: other), !(takesOther && isBorder) {
                    kept[index].parts.append(one)
                    isTold = false
                    break
                }
                if takesOther { one.parts.append(kept.remove(at: index)) }
            }
            if isTold { kept.append(one) }
        }
        return kept
    }

    /// Whether most of what is too much in one lies in the cities, and in the narrower aspect, that both have.
    private func isMostly(_ one: Abnormality, in other: Abnormality) -> Bool {
        guard let cities = one.matter.place.cities, let others = other.matter.place.cities else {
            return false
        }
        var matter = one.matter
        if let aspect = other.matter.aspect, matter.aspect.map(aspect.isWithin) ?? true {
            matter.aspect = aspect
        }
        // In the order of their codes, so that the sum is the same each time.
        let common = cities.intersection(others).sorted { $0.code < $1.code }.reduce(0) {
            var there = matter
            there.place = .city($1)
            return $0 + excess.of(there, during: one.days)
        }
        // A border that a good part lies behind is crossed.
        let crosses = one.matter.place.isSurroundings && !other.matter.place.isSurroundings
        return common >= (crosses ? PlaceOverlaps.nearly : Watch.explaining) * one.excess
    }
}
