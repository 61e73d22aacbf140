/// Makes one of what stands out for one reason.
///
/// Of a matter and a broader one only the narrower is told where it makes up most of the other; else the broader with its parts.
/// Aspects of which the same customers speak (座椅太硬 is of the seats, the interior and the comfort) are one matter, and so are
/// the cities of one region in which the same aspect stands out. What several reasons make up together is none of its own.
struct MatterJoining {
    private let overlaps: PlaceOverlaps
    let excess: RecentExcess
    let together: [ComplaintPair: ComplaintPair.Count]

    /// Of two aspects of a place so much of the lesser one's excess must be of customers who complain of both, for both to be one
    /// matter.
    private static let shared = 0.5
    /// The most pairs that are asked for of one day.
    private static let mostPairs = 400
    /// A rise of the nation is in as many places at least.
    private static let fewestOfNation = 3

    /// - Parameter together: how many customers complain of both of a pair, where it is known.
    init(_ counts: ComplaintCounts, together: [ComplaintPair: ComplaintPair.Count] = [:]) {
        excess = RecentExcess(counts)
        overlaps = PlaceOverlaps(excess)
        self.together = together
    }

    /// The pairs of which it must be known whether the same customers complain of both, the most conspicuous first: aspects in one
    /// place, and a series in a place with an aspect of a wider one.
    static func pairs(of found: [Abnormality]) -> [ComplaintPair] {
        let matters = FoundMatters(found)
        var pairs: [ComplaintPair] = []
        var known: Set<ComplaintPair> = []
        for broad in found.sorted(by: Abnormality.precedes) {
            guard let aspect = broad.matter.aspect, broad.matter.series == nil, broad.matter.rival == nil
            else { continue }
            for one in matters.found(within: broad.matter.place) {
                guard let pair = pair(one, aspect, of: broad), known.insert(pair).inserted else { continue }
                pairs.append(pair)
                if pairs.count == mostPairs { return pairs }
            }
        }
        return pairs
    }

    private static func pair(_ one: Abnormality, _ aspect: Aspect, of broad: Abnormality) -> ComplaintPair? {
        guard one.days.overlaps(broad.days), one.matter.rival == nil else { return nil }
        if let series = one.matter.series {
            guard one.matter.place != broad.matter.place, broad.matter.place.contains(one.matter.place) else {
                return nil
            }
            return ComplaintPair(one.matter.place, .aspect(aspect), .series(series), during: one.days)
        }
        guard let other = one.matter.aspect, areApart(aspect, other) else { return nil }
        return ComplaintPair(one.matter.place, .aspect(aspect), .aspect(other), during: broad.days)
    }

    /// One for each reason, the most conspicuous first.
    func joined(_ found: [Abnormality]) -> [Abnormality] {
        var rest = withAspectsJoined(withoutExplained(found.sorted(by: Abnormality.precedes)))
        let all = FoundMatters(rest)
        rest.removeAll { isMixed($0, among: all) }
        return withSeriesJoined(withParts(overlaps.resolved(rest)))
    }

    // MARK: What a narrower matter explains

    /// Only what stays explains: a chain of parts, each most of the next, is not the whole.
    private func withoutExplained(_ found: [Abnormality]) -> [Abnormality] {
        let matters = FoundMatters(found)
        let cities = found.filter { if case .city = $0.matter.place { true } else { false } }
        var kept: [WatchedPlace: [Abnormality]] = [:]
        var told: Set<WatchedMatter> = []
        for broad in found.sorted(by: { $0.matter.breadth < $1.matter.breadth }) {
            let place = broad.matter.place
            let isExplained = matters.places(within: place).contains { inner in
                (kept[inner] ?? []).contains { narrow in
                    inner != place && explainsAnotherAspect(narrow, broad)
                        || broad.matter.contains(narrow.matter)
                            && excess(of: narrow, in: broad) >= Watch.explaining * broad.excess
                            && !isCluster(broad, beside: narrow, cities)
                }
            }
            guard !isExplained else { continue }
            kept[place, default: []].append(broad)
            told.insert(broad.matter)
        }
        return found.filter { told.contains($0.matter) }
    }

    /// How much of a broader matter's excess a narrower one has: on the days of the broader, where those are fewer.
    private func excess(of narrow: Abnormality, in broad: Abnormality) -> Double {
        guard broad.days.lowerBound > narrow.days.lowerBound else { return narrow.excess }
        return min(narrow.excess, excess.of(narrow.matter, during: broad.days))
    }

    /// Whether a region's or a province's aspect stands out in another of its cities, besides the place that has most of it: it is
    /// one matter of all of them.
    private func isCluster(
        _ broad: Abnormality, beside narrow: Abnormality, _ found: [Abnormality]
    ) -> Bool {
        switch broad.matter.place {
        case .region, .province: break
        case .nation, .surroundings, .city, .store: return false
        }
        guard let aspect = broad.matter.aspect, aspect == narrow.matter.aspect,
            narrow.matter.place != broad.matter.place
        else { return false }
        return found.contains { other in
            guard case .city(let city) = other.matter.place, other.matter.aspect == aspect,
                other.matter.series == broad.matter.series, other.matter.rival == broad.matter.rival
            else { return false }
            return broad.matter.place.contains(city) && !narrow.matter.place.contains(city)
                && !other.matter.place.contains(narrow.matter.place) && other.days.overlaps(broad.days)
        }
    }

