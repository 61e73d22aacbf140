extension Insight {
    /// How one rival fares in a place beside the own brand: volume, net praise, what is praised and complained about.
    func rival(_ rival: Rival, _ question: Question) async throws -> Answer {
        let focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let span = try await span(of: question)
        let slices = try await figures.slices([
            Cut(focus.subject, during: span.days), Cut(focus.subject, during: span.before),
            Cut(.place(focus.place), during: span.days),
        ])
        let (now, before, own) = (slices[0], slices[1], slices[2])
        var values = span.values.merging(reputation(now.overall, before: before.overall, span)) { $1 }
        values["place"] = focus.place.words
        values["rival"] = .text(rival.name)
        values["ownNet"] = .optional(netPraise(own.overall))
        values["praised"] = series(now.leading(.positive, limit: 3), .positive)
        values["complained"] = series(
            now.leading(.negative, limit: 3),
            before: span.compares && now.overall.decided >= settings.minimumVoices ? before : nil,
            .negative)
        values["quotes"] = .list(
            try await quoteValues(
                VoiceSelection(
                    focus.subject, during: span.days, polarity: question.request.slots.polarity),
                of: focus, for: question, among: 60, count: 2))
        let quotes: [Proposal] =
            now.overall.total > 0 && focus.isQuotable
            ? [propose(.quotes(nil, nil), after: question) { $0.product = question.request.slots.product }]
            : []
        var answer = Answer(
            .rival, .object(values),
            offers: quotes + [propose(.competitors, after: question), propose(.overview, after: question)])
        answer.leavesProduct = now.overall.total == 0
        return answer
    }
}
