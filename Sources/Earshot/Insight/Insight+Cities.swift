extension Insight {
    /// The cities of a place beside each other, by net praise: those first that fare best, or worst. Nothing where the place has no
    /// cities of its own.
    func cities(_ question: Question) async throws -> Answer? {
        guard let fromWorst = question.request.slots.citiesFromWorst, question.dealer == nil,
            question.rival == nil
        else { return nil }
        let place: VisiblePlace
        switch question.place {
        case .seen(let seen): place = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let cities: [City]
        switch place.area {
        case .region(let region): cities = region.cities.sorted { $0.name < $1.name }
        case .province(let province): cities = province.cities
        case .surroundings(let around): cities = around.cities
        case .nation, .city: return nil
        }
        let seen = cities.compactMap { city -> (city: City, place: VisiblePlace)? in
            guard case .seen(let place) = question.scope.place(city: city, region: nil) else { return nil }
            return (city, place)
        }
        let aspect = question.request.slots.aspect
        let span = try await span(of: question)
        let slices = try await figures.slices(seen.map { Cut(.place($0.place), during: span.days) })
        let counted = zip(seen, slices).map { (city: $0.city, tally: $1[aspect]) }
        let ranked = counted.filter { $0.tally.decided >= settings.minimumVoices }.sorted { one, other in
            let (left, right) = (one.tally.netPraise ?? 0, other.tally.netPraise ?? 0)
            if left != right { return fromWorst ? left < right : left > right }
            return one.tally.total > other.tally.total
        }
        let few = counted.filter { $0.tally.decided < settings.minimumVoices }
        var values = span.values
        values["place"] = place.words
        values["aspect"] = .optional(aspect?.words)
        values["worst"] = .flag(fromWorst)
        values["none"] = .flag(ranked.isEmpty)
        values["minimum"] = .count(settings.minimumVoices)
        values["few"] = few.isEmpty ? false : .count(few.count)
        values["cities"] = .list(
            ranked.prefix(Insight.mostCities).enumerated().map { index, entry in
                [
                    "rank": .count(index + 1), "city": .text(entry.city.name),
                    "net": .optional(netPraise(entry.tally)), "volume": .count(entry.tally.total),
                    "complaints": .count(entry.tally.negative),
                ]
            })
        return Answer(.cities, .object(values), offers: [propose(.overview, after: question)])
    }

    private static let mostCities = 10
}
