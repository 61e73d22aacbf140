extension Insight {
    /// What a place's customers say: volume, net praise, most praised, most complained about, after-sales stages,
    /// the fastest rival and one quote.
    func overview(_ question: Question) async throws -> Answer {
        let place: VisiblePlace
        switch question.scope.place(city: question.city, region: question.request.slots.region) {
        case .seen(let seen): place = seen
        case .refused(let reason): return refusal(reason)
        }
        let span = span(of: question)
        let slices = try await figures.slices(
            [Cut(.place(place), during: span.days), Cut(.place(place), during: span.before)]
                + nationCut(question, beside: place, span.days))
        let (now, before) = (slices[0], slices[1])
        var values = span.values
        values["place"] = place.words
        values["volume"] = .count(now.overall.total)
        guard now.overall.total >= settings.minimumVoices else {
            return Answer(
                .tooFewVoices, .object(values.merging(["minimum": .count(settings.minimumVoices)]) { $1 }),
                offers: [propose(.longer, after: question)])
        }
        let complaints = now.leading(.negative, limit: 3)
        values["change"] = change(span, from: before.overall.total, to: now.overall.total)
        values["net"] = .optional(netPraise(now.overall))
        values["nationNet"] = .optional(slices.count > 2 ? netPraise(slices[2].overall) : nil)
        values["praised"] = series(now.leading(.positive, limit: 3), .positive)
        values["complained"] = series(complaints, before: span.isUnfinished ? nil : before, .negative)
        values["stages"] = series(afterSalesStages(now), .negative)
        values["rival"] = try await risingRival(in: place, span) ?? .flag(false)
        let quote = try await quotePage(
            VoiceSelection(
                .place(place), during: span.days, aspect: complaints.first?.aspect,
                polarity: complaints.isEmpty ? nil : .negative),
            among: 30, count: 1)
        values["quote"] = quote.shown.first.map { quoteValue($0) } ?? .flag(false)
        return Answer(.overview, .object(values), offers: overviewOffers(question, complaints))
    }

    /// The country's slice, where there is one to compare with.
    func nationCut(_ question: Question, beside place: VisiblePlace, _ days: ClosedRange<Day>) -> [Cut] {
        guard place.area != .nation, case .seen(let nation) = question.scope.nation() else { return [] }
        return [Cut(.place(nation), during: days)]
    }

    func afterSalesStages(_ slice: Slice) -> [(aspect: Aspect, count: Int)] {
        Aspect.afterSales.children
            .map { (aspect: $0, count: slice[$0].negative) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.aspect) < ($0.count, $1.aspect) }
            .prefix(3).map { $0 }
    }

    private func overviewOffers(
        _ question: Question, _ complaints: [(aspect: Aspect, count: Int)]
    ) -> [Proposal] {
        let quotes = complaints.first.map { worst in
            propose(.quotes(worst.aspect, nil), after: question) { $0.polarity = .negative }
        }
        return (quotes.map { [$0] } ?? [])
            + [propose(.againstNation, after: question), propose(.competitors, after: question)]
    }
}
