/// The places that cities are pooled in: provinces, regions, and cities with those next to them.
struct WatchedPools: Sendable {
    let places: [WatchedPlace]
    /// The numbers of the places that each city belongs to.
    private let ofCity: [City: [Int]]
    /// The same without neighbourhoods, for what is sparse even in them.
    private let wideOfCity: [City: [Int]]

    init(regions: [Region]) {
        let china = Gazetteer.china
        // Of a province that is one city that city says all there is to say.
        let provinces = Set(china.cities.filter { !$0.isMunicipality }.map(\.province)).sorted()
            .map { (place: WatchedPlace.province($0), cities: china.cities(ofProvince: $0)) }
        let wide = provinces + regions.map { (.region($0), Array($0.cities)) }
        let all = wide + Gazetteer.borderlands.map { (.surroundings(of: $0.middle), $0.cities) }
        func members(_ pools: [(place: WatchedPlace, cities: [City])]) -> [City: [Int]] {
            var members: [City: [Int]] = [:]
            for (number, pool) in pools.enumerated() {
                for city in pool.cities { members[city, default: []].append(number) }
            }
            return members
        }
        places = all.map(\.place)
        (ofCity, wideOfCity) = (members(all), members(wide))
    }

    /// The numbers of the places that the complaints of a city, or what is counted as sparsely as series and rivals, count for.
    func numbers(of city: City, isSparse: Bool) -> [Int] { (isSparse ? wideOfCity : ofCity)[city] ?? [] }
}

/// A row of counts for everything that is watched and was spoken of in some days, one count for each day.
struct WatchedRows {
    private let span: ClosedRange<Day>
    private let pools: WatchedPools
    private let topics: [Topic: [WatchedPlace: [ComplaintCounts.Count]]]
    /// How many there are of each kind.
    private(set) var numbers: [WatchedMatter.Kind: Int] = [:]

    /// What is counted, whatever the place.
    private struct Topic: Hashable {
        var aspect: Aspect?
        var series: String?
        var rival: Rival?

        var isSparse: Bool { series != nil || rival != nil }

        func matter(_ place: WatchedPlace) -> WatchedMatter {
            WatchedMatter(place, aspect, series: series, praiseOf: rival)
        }
    }

    /// - Parameter stores: those of the directory; what is of others is nobody's.
    init(
        _ counts: ComplaintCounts, during span: ClosedRange<Day>, pools: WatchedPools,
        stores: [String: WatchedStore]
    ) {
        (self.span, self.pools) = (span, pools)
        var topics: [Topic: [WatchedPlace: [ComplaintCounts.Count]]] = [:]
        for (cell, days) in counts.cells where days.contains(where: { span.contains($0.day) }) {
            let place: WatchedPlace
            if let store = cell.store {
                guard let known = stores[store] else { continue }
                place = .store(known)
            } else {
                place = cell.city.map { .city($0) } ?? .nation
            }
            let topic = Topic(aspect: cell.aspect, series: cell.series, rival: cell.rival)
            topics[topic, default: [:]][place, default: []] += days
        }
        self.topics = topics
        for (topic, cells) in topics {
            var pooled: Set<Int> = []
            for place in cells.keys {
                numbers[topic.matter(place).kind, default: 0] += 1
                if case .city(let city) = place {
                    pooled.formUnion(pools.numbers(of: city, isSparse: topic.isSparse))
                }
            }
            for number in pooled { numbers[topic.matter(pools.places[number]).kind, default: 0] += 1 }
        }
    }

    /// Gives each matter with its row, in any order.
    func forEach(_ body: (WatchedMatter, [Int32]) -> Void) {
        for (topic, cells) in topics {
            var pooled: [Int: [Int32]] = [:]
            for (place, counts) in cells {
                let row = row(of: counts)
                if case .city(let city) = place {
                    for number in pools.numbers(of: city, isSparse: topic.isSparse) {
                        WatchedRows.add(row, to: &pooled[number])
                    }
                }
                body(topic.matter(place), row)
            }
            for (number, row) in pooled { body(topic.matter(pools.places[number]), row) }
        }
    }

    private func row(of counts: [ComplaintCounts.Count]) -> [Int32] {
        var row = [Int32](repeating: 0, count: span.count)
        for count in counts {
            let step = span.lowerBound.distance(to: count.day)
            if row.indices.contains(step) { row[step] += Int32(truncatingIfNeeded: count.complaints) }
        }
        return row
    }

    private static func add(_ row: [Int32], to sum: inout [Int32]?) {
        guard sum != nil else {
            sum = row
            return
        }
        sum?.withUnsafeMutableBufferPointer { sum in
            row.withUnsafeBufferPointer { row in
                for index in row.indices { sum[index] += row[index] }
            }
        }
    }
}
