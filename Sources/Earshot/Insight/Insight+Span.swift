extension Insight {
    /// The days a question is about, and those it compares with.
    struct Span {
        let period: Period
        let today: Day

        var days: ClosedRange<Day> { period.days(today: today) }
        /// As many days as `days`.
        var before: ClosedRange<Day> { period.daysBefore(today: today) }
        /// Its last day is today: a count of it and one of full days say nothing beside each other.
        var isUnfinished: Bool { period.isUnfinished(today: today) }

        /// 11/14–11/20.
        var written: String { Figures.days(days, today: today) }
        var writtenBefore: String { Figures.days(before, today: today) }

        /// What `before` is called.
        var beforeWords: TextValue {
            guard period.comparesAlike(today: today) else {
                return Phrase.before.with(["days": .count(days.count)])
            }
            return Phrase.before.with([period == .thisWeek ? "week" : "month": true])
        }

        var values: [String: TextValue] {
            [
                "period": period.words, "days": .text(written), "before": beforeWords,
                // 前7天 says by itself which days they are.
                "beforeDays": .optional(period.comparesAlike(today: today) ? writtenBefore : nil),
                "unfinished": .flag(isUnfinished),
            ]
        }
    }

    func span(of question: Question) -> Span {
        Span(
            period: question.request.slots.period ?? .last(days: settings.defaultDays),
            today: question.today)
    }
}
