extension MatterJoining {
    /// A series and an aspect that stand out in one place are told of by the same customers, and are one matter: the aspect's,
    /// where it may be most of what is said of the series, or else the series'.
    func withSeriesJoined(_ found: [Abnormality]) -> [Abnormality] {
        var joined = found
        var parts: Set<Int> = []
        let series = found.indices.filter { found[$0].matter.series != nil }
        let aspects = found.indices.filter {
            found[$0].matter.aspect != nil && found[$0].matter.series == nil && found[$0].matter.rival == nil
        }
        func join(_ part: Int, to whole: Int) {
            let known = Set(joined[whole].parts.map(\.matter))
            joined[whole].parts += ([joined[part]] + joined[part].parts).filter { !known.contains($0.matter) }
            parts.insert(part)
        }
        for one in series {
            if let aspect = aspects.first(where: { isMostly(found[one], of: found[$0]) }) {
                join(one, to: aspect)
            }
        }
        for one in series where !parts.contains(one) {
            for aspect in aspects
            where !parts.contains(aspect) && found[one].matter.place == found[aspect].matter.place {
                join(aspect, to: one)
            }
        }
        return found.indices.filter { !parts.contains($0) }.map { joined[$0] }
    }

    /// Whether an aspect may be most of what is complained of a series: of its place, or of a wider one that the series' place is a
    /// part of.
    private func isMostly(_ series: Abnormality, of aspect: Abnormality) -> Bool {
        if series.matter.place.isOrContains(aspect.matter.place) {
            return aspect.excess >= Watch.explaining * series.excess
        }
        guard aspect.matter.place.contains(series.matter.place) else { return false }
        var there = aspect.matter
        there.place = series.matter.place
        return excess.of(there, during: series.days) >= Watch.explaining * series.excess
    }
}

extension WatchedPlace {
    fileprivate func isOrContains(_ other: WatchedPlace) -> Bool { self == other || contains(other) }
}
