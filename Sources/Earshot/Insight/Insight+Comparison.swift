extension Insight {
    /// A place, a store or a rival beside another one, beside the nation, or beside itself at another time.
    func comparison(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let focus: Focus
        switch self.focus(of: own(of: question)) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return refusal(reason)
        }
        let span = try await span(of: question)
        let other: Side
        switch side(question, beside: focus, span) {
        case .seen(let found): other = found
        case .refused(let reason): return refusal(reason)
        }
        let slices = try await figures.slices([
            Cut(focus.subject, during: span.days), Cut(other.subject, during: other.days),
        ])
        let (own, their) = (slices[0], slices[1])
        let isKnown = !other.isTime || span.isKnown(other.days)
        var values = span.values
        values["place"] = focus.name
        values["other"] = other.name
        values["otherDays"] = .text(Figures.days(other.days, today: question.today))
        values["aspect"] = .optional(slots.aspect?.words)
        values["own"] = sideValue(own[slots.aspect])
        values["their"] = isKnown || their.overall.total > 0 ? sideValue(their[slots.aspect]) : false
        values["notKept"] = .flag(!isKnown)
        values["ownNation"] = .flag(other.isTime && slots.against == .nation)
        values["difference"] = .optional(isKnown ? difference(own[slots.aspect], their[slots.aspect]) : nil)
        let isLike = other.isTime && other.days.count == span.days.count
        values["change"] =
            isLike && isKnown && !span.isUnfinished
            ? .optional(
                change(from: their[slots.aspect].total, to: own[slots.aspect].total).words) : false
        values["unfinished"] = .flag(other.isTime && span.isUnfinished)
        values["unequal"] = .flag(other.isTime && !isLike)
        let gaps = slots.aspect == nil && isKnown ? gaps(own, their) : []
        values["better"] = .series(gaps.filter { $0.points > 0 }.prefix(3).map(gapValue))
        values["worse"] = .series(gaps.filter { $0.points < 0 }.reversed().prefix(3).map(gapValue))
        values["tooFew"] = .flag(
            isKnown
                && min(own[slots.aspect].decided, their[slots.aspect].decided) < settings.minimumVoices)
        values["minimum"] = .count(settings.minimumVoices)
        return Answer(
            .comparison, .object(values),
            offers: [propose(.overview, after: question), propose(.competitors, after: question)])
    }

    private func sideValue(_ tally: Tally) -> TextValue {
        [
            "volume": .count(tally.total), "praise": .count(tally.positive),
            "complaints": .count(tally.negative), "net": .optional(netPraise(tally)),
        ]
    }

    /// By how many points the own side is higher or lower; nothing below the minimum of voices.
    private func difference(_ own: Tally, _ their: Tally) -> TextValue? {
        points(own, their).map { points in
            [
                "higher": points > 0 ? .count(points) : false, "lower": points < 0 ? .count(-points) : false,
                "equal": .flag(points == 0),
            ]
        }
    }

    /// Net praise of the one less that of the other, in whole percentage points.
    private func points(_ own: Tally, _ their: Tally) -> Int? {
        guard own.decided >= settings.minimumVoices, their.decided >= settings.minimumVoices,
            let first = own.netPraise, let second = their.netPraise
        else { return nil }
        return Int((first * 100).rounded(.toNearestOrAwayFromZero))
            - Int((second * 100).rounded(.toNearestOrAwayFromZero))
    }

    /// Every aspect where both sides have enough voices, best for the own side first.
    private func gaps(_ own: Slice, _ their: Slice) -> [(aspect: Aspect, points: Int)] {
        Aspect.all
            .filter { $0.parent == nil }
            .compactMap { aspect in points(own[aspect], their[aspect]).map { (aspect, $0) } }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    private func gapValue(_ gap: (aspect: Aspect, points: Int)) -> [String: TextValue] {
        [
            "label": gap.aspect.words, "points": .text(Figures.signed(gap.points)),
        ]
    }
}
