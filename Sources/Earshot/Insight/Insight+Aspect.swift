extension Insight {
    /// What a place's or a store's customers say of one aspect, with its parts where it has any.
    func aspect(_ question: Question) async throws -> Answer {
        guard let aspect = question.request.slots.aspect else { return try await overview(question) }
        let focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let span = try await span(of: question)
        let around = surroundings(of: focus, question)
        let slices = try await figures.slices(
            [Cut(focus.subject, during: span.days), Cut(focus.subject, during: span.before)]
                + (around.map { [Cut(.place($0), during: span.days)] } ?? []))
        let (now, before) = (slices[0][aspect], slices[1][aspect])
        let isTooFew = now.total < settings.minimumVoices
        /// No percentage beside the note that there are none.
        func change(to count: Int, from earlier: Int) -> TextValue {
            isTooFew ? false : self.change(span, from: earlier, to: count)
        }
        var values = span.values
        values["place"] = focus.name
        values["aspect"] = aspect.words
        values["volume"] = .count(now.total)
        values["noted"] = try await noted(beside: focus, aspect, span, question)
        values["change"] = change(to: now.total, from: before.total)
        values["praise"] = .count(now.positive)
        values["praiseChange"] = change(to: now.positive, from: before.positive)
        values["complaints"] = .count(now.negative)
        values["complaintsChange"] = change(to: now.negative, from: before.negative)
        values["net"] = .optional(netPraise(now))
        values["around"] = .optional(around?.words)
        values["aroundNet"] = .optional(slices.count > 2 ? netPraise(slices[2][aspect]) : nil)
        values["none"] = .flag(now.total == 0)
        values["longer"] = .optional(span.longer.map { .count($0) })
        values["tooFew"] = .flag(isTooFew && now.total > 0)
        values["fewDecided"] = .flag(!isTooFew && now.decided < settings.minimumVoices)
        values["minimum"] = .count(settings.minimumVoices)
        let polarity = question.request.slots.polarity ?? .negative
        values[polarity == .positive ? "praisedParts" : "complainedParts"] = series(
            parts(of: aspect, in: slices[0], polarity), before: span.compares && !isTooFew ? slices[1] : nil,
            polarity)
        let quotes = try await quoteValues(
            VoiceSelection(
                focus.subject, during: span.days, aspect: aspect, polarity: question.request.slots.polarity),
            of: focus, for: question, among: 60, count: 2)
        values["quotes"] = .list(quotes)
        return Answer(
            .aspect, .object(values), offers: aspectOffers(question, focus, aspect, now, span),
            more: allQuotes(
                question, of: focus, shown: quotes.count,
                of: question.request.slots.polarity.map { now[$0] } ?? now.total))
    }

    func parts(
        of aspect: Aspect, in slice: Slice, _ polarity: Polarity
    ) -> [(aspect: Aspect, count: Int)] {
        aspect.children
            .map { (aspect: $0, count: slice[$0][polarity]) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.aspect) < ($0.count, $1.aspect) }
            .prefix(5).map { $0 }
    }

    /// The same of a store's city, where more customers speak.
    private func ofCity(_ question: Question, _ focus: Focus, _ aspect: Aspect) -> [Proposal] {
        guard focus.store != nil else { return [] }
        var request = question.request
        request.intent = .aspect
        request.store = nil
        let label = Phrase.furtherOffer.with([
            "place": focus.place.words, "aspect": aspect.words, "title": false,
        ])
        return [Proposal(label, request)]
    }

    private func aspectOffers(
        _ question: Question, _ focus: Focus, _ aspect: Aspect, _ now: Tally, _ span: Span
    ) -> [Proposal] {
        guard now.total > 0 else {
            return longerOffer(question, span, true) + ofCity(question, focus, aspect)
                + [propose(.overview, after: question)]
        }
        let polarity: Polarity? =
            question.request.slots.polarity
            ?? (now.decided == 0 ? nil : now.negative >= now.positive ? .negative : .positive)
        let quotes =
            focus.isQuotable
            ? [
                propose(.quotes(aspect, polarity), after: question) {
                    $0.product = question.request.slots.product
                }
            ] : []
        return quotes + [
            propose(.against(focus.place), after: question) { $0.aspect = aspect },
            propose(.overview, after: question),
        ]
    }
}
