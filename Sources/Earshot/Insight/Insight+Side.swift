extension Insight {
    /// What stands on the other side of a comparison.
    struct Side {
        let name: TextValue
        let days: ClosedRange<Day>
        let subject: Cut.Subject
        /// Whether it is the same at another time.
        var isTime = false
    }

    /// The question as its own side has it: a rival that is only the other side is none of it.
    func own(of question: Question) -> Question {
        guard question.isAgainstRival else { return question }
        var own = question
        own.request.slots.product = nil
        return own
    }

    /// The other side: what was named, or else what such a thing is usually compared with.
    func side(_ question: Question, beside focus: Focus, _ span: Span) -> Sight<Side> {
        let slots = question.request.slots
        func there(_ place: VisiblePlace) -> Side {
            let subject = focus.rival.map { Cut.Subject.rival($0, in: place) } ?? .place(place)
            return Side(name: place.words, days: span.days, subject: subject)
        }
        if question.isAgainstRival, let rival = question.rival {
            return .seen(
                Side(name: .text(rival.name), days: span.days, subject: .rival(rival, in: focus.place)))
        }
        let before = Side(name: span.beforeWords, days: span.before, subject: focus.subject, isTime: true)
        switch slots.against {
        case .previous: return .seen(before)
        case .period(let baseline): return .seen(earlier(baseline, focus, span))
        case .city: return question.scope.place(city: question.otherCity, region: nil).map(there)
        case .region(let name): return question.scope.place(city: nil, region: name).map(there)
        case .province(let name): return question.scope.place(province: name).map(there)
        case .store:
            guard let store = question.otherDealer else { return .refused(.noStore) }
            return question.scope.dealer(store)
                .map { Side(name: .text($0.dealer.name), days: span.days, subject: .dealer($0)) }
        case nil where focus.store != nil: return .seen(there(focus.place))
        // The nation stands beside nothing but itself before.
        case .nation, nil:
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
            return baseline.shortened(today: span.today).words
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

extension Question {
    /// Whether a rival is the other side of a comparison, and not what is compared with something else.
    var isAgainstRival: Bool {
        request.intent == .compare && rival != nil && request.slots.against == nil
    }
}
