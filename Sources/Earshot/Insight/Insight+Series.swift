extension Insight {
    /// How an own series fares in a place beside the brand: volume and net praise, as its reports have them. There are no figures
    /// of a series by aspect.
    func ownSeries(_ series: String, _ question: Question) async throws -> Answer {
        if question.isOfStrangers { return strangers(question) }
        let focus: Focus
        switch question.place {
        case .seen(let place):
            guard let narrowed = Focus(of: place).narrowed(toOwnSeries: series) else {
                return try await overview(question)
            }
            focus = narrowed
        case .refused(let reason): return Answer(refusing: reason)
        }
        let span = try await span(of: question)
        let polarity = question.request.slots.polarity
        let slices = try await figures.slices([
            Cut(focus.subject, during: span.days), Cut(focus.subject, during: span.before),
            Cut(.place(focus.place), during: span.days),
        ])
        let (now, before, brand) = (slices[0].overall, slices[1].overall, slices[2].overall)
        var values = span.values.merging(reputation(now, before: before, span)) { $1 }
        // That they are not the brand's is what this answer is about.
        values["series"] = false
        values["place"] = focus.place.words
        values["name"] = .text(series)
        values["brandNet"] = .optional(netPraise(brand))
        let quotes = try await quoteValues(
            VoiceSelection(focus.subject, during: span.days, polarity: polarity), of: focus, for: question,
            among: 60, count: 2)
        values["quotes"] = .list(quotes)
        let words: [Proposal] =
            now.total > 0 && focus.isQuotable
            ? [
                propose(.quotes(nil, polarity), after: question) {
                    $0.product = question.request.slots.product
                }
            ]
            : []
        return Answer(
            .series, .object(values),
            offers: words + longerOffer(question, span, now.total == 0)
                + [propose(.competitors, after: question)],
            more: allQuotes(
                question, of: focus, shown: quotes.count,
                of: polarity.map { now[$0] } ?? now.total))
    }
}

extension Insight {
    /// The own series of which there are figures as a whole, and of which they are then; nothing where they are the brand's, as
    /// the answer says.
    func countedSeries(_ span: inout Span) async throws -> String? {
        guard let series = span.series, try await figures.edition()?.countsSeries == true else { return nil }
        span.series = nil
        return series
    }
}

extension Question {
    /// The own series that alone says what an overview is about.
    var ownSeries: String? {
        guard dealer == nil, request.intent == .overview, request.slots.aspect == nil else { return nil }
        return request.slots.product.flatMap { $0.isOwn ? $0.series : nil }
    }
}
