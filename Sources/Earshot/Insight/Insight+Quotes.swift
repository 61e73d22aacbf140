extension Insight {
    /// Customers' own words, all that match, five at a time, newest first.
    func quotes(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        // Everybody's words would be taken for those of what was named.
        if question.isOfStrangers { return strangers(question) }
        var focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        guard focus.isQuotable else { return refusedQuotes(question) }
        var span = try await span(of: question)
        if let series = span.series, slots.aspect == nil, let narrowed = focus.narrowed(toOwnSeries: series),
            try await figures.edition()?.countsSeries == true
        {
            focus = narrowed
            span.series = nil
        }
        let offset = question.page?.offset ?? 0
        let selection = VoiceSelection(
            focus.subject, during: span.days, aspect: slots.aspect, polarity: slots.polarity,
            olderThan: question.page?.after)
        // One more than is shown tells whether there is another page.
        let found = try await figures.voices(selection, limit: settings.quotesPerPage + 1)
        let shown = found.prefix(settings.quotesPerPage)
        let tally = try await figures.slices([Cut(focus.subject, during: span.days)])[0][slots.aspect]
        var values = span.values
        values["place"] = focus.name
        values["aspect"] = .optional(slots.aspect?.words)
        values.merge(slots.polarity.kind) { $1 }
        values["first"] = .flag(offset == 0)
        values["none"] = .flag(shown.isEmpty)
        values["from"] = .count(offset + 1)
        values["to"] = .count(offset + shown.count)
        // What came in between two pages is newer and counts with what was shown.
        values["total"] = .count(max(offset + found.count, slots.polarity.map { tally[$0] } ?? tally.total))
        values["more"] = .flag(found.count > shown.count)
        values["longer"] = shown.isEmpty ? .optional(span.longer.map { .count($0) }) : false
        values["quotes"] = .list(shown.map { quote($0, for: question, withinList: true) })
        let more = shown.last.flatMap { last in
            found.count > shown.count
                ? Page(request: question.request, offset: offset + shown.count, after: last.position) : nil
        }
        return Answer(
            .quotes, .object(values), offers: longerOffer(question, span, shown.isEmpty), more: more)
    }

    /// Says which words are not known.
    func strangers(_ question: Question) -> Answer {
        Answer(
            .strangeNames, ["names": .series(question.strangeNames.map { ["name": .text($0)] })],
            isRefusal: true)
    }

    /// The same question of a longer time, where there are none of this one.
    func longerOffer(_ question: Question, _ span: Span, _ isEmpty: Bool) -> [Proposal] {
        guard isEmpty, question.page == nil, let days = span.longer else { return [] }
        var request = question.request
        request.slots.period = .last(days: days)
        return [Proposal(NextQuestion.longer(days: days).label, request)]
    }

    /// Where 更多 goes on after an answer that showed some of the words: at the newest of all of them.
    func allQuotes(_ question: Question, of focus: Focus, shown: Int, of total: Int) -> Page? {
        guard focus.isQuotable, total > shown else { return nil }
        var request = question.request
        request.intent = .quotes
        request.slots.against = nil
        request.store = focus.store?.dealer.id
        return Page(request: request, offset: 0)
    }

    /// A few quotes beside figures: of the newest voices that match, the most informative, newest first; none where
    /// only figures may be shown.
    ///
    /// - Parameter among: how many of the newest are looked at.
    func quoteValues(
        _ selection: VoiceSelection, of focus: Focus, for question: Question, among candidates: Int,
        count: Int, withinList: Bool = true
    ) async throws -> [TextValue] {
        guard focus.isQuotable else { return [] }
        let candidates = try await figures.voices(selection, limit: candidates)
        return QuoteChoice.worthShowing(candidates, count: count)
            .map { quote($0, for: question, withinList: withinList) }
    }

    private func quote(_ voice: QuotableVoice, for question: Question, withinList: Bool) -> TextValue {
        stores.quote(
            voice, to: question.person, hidesStores: question.hidesStores, limit: withinList ? 160 : 60)
    }
}

extension QuotableVoice {
    /// Its evidence as offsets of Unicode scalars; nothing where it does not lie in the text.
    var evidenceScalars: Range<Int>? {
        evidence.flatMap { Excerpt.scalars(of: $0, in: text) }
    }
}

extension StoreNames {
    /// A quote's masked text and where it is from: 11/18 论坛. A dealer reads no other store's name in it, a group none.
    ///
    /// - Parameter limit: the most characters of it.
    func quote(
        _ voice: QuotableVoice, to person: Person, hidesStores: Bool = false, limit: Int
    ) -> TextValue {
        let source = Phrase.source.with([
            "day": .text(voice.day.slashed), "source": .text(voice.source),
            "reposts": voice.reposts > 0 ? .count(voice.reposts) : false,
        ])
        // Masking leaves as many scalars as there were.
        let masked = PersonalData.masked(voice.text)
        guard hidesStores || person.role == .dealer else {
            let excerpt = Excerpt.of(masked, around: voice.evidenceScalars, limit: limit)
            return ["text": .text(excerpt), "source": source]
        }
        let own = hidesStores ? nil : person.dealer
        let hidden = hidden(in: masked, except: own, following: voice.evidenceScalars)
        let excerpt = Excerpt.of(hidden.text, around: hidden.words, limit: limit)
        return ["text": StoreNames.words(of: excerpt), "source": source]
    }
}
