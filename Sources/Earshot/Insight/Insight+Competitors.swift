extension Insight {
    /// Which rivals gain praise in a place, and for what.
    func competitors(_ question: Question) async throws -> Answer {
        let place: VisiblePlace
        switch question.scope.place(city: question.city, region: question.request.slots.region) {
        case .seen(let seen): place = seen
        case .refused(let reason): return refusal(reason)
        }
        let span = span(of: question)
        let rivals = try await figures.rivals(in: place, during: span.days, before: span.before)
            .filter { $0.now.overall.total > 0 }
            .sorted { ($1.now.overall.positive, $0.name) < ($0.now.overall.positive, $1.name) }
        var values = span.values
        values["place"] = .text(place.name)
        values["none"] = .flag(rivals.isEmpty)
        values["rivals"] = .list(rivals.prefix(5).map(rivalValue))
        values["rising"] = .optional(rising(among: rivals)?.name)
        return Answer(
            .competitors, .object(values),
            offers: [
                Offer("客户之声总览", follow(question, .overview)),
                Offer("和全国比", follow(question, .compare) { $0.against = .nation }),
            ])
    }

    /// The rival whose praise grows fastest in a place, if one does.
    func risingRival(in place: VisiblePlace, _ span: Span) async throws -> RivalFigures? {
        rising(among: try await figures.rivals(in: place, during: span.days, before: span.before))
    }

    /// The rival with the largest growth of praise of a fifth or more, from enough voices to say so.
    private func rising(among rivals: [RivalFigures]) -> RivalFigures? {
        rivals
            .map { (rival: $0, growth: growth(of: $0)) }
            .filter { $0.growth >= 0.2 }
            .max { ($0.growth, $1.rival.name) < ($1.growth, $0.rival.name) }?.rival
    }

    private func growth(of rival: RivalFigures) -> Double {
        switch change(from: rival.before.overall.positive, to: rival.now.overall.positive) {
        case .by(let share): share
        case .new: .greatestFiniteMagnitude
        case .tooFew: 0
        }
    }

    func rivalValue(_ rival: RivalFigures) -> TextValue {
        let praise = rival.now.overall.positive
        return [
            "name": .text(rival.name),
            "volume": .count(rival.now.overall.total),
            "praise": .count(praise),
            "change": .optional(change(from: rival.before.overall.positive, to: praise).text),
            "net": .optional(netPraise(rival.now.overall)),
            "mainly": .optional(rival.now.leading(.positive, limit: 1).first?.aspect.label),
        ]
    }
}
