extension Insight {
    /// What stands on the other side of a comparison.
    struct Side {
        let name: TextValue
        let days: ClosedRange<Day>
        let subject: Cut.Subject
        /// Whether it is the same at another time.
        var isTime = false
    }

    /// The other sides: the rivals that were named, or the one thing that was, or else what such a thing is usually
    /// compared with.
    func sides(_ question: Question, beside focus: Focus, _ span: Span) -> Sight<[Side]> {
        guard case .rivals(let rivals)? = question.request.slots.against else {
            return side(question, beside: focus, span).map { [$0] }
        }
        return .seen(
            rivals.map {
                Side(name: .text($0.name), days: span.days, subject: $0.subject(in: focus.place))
            })
    }

    private func side(_ question: Question, beside focus: Focus, _ span: Span) -> Sight<Side> {
        func there(_ place: VisiblePlace) -> Side {
            Side(
                name: place.words, days: span.days,
                subject: focus.rival.map { $0.subject(in: place) }
                    ?? focus.series.map { .series($0, in: place) } ?? .place(place))
        }
        let before = Side(name: span.beforeWords, days: span.before, subject: focus.subject, isTime: true)
        switch question.request.slots.against {
        case .previous: return .seen(before)
        case .period(let baseline):
            let other = earlier(baseline, focus, span)
            // 上周 is asked about already: what is meant is the time before it.
            return .seen(other.days == span.days ? before : other)
        case .home: return question.scope.place(city: focus.store?.dealer.city, region: nil).map(there)
        case .city: return question.scope.place(city: question.otherCity, region: nil).map(there)
        case .region(let name): return question.scope.place(city: nil, region: name).map(there)
        case .province(let name): return question.scope.place(province: name).map(there)
        case .surroundings(let name):
            guard let middle = Gazetteer.china.city(named: name) else {
                return .refused(.unknownRegion(name))
            }
            return question.scope.place(around: middle).map(there)
        case .store:
            guard let store = question.otherDealer else { return .refused(.noStore) }
            return question.scope.dealer(store)
                .map { Side(name: .text($0.dealer.name), days: span.days, subject: .dealer($0)) }
        case nil where focus.store != nil: return .seen(there(focus.place))
        // The nation stands beside nothing but itself before.
        case .nation, .rivals, nil:
            return focus.store == nil && focus.place.area == .nation
                ? .seen(before) : question.scope.nation().map(there)
        }
    }

    /// The same at a time that was named, over the days of it that are like those of the span.
    private func earlier(_ baseline: Period, _ focus: Focus, _ span: Span) -> Side {
        let whole = baseline.shortened(today: span.today).days(today: span.today)
        let days = baseline.shortened(today: span.today).stretch(like: span.days, today: span.today)
        return Side(
            name: name(of: baseline, whole, days, span), days: days, subject: focus.subject, isTime: true)
    }

    private func name(
        of baseline: Period, _ whole: ClosedRange<Day>, _ days: ClosedRange<Day>, _ span: Span
    ) -> TextValue {
        if days == whole {
            if case .days = baseline { return .text(Figures.days(days, today: span.today)) }
            return baseline.shortened(today: span.today).words(today: span.today)
        }
        switch baseline {
        case .lastWeek: return Phrase.before.with(["week": true])
        case .lastMonth: return Phrase.before.with(["month": true])
        default:
            let isLastYear = whole.count > 31 && whole.lowerBound.civil.year == span.today.civil.year - 1
            return isLastYear
                ? Phrase.before.with(["year": true]) : .text(Figures.days(days, today: span.today))
        }
    }
}
