/// What was counted and quoted of a place, a store, a series or a rival over some days.
public struct PlaceAccount: Sendable {
    public var figures: OverviewFigures
    /// The words, masked and cut, and where they are from.
    public var quotes: [(text: TextValue, source: TextValue)]
    public var edition: FiguresEdition?
}

extension Insight {
    /// How many quotes an account has, and among how many of the newest they are chosen.
    private static let accountQuotes = (shown: 2, among: 40)

    /// The figures and a quote or two, all of one edition.
    ///
    /// - Parameters:
    ///   - before: what the days are compared with; nothing for as many right before.
    ///   - reader: in whose place they are read: what a dealer reads names no store.
    func account(
        of focus: ReportFocus, _ aspect: Aspect?, during days: ClosedRange<Day>,
        comparingWith before: ClosedRange<Day>? = nil, for reader: Question
    ) async throws -> PlaceAccount {
        var edition = try await figures.edition()
        while true {
            let account = try await accountOnce(of: focus, aspect, during: days, before, for: reader, edition)
            let latest = try await figures.edition()
            if latest == edition { return account }
            edition = latest
        }
    }

    private func accountOnce(
        of focus: ReportFocus, _ aspect: Aspect?, during days: ClosedRange<Day>,
        _ before: ClosedRange<Day>?, for reader: Question, _ edition: FiguresEdition?
    ) async throws -> PlaceAccount {
        var span = Span(
            period: .days(days), today: reader.today, earliest: try await figures.earliestDay())
        span.comparedWith = before
        let asked = focus.asked
        let counted = try await overviewFigures(
            of: asked.subject, aspect, beside: focus.isPlain ? surroundings(of: asked, reader) : nil, span)
        let worst = aspect ?? counted.complained.first?.aspect
        let quotes = try await quoteValues(
            VoiceSelection(
                asked.subject, during: span.days, aspect: worst,
                polarity: counted.complained.isEmpty ? nil : .negative),
            of: asked, for: reader, among: Insight.accountQuotes.among, count: Insight.accountQuotes.shown)
        return PlaceAccount(
            figures: counted,
            quotes: quotes.compactMap { quote in
                guard case .object(let parts) = quote, let text = parts["text"], let source = parts["source"]
                else { return nil }
                return (text, source)
            }, edition: edition)
    }
}
