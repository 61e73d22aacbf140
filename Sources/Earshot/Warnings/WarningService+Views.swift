extension WarningService {
    /// Everything about one warning.
    func show(_ warning: Warning, _ question: Question) async throws -> Answer {
        let words = words(warning, question)
        var values = words.values
        let reads = scope(of: question).acts(on: warning)
        // What colleagues did about it is not a dealer's.
        values["reads"] = .flag(reads)
        let steps = reads ? try await desk.steps(of: warning.number) : []
        let decisions = reads ? try await desk.decisions(of: [warning.number]) : []
        values["history"] = words.history(steps, decisions, namesPeople: !question.isInGroup)
        values["share"] = reads ? try await sharesOfAlarms(of: warning) : false
        values["summary"] =
            reads
            ? words.summary(
                warning, steps, voices: try await post.voices(of: warning, for: question.person)) : false
        values["guidance"] = .optional(warning.guidance?.words)
        values["unsent"] = .flag(warning.guidance?.recipients == 0)
        values["silencedBy"] = .optional(reads ? warning.silence.map { words.name($0.by) } : nil)
        values["silenceReason"] = .optional(reads ? warning.silence?.reason : nil)
        values["quotes"] = .list(
            question.hidesStores || !reads ? [] : try await post.quotes(of: warning, for: question.person))
        values["peak"] =
            warning.peak == warning.figures || !scope(of: question).readsFigures(of: warning.subject)
            ? false : .object(words.figures(warning.peak))
        var answer = Answer(
            .warningShow, .object(values),
            offers: reads
                ? WarningService.proposals(
                    WarningOffers.all(warning, offersDetails: false, at: question.now), warning) : [])
        if reads { answer.further = WarningService.proposal(.moreOffer, .alertMore, warning) }
        return answer
    }

    /// What else may be done about a warning, for who has pressed the last button of a card that had no room for it.
    ///
    /// - Parameter cards: How many of them came before.
    func others(_ warning: Warning, after cards: Int, _ question: Question) -> Answer {
        var answer = Answer(
            .warningMore, .object(words(warning, question).values),
            offers: WarningService.proposals(
                WarningOffers.others(warning, after: cards, at: question.now), warning))
        if cards == 1 { answer.further = WarningService.proposal(.restOffer, .alertRest, warning) }
        return answer
    }

    /// The customers' words behind a warning, as those of its place, aspect and days.
    func quotes(_ warning: Warning, _ question: Question) async throws -> Answer {
        var asked = question
        asked.request = scope(of: question).request(.quotes, of: warning.subject)
        asked.request.slots.period = .days(warning.since...max(warning.since, warning.lastAbnormal))
        asked.city = asked.request.slots.city.flatMap { Gazetteer.china.city(named: $0) }
        asked.dealer = asked.request.store.flatMap { directory.dealer(id: $0) }
        return try await insight.answer(asked)
    }

    /// How many complaints came on each of the last days, as a curve and in figures.
    func trend(_ warning: Warning, _ question: Question) async throws -> Answer {
        guard let voices = scope(of: question).voices(of: warning.subject) else {
            return try await show(warning, question)
        }
        let last = min(question.today, warning.lastAbnormal + WarningService.daysAfter)
        let days = (last - (WarningService.daysOfTrend - 1))...last
        let slices = try await figures.slices(days.map { Cut(voices.subject, during: $0...$0) })
        let isPraise = warning.subject.matter?.rival != nil
        let counts = slices.map { slice in
            isPraise ? slice[warning.subject.aspect].positive : slice[warning.subject.aspect].negative
        }
        let usual = warning.figures.expectedADay
        var values = words(warning, question).values
        values["curve"] = .text(WarningService.curve(counts))
        values["span"] = .text(Figures.days(days, today: question.today))
        // Nobody counts by day how many tell of a danger: what is drawn are all complaints of its place.
        values["all"] = .flag(warning.subject.isDanger)
        // Voices go on coming in for days that were judged.
        let judged = warning.figures
        let now = zip(days, counts).reduce(0) { judged.days.contains($1.0) ? $0 + $1.1 : $0 }
        values["differs"] = .flag(
            !warning.subject.isDanger && days.contains(judged.days.lowerBound) && now != judged.observed
                && scope(of: question).readsWhole(of: warning.subject.place))
        values["counts"] = .list(
            zip(days, counts).suffix(WarningService.daysInFigures).map { day, count in
                [
                    "day": .text(day.slashed), "count": .count(count),
                    // Of the days that are abnormal together, those that had more than usual.
                    "abnormal": .flag(
                        warning.since <= day && day <= warning.lastAbnormal && Double(count) > usual),
                ]
            })
        return Answer(
            .warningTrend, .object(values),
            offers: WarningService.proposals([.quotes, .details], warning))
    }

    private static let daysOfTrend = 21
    private static let daysInFigures = 7
    /// Days that are shown after the last abnormal one.
    private static let daysAfter = 7

    /// A bar of an eighth to eight eighths for each count, by the highest.
    static func curve(_ counts: [Int]) -> String {
        let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        let highest = max(1, counts.max() ?? 0)
        return String(counts.map { bars[min(7, $0 * 7 / highest)] })
    }
}
