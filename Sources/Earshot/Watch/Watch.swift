/// Looks for complaints that are abnormally many.
///
/// Every city, region and the nation is judged, on the whole and by aspect. Of what stands out for one reason only one is
/// given: the narrowest that makes up most of it, with what it is a part of left out; or the broadest, with its parts.
public struct Watch: Sendable {
    /// Days that are looked back at most.
    public static let memory = 430
    /// Fewer complaints than these are never abnormal.
    public static let fewest = 3
    /// What makes up this share of a broader matter's excess is the matter itself.
    static let explaining = 0.6

    private let detector: CountDetector
    private let regions: [Region]
    private let budget: Double

    /// - Parameter budget: false warnings that ordinary weeks may give, for all places and aspects together.
    public init(calendar: WorkCalendar, regions: [Region], budget: Double = 2) {
        detector = CountDetector(calendar: calendar)
        (self.regions, self.budget) = (regions, budget)
    }

    /// What stands out on a day of the counts, the most conspicuous first; later days are not looked at.
    public func abnormalities(in counts: ComplaintCounts, on day: Day) -> [Abnormality] {
        let today = counts.days.lowerBound.distance(to: day)
        guard counts.known.contains(today) else { return [] }
        let matters = matters(counts)
        // The budget of a week over its seven days and everything that is watched.
        let rate = min(0.01, budget / Double(7 * max(1, matters.count)))
        let threshold = AlarmThreshold.score(rate: rate, .daily)
        let found = matters.compactMap { abnormality($0.key, $0.value, counts, today, threshold) }
        return Watch.joined(found)
    }

    /// The counts of everything that is watched.
    private func matters(_ counts: ComplaintCounts) -> [WatchedMatter: [ComplaintCounts.Count]] {
        var matters: [WatchedMatter: [ComplaintCounts.Count]] = [:]
        for (cell, days) in counts.cells {
            guard let city = cell.city else {
                matters[WatchedMatter(.nation, cell.aspect)] = days
                continue
            }
            matters[WatchedMatter(.city(city), cell.aspect)] = days
            for region in regions where region.cities.contains(city) {
                matters[WatchedMatter(.region(region), cell.aspect), default: []] += days
            }
        }
        return matters
    }

    private func abnormality(
        _ matter: WatchedMatter, _ days: [ComplaintCounts.Count], _ counts: ComplaintCounts, _ today: Int,
        _ threshold: Double
    ) -> Abnormality? {
        let newest = CountExpectation.daily.longest
        let recent = days.reduce(0) { $1.day > today - newest && $1.day <= today ? $0 + $1.complaints : $0 }
        // Most are silent: they need no judging.
        guard recent >= Watch.fewest else { return nil }
        var row = (0...today).map { counts.known.contains($0) ? Int?(0) : nil }
        for count in days where row.indices.contains(count.day) {
            row[count.day] = (row[count.day] ?? 0) + count.complaints
        }
        let series = CountSeries(first: counts.days.lowerBound, rhythm: .daily, counts: row)
        guard let judgement = detector.judge(series, from: today).last, judgement.score > threshold,
            judgement.observed >= Watch.fewest
        else { return nil }
        let last = counts.days.lowerBound + today
        return Abnormality(
            matter: matter, days: (last - (judgement.duration - 1))...last, observed: judgement.observed,
            expected: judgement.expected, score: judgement.score, surprise: judgement.surprise)
    }

    /// One for each reason.
    static func joined(_ found: [Abnormality]) -> [Abnormality] {
        // By name where equal, so that the same counts give the same answer.
        var rest = found.sorted { ($1.score, $0.matter.sortKey) < ($0.score, $1.matter.sortKey) }
        // What a narrower one explains goes.
        let all = rest
        rest.removeAll { broad in
            all.contains { narrow in
                narrow.matter != broad.matter && broad.matter.contains(narrow.matter)
                    && narrow.excess >= explaining * broad.excess
            }
        }
        // So does what two matters make up that have neither place nor aspect in common: there is no one reason for it.
        let left = rest
        rest.removeAll { broad in
            let parts = left.filter { $0.matter != broad.matter && broad.matter.contains($0.matter) }
            return parts.count > 1 && Set(parts.map(\.matter.place)).count == parts.count
                && Set(parts.map(\.matter.aspect)).count == parts.count
                && parts.reduce(0, { $0 + $1.excess }) >= explaining * broad.excess
        }
        // What is left and lies within a broader one is a part of it: of the broadest.
        let broadest = rest.filter { one in
            !rest.contains { $0.matter != one.matter && $0.matter.contains(one.matter) }
        }
        return broadest.map { one in
            var one = one
            one.parts = rest.filter { $0.matter != one.matter && one.matter.contains($0.matter) }
            return one
        }
    }
}

extension WatchedMatter {
    fileprivate var sortKey: String {
        let place =
            switch place {
            case .nation: "0"
            case .region(let region): "1\(region.name)"
            case .city(let city): "2\(city.code)"
            }
        return "\(place) \(aspect?.name ?? "")"
    }
}