    /// Whether what is too much of a wider place's aspect is, for the most part, what the customers of a narrower one say with
    /// another aspect: 内饰 of the nation, where 座椅 stands out in 西安.
    private func explainsAnotherAspect(_ narrow: Abnormality, _ broad: Abnormality) -> Bool {
        guard broad.matter.place.contains(narrow.matter.place), let aspect = broad.matter.aspect,
            let other = narrow.matter.aspect, MatterJoining.areApart(aspect, other),
            broad.matter.series == narrow.matter.series, broad.matter.rival == narrow.matter.rival,
            narrow.days.overlaps(broad.days)
        else { return false }
        var there = broad.matter
        there.place = narrow.matter.place
        return excess.of(there, during: broad.days) >= Watch.explaining * broad.excess
            && areOne(there, narrow.matter, during: broad.days)
    }

    // MARK: Aspects of the same voices

    /// The most conspicuous of the aspects of one place has those of which the same customers speak as its parts.
    private func withAspectsJoined(_ found: [Abnormality]) -> [Abnormality] {
        var kept: [Abnormality] = []
        var ofPlaces: [WatchedPlace: [Int]] = [:]
        for one in found {
            let known = (ofPlaces[one.matter.place] ?? []).first { index in
                kept[index].days.overlaps(one.days)
                    && areOne(one.matter, kept[index].matter, during: one.days)
            }
            if let known {
                kept[known].parts.append(one)
            } else {
                ofPlaces[one.matter.place, default: []].append(kept.count)
                kept.append(one)
            }
        }
        return kept
    }

    private static func areApart(_ one: Aspect, _ other: Aspect) -> Bool {
        !one.isWithin(other) && !other.isWithin(one)
    }

    /// Whether two aspects of a place are complained of by the same customers.
    private func areOne(
        _ one: WatchedMatter, _ other: WatchedMatter, during days: ClosedRange<Day>
    ) -> Bool {
        guard one.series == other.series, one.rival == other.rival, let aspect = one.aspect,
            let otherAspect = other.aspect, MatterJoining.areApart(aspect, otherAspect)
        else { return false }
        let (first, second) = (excess.of(one, during: days), excess.of(other, during: days))
        let lesser = min(first, second)
        guard lesser > 0 else { return false }
        if let both = together[ComplaintPair(one.place, .aspect(aspect), .aspect(otherAspect), during: days)]
        {
            return Double(both.during) - excess.usual(both.before, during: days)
                >= MatterJoining.shared * lesser
        }
        // Where nobody counted them: together they have more voices than the place has. What is said of other things there has good
        // and bad days, and where these may be as much as that, two are two: what is joined wrongly is told to nobody.
        var whole = one
        whole.aspect = nil
        return excess.usual(whole, during: days).squareRoot() <= MatterJoining.shared * lesser
            && first + second - excess.of(whole, during: days) >= MatterJoining.shared * lesser
    }

    // MARK: What has no one reason

    /// Whether most of a matter is made up by others in several places that have no aspect in common. The nation's must be in three
    /// places: what two cities have is each one's.
    private func isMixed(_ broad: Abnormality, among found: FoundMatters) -> Bool {
        let within = found.contained(by: broad.matter)
        let inner = Set(within.flatMap { found.contained(by: $0.matter) }.map(\.matter))
        let largest = within.filter { !inner.contains($0.matter) }
        guard Set(largest.map(\.matter.place)).count > 1, makeUp(largest, broad) else { return false }
        return !Set(largest.map(\.matter.aspect)).contains { aspect in
            let alike = largest.filter { $0.matter.aspect == aspect }
            guard Set(alike.map(\.matter.place)).count > 1, makeUp(alike, broad) else { return false }
            guard broad.matter.place == .nation else { return true }
            let places = within.filter { $0.matter.aspect == aspect }.map(\.matter.place)
            let smallest = places.filter { place in !places.contains { $0 != place && place.contains($0) } }
            return Set(smallest).count >= MatterJoining.fewestOfNation
        }
    }

    private func makeUp(_ parts: [Abnormality], _ whole: Abnormality) -> Bool {
        parts.reduce(0) { $0 + $1.excess } >= Watch.explaining * whole.excess
    }

    // MARK: Parts

    /// What is left and lies within a broader one is a part of it: of the broadest.
    private func withParts(_ found: [Abnormality]) -> [Abnormality] {
        let matters = FoundMatters(found)
        let inner = Set(found.flatMap { matters.contained(by: $0.matter) }.map(\.matter))
        return found.filter { !inner.contains($0.matter) }.map { one in
            var one = one
            var known = Set(one.parts.map(\.matter))
            for part in matters.contained(by: one.matter).flatMap({ [$0] + $0.parts })
            where known.insert(part.matter).inserted {
                one.parts.append(part)
            }
            return one
        }
    }
}

extension WatchedMatter {
    /// Larger than that of every matter within it.
    fileprivate var breadth: Int {
        let ofPlace =
            switch place {
            case .nation: 1_000_000
            case .region, .province, .surroundings, .city: place.cities?.count ?? 0
            case .store: 0
            }
        // A region and a province of the same cities, then the city alone, then its aspects.
        let ofKind = if case .region = place { 1 } else { 0 }
        let ofAspect = aspect == nil ? 2 : aspect?.parent == nil ? 1 : 0
        return ((ofPlace * 2 + ofKind) * 3 + ofAspect) * 2 + (series == nil ? 1 : 0)
    }

    var sortKey: String {
        let ofPlace =
            switch place {
            case .nation: 0
            case .region: 1
            case .province: 2
            case .surroundings: 3
            case .city: 4
            case .store: 5
            }
        return "\(ofPlace) \(place) \(aspect?.name ?? "") \(series ?? "") \(rival?.name ?? "")"
    }
}
