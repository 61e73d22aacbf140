extension Insight {
    /// The cities of a place beside each other, by net praise, or by how much is said, praised or complained of: those first that
    /// were asked for; of an own series as a whole where one is named. Nothing where they are not asked for.
    func cities(_ question: Question) async throws -> Answer? {
        guard let order = question.request.slots.cities, question.dealer == nil, question.rival == nil
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
        // So many are no list that anybody reads.
        case .nation: return Answer(.citiesUnranked, ["nation": true], isRefusal: true)
        case .city:
            guard question.person.role == .dealer else { return nil }
            return Answer(.citiesUnranked, ["nation": false], isRefusal: true)
        }
        let seen = cities.compactMap { city -> (city: City, place: VisiblePlace)? in
            guard case .seen(let place) = question.scope.place(city: city, region: nil) else { return nil }
            return (city, place)
        }
        let aspect = question.request.slots.aspect
        var span = try await span(of: question)
        let series = aspect == nil ? try await countedSeries(&span) : nil
        let slices = try await figures.slices(
            seen.map { entry in
                Cut(series.map { .series($0, in: entry.place) } ?? .place(entry.place), during: span.days)
            })
        let counted = zip(seen, slices).map { (city: $0.city, tally: $1[aspect]) }
        let ranked = counted.filter { $0.tally.decided >= settings.minimumVoices }.sorted { one, other in
            order.precedes(one.tally, other.tally)
        }
        let few = counted.count - ranked.count
        let offset = min(question.page?.offset ?? 0, ranked.count)
        let shown = ranked.dropFirst(offset).prefix(Insight.mostCities)
        let last = offset + shown.count
        var values = span.values
        values["place"] = place.words
        values["aspect"] = .optional(aspect?.words)
        values["matter"] = .optional(series)
        values["order"] = .flags(CityOrder.allCases.map { ("\($0)", $0 == order) })
        values["none"] = .flag(ranked.isEmpty)
        values["minimum"] = .count(settings.minimumVoices)
        values["few"] = few == 0 ? false : .count(few)
        values["total"] = shown.count < ranked.count ? .count(ranked.count) : false
        (values["from"], values["to"]) = (.count(offset + 1), .count(last))
        values["more"] = .flag(last < ranked.count)
        values["cities"] = .list(
            shown.enumerated().map { index, entry in
                [
                    "rank": .count(offset + index + 1), "city": .text(entry.city.name),
                    "net": .optional(netPraise(entry.tally)), "volume": .count(entry.tally.total),
                    "praise": .count(entry.tally.positive), "complaints": .count(entry.tally.negative),
                ]
            })
        var answer = Answer(.cities, .object(values), offers: [propose(.overview, after: question)])
        if last < ranked.count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }

    private static let mostCities = 10
}

extension CityOrder {
    /// Whether a city of one tally stands before one of another.
    fileprivate func precedes(_ one: Tally, _ other: Tally) -> Bool {
        let (left, right) = (one.netPraise ?? 0, other.netPraise ?? 0)
        return switch self {
        case .best: (left, one.total) > (right, other.total)
        case .worst: left != right ? left < right : one.total > other.total
        case .loudest: one.total > other.total
        case .quietest: one.total < other.total
        case .mostComplained: (one.negative, other.total) > (other.negative, one.total)
        case .leastComplained: (one.negative, other.total) < (other.negative, one.total)
        case .mostPraised: (one.positive, other.total) > (other.positive, one.total)
        case .leastPraised: (one.positive, other.total) < (other.positive, one.total)
        }
    }
}
