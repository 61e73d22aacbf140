extension Insight {
    /// What a place's customers say: volume, net praise, most praised, most complained about, after-sales stages,
    /// the fastest rival and one quote.
    func overview(_ question: Question) async throws -> Answer {
        if question.isOfStrangers { return strangers(question) }
        let place: VisiblePlace
        switch question.place {
        case .seen(let seen): place = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let span = try await span(of: question)
        let figures = try await overviewFigures(
            of: place, beside: surroundings(of: Focus(of: place), question), span)
        var values = span.values
        values["place"] = place.words
        values["volume"] = .count(figures.now.total)
        values["noted"] = try await noted(beside: Focus(of: place), nil, span, question)
        guard figures.now.total >= settings.minimumVoices else {
            return try await tooFew(question, in: place, span, values, figures.now.total)
        }
        values.merge(figures.values()) { $1 }
        values["rival"] = try await risingRival(in: place, span) ?? .flag(false)
        let quotes = try await quoteValues(
            VoiceSelection(
                .place(place), during: span.days, aspect: figures.complained.first?.aspect,
                polarity: figures.complained.isEmpty ? nil : .negative),
            of: Focus(of: place), for: question, among: 30, count: 1,
            withinList: false)
        values["quote"] = quotes.first ?? .flag(false)
        values["summary"] = .flag(false)
        return Answer(
            .overview, .object(values),
            offers: overviewOffers(question, place, figures.complained.first?.aspect),
            more: allQuotes(
                question, of: Focus(of: place), shown: quotes.count,
                of: question.request.slots.polarity.map { figures.now[$0] } ?? figures.now.total))
    }

    /// Says that there are too few voices, quotes some of them, and says where there are more: in a longer time, or in
    /// the whole country.
    private func tooFew(
        _ question: Question, in place: VisiblePlace, _ span: Span, _ known: [String: TextValue], _ count: Int
    ) async throws -> Answer {
        var values = known
        let quotes = try await quoteValues(
            VoiceSelection(.place(place), during: span.days), of: Focus(of: place), for: question,
            among: 30, count: 3)
        values["quotes"] = .list(quotes)
        let more = allQuotes(question, of: Focus(of: place), shown: quotes.count, of: count)
        values["minimum"] = .count(settings.minimumVoices)
        values["none"] = .flag(count == 0)
        values["longer"] = span.longer.map { .count($0) } ?? false
        if let days = span.longer {
            return Answer(
                .tooFewVoices, .object(values), offers: [propose(.longer(days: days), after: question)],
                more: more)
        }
        guard place.area != .nation, case .seen = question.scope.nation() else {
            return Answer(.tooFewVoices, .object(values), more: more)
        }
        let nation = propose(.nation, after: question) { slots in
            (slots.city, slots.region, slots.area) = (nil, nil, .nation)
        }
        return Answer(.tooFewVoices, .object(values), offers: [nation], more: more)
    }

    func afterSalesStages(_ slice: Slice) -> [(aspect: Aspect, count: Int)] {
        Aspect.afterSales.children
            .map { (aspect: $0, count: slice[$0].negative) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.aspect) < ($0.count, $1.aspect) }
            .prefix(3).map { $0 }
    }

    private func overviewOffers(
        _ question: Question, _ place: VisiblePlace, _ worst: Aspect?
    ) -> [Proposal] {
        let next = worst.map { worst in
            place.isQuotable
                ? propose(.quotes(worst, nil), after: question) { $0.polarity = .negative }
                : propose(.aspect(worst), after: question)
        }
        return (next.map { [$0] } ?? [])
            + [propose(.against(place), after: question), propose(.competitors, after: question)]
    }
}
