extension Insight {
    /// The days a question is about, and those it compares with.
    struct Span {
        let period: Period
        let today: Day
        /// The first day with a voice at all, nothing while there is none.
        let earliest: Day?
        /// Whether more days were wanted than are answered.
        var isShortened = false
        /// The own series that was asked about, of which no figures are kept.
        var series: String?
        /// Rivals that were named and are not in the answer.
        var leftOut: [Rival] = []
        /// Places that were named and are not in the answer.
        var leftOutPlaces: [String] = []
        /// Words in the place of a name that are not known.
        var strangeNames: [String] = []
        /// From which edition on the figures are others, and since when; nothing when that is no news.
        var recounted: (number: Int, day: String)?

        var days: ClosedRange<Day> { period.days(today: today) }
        /// What they are compared with, where it is not as many days right before.
        var comparedWith: ClosedRange<Day>?
        var before: ClosedRange<Day> { comparedWith ?? period.daysBefore(today: today) }
        /// Its last day is today: a count of it and one of full days say nothing beside each other.
        var isUnfinished: Bool { period.isUnfinished(today: today) }
        /// Whether its counts can be compared with those before it.
        var compares: Bool { !isUnfinished && isKnown(before) }

        /// Whether voices were kept over all of some days.
        func isKnown(_ days: ClosedRange<Day>) -> Bool { earliest.map { $0 <= days.lowerBound } ?? false }

        /// Whether the voices begin within some days.
        func isPartlyKnown(_ days: ClosedRange<Day>) -> Bool {
            earliest.map { days.lowerBound < $0 && $0 <= days.upperBound } ?? false
        }

        /// The first day with voices, where they begin after these days do.
        var firstKnown: Day? { earliest.flatMap { days.lowerBound < $0 ? $0 : nil } }

        /// 11/14–11/20.
        var written: String { Figures.days(days, today: today) }
        var writtenBefore: String { Figures.days(before, today: today) }

        /// What `before` is called.
        var beforeWords: TextValue {
            guard period.comparesAlike(today: today) else {
                // Nobody counts the days of a quarter or a year.
                if case .days = period, days.count > 31 { return .text(writtenBefore) }
                return Phrase.before.with(days.count == 1 ? ["day": true] : ["days": .count(days.count)])
            }
            return Phrase.before.with([period == .thisWeek ? "week" : "month": true])
        }

        /// More days that would show more voices; nothing when there are none.
        var longer: Int? {
            guard let earliest, earliest < days.lowerBound else { return nil }
            return NextQuestion.longerDays.first { $0 > days.count }
        }

        var values: [String: TextValue] {
            [
                "period": period.words(today: today), "days": .text(written), "before": beforeWords,
                // 前7天 says by itself which days they are.
                "beforeDays": .optional(period.comparesAlike(today: today) ? writtenBefore : nil),
                "unfinished": .flag(isUnfinished),
                "noEarlier": .flag(!isUnfinished && !isKnown(before) && !isPartlyKnown(before)),
                "partlyEarlier": .flag(!isUnfinished && isPartlyKnown(before)),
                "longest": isShortened ? .count(Period.longest) : false,
                "series": .optional(series),
                "dataFrom": .optional(firstKnown?.description),
                "leftOut": .series(
                    (leftOut.map(\.name) + leftOutPlaces).map { ["name": .text($0)] }),
                "strange": .series(strangeNames.map { ["name": .text($0)] }),
                "recounted": .optional(
                    recounted.map { ["edition": .text("\($0.number)"), "since": .text($0.day)] }),
            ]
        }
    }

    func span(of question: Question) async throws -> Span {
        let slots = question.request.slots
        let wanted = slots.period ?? usualPeriod(of: slots)
        let answered = wanted.shortened(today: question.today)
        var span = Span(
            period: answered, today: question.today, earliest: try await figures.earliestDay())
        span.isShortened = answered != wanted
        span.series = slots.product.flatMap { $0.isOwn ? $0.series : nil }
        span.leftOut = slots.leftOut
        span.leftOutPlaces = slots.leftOutPlaces ?? []
        span.strangeNames = question.strangeNames
        span.recounted = recounted(try await figures.edition(), today: question.today)
        return span
    }

    /// What is meant when no period is named; beside yesterday stands today.
    private func usualPeriod(of slots: Slots) -> Period {
        slots.against == .period(.yesterday) ? .today : .last(days: settings.defaultDays)
    }

    /// Says of a time that lies wholly in the future that it has not come; nothing for any other.
    func notYet(_ question: Question) -> Answer? {
        var periods = [question.request.slots.period]
        if case .period(let baseline)? = question.request.slots.against { periods.append(baseline) }
        let future = periods.compactMap { $0?.days(today: question.today) }
            .first { $0.lowerBound > question.today }
        return future.map {
            Answer(.notYet, ["days": .text(Figures.days($0, today: question.today))], isRefusal: true)
        }
    }
}
