extension Insight {
    /// A store's reputation: volume, net praise beside the city's, what is praised and complained about.
    func dealer(_ question: Question) async throws -> Answer {
        let focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let span = try await span(of: question)
        guard let store = focus.store else { return try await overview(question) }
        let slices = try await figures.slices([
            Cut(.dealer(store), during: span.days), Cut(.dealer(store), during: span.before),
            Cut(.place(focus.place), during: span.days),
        ])
        let (now, before, around) = (slices[0], slices[1], slices[2])
        let polarity = question.request.slots.polarity
        var values = span.values.merging(reputation(now.overall, before: before.overall, span)) { $1 }
        values["store"] = .text(store.dealer.name)
        values["city"] = focus.place.words
        values["cityNet"] = .optional(netPraise(around.overall))
        values["praised"] = series(
            polarity == .negative ? [] : now.leading(.positive, limit: 3), .positive)
        values["complained"] = series(
            polarity == .positive ? [] : now.leading(.negative, limit: 5),
            before: span.compares && now.overall.decided >= settings.minimumVoices ? before : nil,
            .negative)
        let quotes = try await quoteValues(
            VoiceSelection(.dealer(store), during: span.days, polarity: polarity), of: focus,
            for: question, among: 60,
            count: 2)
        values["quotes"] = .list(quotes)
        return Answer(
            .dealer, .object(values), offers: dealerOffers(question, store, now.overall),
            more: allQuotes(
                question, of: focus, shown: quotes.count,
                of: polarity.map { now.overall[$0] } ?? now.overall.total))
    }

    private func dealerOffers(_ question: Question, _ store: VisibleDealer, _ now: Tally) -> [Proposal] {
        let quotes: [Proposal] =
            now.total == 0
            ? [] : [propose(.quotes(nil, now.negative > 0 ? .negative : nil), after: question)]
        return quotes + [propose(.afterSales, after: question), propose(.overview, after: question)]
    }
}
