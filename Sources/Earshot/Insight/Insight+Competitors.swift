extension Insight {
    /// Which rivals gain praise in a place, and for what.
    func competitors(_ question: Question) async throws -> Answer {
        let place: VisiblePlace
        switch self.place(of: question) {
        case .seen(let seen): place = seen
        case .refused(let reason): return refusal(reason)
        }
        var span = try await span(of: question)
        // Rivals are told by their series.
        span.series = nil
        let brand = question.rival?.brand
        let standings = try await figures.rivals(in: place, during: span.days, before: span.before)
            .filter { brand == nil || $0.rival.brand == brand }
        let leading = standings.filter { $0.now.total > 0 }
            .sorted { ($1.now.positive, $0.rival) < ($0.now.positive, $1.rival) }.prefix(5)
        let slices = try await figures.slices(
            leading.map { Cut(.rival($0.rival, in: place), during: span.days) })
        var values = span.values
        values["place"] = place.words
        values["none"] = .flag(leading.isEmpty)
        values["brand"] = .optional(brand)
        values["rivals"] = .list(zip(leading, slices).map { rivalValue($0, $1, span) })
        values["rising"] = .optional(rising(among: standings, span)?.rival.name)
        return Answer(
            .competitors, .object(values),
            offers: [propose(.overview, after: question), propose(.against(place), after: question)])
    }

    /// The rival whose praise grows fastest in a place, in words, if one does.
    func risingRival(in place: VisiblePlace, _ span: Span) async throws -> TextValue? {
        let standings = try await figures.rivals(in: place, during: span.days, before: span.before)
        guard let fastest = rising(among: standings, span) else { return nil }
        let slices = try await figures.slices([Cut(.rival(fastest.rival, in: place), during: span.days)])
        return rivalValue(fastest, slices[0], span)
    }

    /// The rival with the largest growth of praise of a fifth or more, from enough voices to say so.
    private func rising(among standings: [RivalStanding], _ span: Span) -> RivalStanding? {
        guard span.compares else { return nil }
        return
            standings
            .map { (standing: $0, growth: growth(of: $0)) }
            .filter { $0.growth >= 0.2 }
            .max { ($0.growth, $1.standing.rival) < ($1.growth, $0.standing.rival) }?.standing
    }

    private func growth(of rival: RivalStanding) -> Double {
        switch change(from: rival.before.positive, to: rival.now.positive) {
        case .by(let share): share
        case .new: .greatestFiniteMagnitude
        case .tooFew: 0
        }
    }

    private func rivalValue(_ standing: RivalStanding, _ slice: Slice, _ span: Span) -> TextValue {
        let praise = standing.now.positive
        return [
            "name": .text(standing.rival.name),
            "volume": .count(standing.now.total),
            "praise": .count(praise),
            "change": change(span, from: standing.before.positive, to: praise),
            "net": .optional(netPraise(standing.now)),
            "mainly": .optional(slice.leading(.positive, limit: 1).first?.aspect.words),
        ]
    }
}
