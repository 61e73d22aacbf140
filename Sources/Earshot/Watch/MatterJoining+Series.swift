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
            // The narrowest: what is most of it in its city is nearer than the nation's.
            let whole = aspects.filter { isMostly(found[one], of: found[$0]) }
                .min { found[$0].matter.place.size < found[$1].matter.place.size }
            if let whole { join(one, to: whole) }
        }
        for one in series where !parts.contains(one) {
            for aspect in aspects
            where !parts.contains(aspect) && found[one].matter.place == found[aspect].matter.place {
                join(aspect, to: one)
            }
        }
        return found.indices.filter { !parts.contains($0) }.map { joined[$0] }
    }

    /// Whether most of what is complained of a series is of an aspect: it may be so where both are of one place, or the aspect of a
    /// narrower one, and is told to the same people. Of the aspect of a wider place it is so where it was counted that the series'
    /// customers complain of it: what is joined wrongly is told to nobody there.
    private func isMostly(_ series: Abnormality, of aspect: Abnormality) -> Bool {
        let most = Watch.explaining * series.excess
        if series.matter.place.isOrContains(aspect.matter.place) { return aspect.excess >= most }
        guard aspect.matter.place.contains(series.matter.place), let topic = aspect.matter.aspect,
            let name = series.matter.series,
            let both = together[
                ComplaintPair(series.matter.place, .aspect(topic), .series(name), during: series.days)]
        else { return false }
        return Double(both.during) - excess.usual(both.before, during: series.days) >= most
    }
}

extension WatchedPlace {
    fileprivate func isOrContains(_ other: WatchedPlace) -> Bool { self == other || contains(other) }

    /// Its cities; a store is less than one, and the nation more than all.
    fileprivate var size: Int {
        if case .store = self { return 0 }
        return cities?.count ?? Int.max
    }
}
