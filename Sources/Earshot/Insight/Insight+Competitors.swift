extension Insight {
    /// Which rivals gain praise in a place, and for what.
    func competitors(_ question: Question) async throws -> Answer {
        let place: VisiblePlace
        switch question.place {
        case .seen(let seen): place = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        var span = try await span(of: question)
        // Rivals are told by their series.
        span.series = nil
        let brand = question.rival?.brand
        let slots = question.request.slots
        let polarity = slots.rivalPolarity == .negative ? Polarity.negative : .positive
        var aspect = slots.aspect
        var standings = try await standings(in: place, span, of: aspect, brand)
        var values = span.values
        if let unspoken = aspect, !standings.contains(where: { $0.now.total > 0 }) {
            // Nobody speaks of it: how they fare on the whole says more than nothing.
            aspect = nil
            standings = try await self.standings(in: place, span, of: nil, brand)
            values["unspoken"] = unspoken.words
        }
        let leading = standings.filter { $0.now.total > 0 }
            .sorted { left, right in
                let (first, second) = (
                    rank(left.now, by: slots.rivalPolarity), rank(right.now, by: slots.rivalPolarity)
                )
                return first == second ? left.rival < right.rival : first > second
            }.prefix(5)
        let slices = try await figures.slices(
            leading.map { Cut(.rival($0.rival, in: place), during: span.days) })
        values["place"] = place.words
        values["aspect"] = .optional(aspect?.words)
        values["byComplaints"] = .flag(polarity == .negative)
        values["none"] = .flag(leading.isEmpty)
        values["brand"] = .optional(brand)
        values["rivals"] = .list(
            zip(leading, slices).map { rivalValue($0, $1, span, by: polarity, of: aspect) })
        values["rising"] = .optional(
            polarity == .negative ? nil : rising(among: standings, span)?.rival.name)
        var offers = [propose(.overview, after: question), propose(.against(place), after: question)]
        if place.isQuotable, brand == nil, !leading.isEmpty {
            offers.append(
                propose(.quotes(aspect, slots.rivalPolarity), after: question) { $0.ofRivals = true })
        }
        return Answer(.competitors, .object(values), offers: offers)
    }

    /// What rivals are ordered by: how much they are spoken of and then their praise, or first what was asked for.
    private func rank(_ tally: Tally, by polarity: Polarity?) -> (Int, Int) {
        guard let polarity else { return (tally.total, tally.positive) }
        return (tally[polarity], tally.total)
    }

    /// How each rival fares on the whole, or in one aspect.
    private func standings(
        in place: VisiblePlace, _ span: Span, of aspect: Aspect?, _ brand: String?
    ) async throws -> [RivalStanding] {
        try await figures.rivals(in: place, during: span.days, before: span.before, of: aspect)
            .filter { brand == nil || $0.rival.brand == brand }
    }

    /// The rival whose praise grows fastest in a place, in words, if one does.
    func risingRival(in place: VisiblePlace, _ span: Span) async throws -> TextValue? {
        let standings = try await figures.rivals(in: place, during: span.days, before: span.before, of: nil)
        guard let fastest = rising(among: standings, span) else { return nil }
        let slices = try await figures.slices([Cut(.rival(fastest.rival, in: place), during: span.days)])
        return rivalValue(fastest, slices[0], span, by: .positive, of: nil)
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

    private func rivalValue(
        _ standing: RivalStanding, _ slice: Slice, _ span: Span, by polarity: Polarity, of aspect: Aspect?
    ) -> TextValue {
        let now = standing.now
        // Of one aspect there is nothing that is mainly praised.
        let main =
            aspect == nil && now[polarity] > 0 ? slice.leading(polarity, limit: 1).first?.aspect : nil
        return [
            "name": .text(standing.rival.name),
            "volume": .count(now.total),
            "praise": .count(now.positive),
            "complaints": .count(now.negative),
            "change": change(span, from: standing.before[polarity], to: now[polarity]),
            "net": .optional(netPraise(now)),
            "mainly": .optional(main?.words),
        ]
    }
}
