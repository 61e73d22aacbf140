extension Insight {
    /// Customers' own words, five at a time, newest first.
    func quotes(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return refusal(reason)
        }
        let span = span(of: question)
        let offset = question.page?.offset ?? 0
        let page = try await quotePage(
            VoiceSelection(
                focus.subject, during: span.days, aspect: slots.aspect, polarity: slots.polarity,
                upTo: question.page?.upTo),
            offset: offset, count: settings.quotesPerPage)
        var values = span.values
        values["place"] = focus.name
        values["aspect"] = .optional(slots.aspect?.words)
        values.merge(slots.polarity.kind) { $1 }
        values["first"] = .flag(offset == 0)
        values["none"] = .flag(page.shown.isEmpty)
        values["from"] = .count(offset + 1)
        values["to"] = .count(offset + page.shown.count)
        values["total"] = .count(page.total)
        values["more"] = .flag(page.rest > 0)
        values["quotes"] = .list(page.shown.map { quoteValue($0, withinList: true) })
        let more =
            page.rest > 0
            ? Page(request: question.request, offset: offset + page.shown.count, upTo: page.upTo) : nil
        return Answer(.quotes, .object(values), more: more)
    }

    /// Some quotes out of the ones worth showing.
    struct QuotePage {
        var shown: [QuotableVoice]
        /// All that are worth showing, on every page together.
        var total: Int
        /// Those still to come.
        var rest: Int
        var upTo: Int64?
    }

    /// One page of quotes: of the newest voices that match, the most informative, newest first.
    ///
    /// - Parameter among: how many of the newest are looked at.
    func quotePage(
        _ selection: VoiceSelection, among candidates: Int = QuoteChoice.candidates, offset: Int = 0,
        count: Int
    ) async throws -> QuotePage {
        let candidates = try await figures.voices(selection, limit: candidates)
        let worth = QuoteChoice.worthShowing(candidates)
        let shown = Array(worth.dropFirst(offset).prefix(count))
        return QuotePage(
            shown: shown, total: worth.count, rest: max(0, worth.count - offset - shown.count),
            upTo: selection.upTo ?? candidates.map(\.number).max())
    }

    /// A quote's masked text and where it is from: 11/18 论坛.
    func quoteValue(_ voice: QuotableVoice, withinList: Bool = false) -> TextValue {
        let limit = withinList ? 160 : 60
        let source = Phrase.source.with([
            "day": .text(voice.day.slashed), "source": .text(voice.source),
            "reposts": voice.reposts > 0 ? .count(voice.reposts) : false,
        ])
        return [
            "text": .text(Excerpt.of(PersonalData.masked(voice.text), around: voice.evidence, limit: limit)),
            "source": source,
        ]
    }
}
