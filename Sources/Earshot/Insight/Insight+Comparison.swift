extension Insight {
    /// A place, a store or a rival beside another one, beside the nation, or beside itself at another time; or the own
    /// brand beside rivals.
    func comparison(_ question: Question) async throws -> Answer {
        let aspect = question.request.slots.aspect
        if let series = question.request.slots.ownSeries {
            return Answer(
                .ownSeries, ["series": .series(series.map { ["name": .text($0)] })], isRefusal: true)
        }
        var focus: Focus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        var span = try await span(of: question)
        if aspect == nil, focus.rival == nil, focus.store == nil, question.request.slots.against.isOfSeries,
            let series = try await countedSeries(&span),
            let narrowed = focus.narrowed(toOwnSeries: series)
        {
            focus = narrowed
        }
        let others: [Side]
        switch sides(question, beside: focus, span) {
        case .seen(let found): others = found
        case .refused(let reason): return Answer(refusing: reason)
        }
        if others.contains(where: { $0.subject == focus.subject && $0.days == span.days }) {
            return Answer(.sameSides, ["place": focus.name], isRefusal: true)
        }
        let slices = try await figures.slices(
            [Cut(focus.subject, during: span.days)] + others.map { Cut($0.subject, during: $0.days) })
        let isOfTime = others.contains { $0.isTime }
        var values = span.values
        values["place"] = focus.name
        values["aspect"] = .optional(aspect?.words)
        values["own"] = sideValue(slices[0][aspect])
        // 云途和远岚比 names no own side.
        values["besideOwn"] = .flag(others.count > 1 && question.request.slots.product == nil)
        values["ownNation"] = .flag(isOfTime && question.request.slots.against == .nation)
        values["unfinished"] = .flag(isOfTime && span.isUnfinished)
        values["minimum"] = .count(settings.minimumVoices)
        values["others"] = .series(
            zip(others, slices.dropFirst()).map { other, their in
                otherValues(other, slices[0], their, aspect, span, isAlone: others.count == 1)
            })
        return Answer(
            .comparison, .object(values),
            offers: [propose(.overview, after: question), propose(.competitors, after: question)])
    }

    /// What is said of one of the other sides.
    ///
    /// - Parameter isAlone: whether it is the only one; beside several, single aspects would be too many.
    private func otherValues(
        _ other: Side, _ own: Slice, _ their: Slice, _ aspect: Aspect?, _ span: Span, isAlone: Bool
    ) -> [String: TextValue] {
        let isKnown = !other.isTime || span.isKnown(other.days)
        let isLike = other.isTime && other.days.count == span.days.count
        // Until today is over it compares with no other time.
        let compares = isKnown && !(other.isTime && span.isUnfinished)
        let gaps = aspect == nil && compares && isAlone ? gaps(own, their) : []
        let isTooFew = min(own[aspect].decided, their[aspect].decided) < settings.minimumVoices
        return [
            "other": other.name,
            "otherDays": .text(Figures.days(other.days, today: span.today)),
            "several": .flag(!isAlone),
            "their": isKnown || their.overall.total > 0 ? sideValue(their[aspect]) : false,
            "notKept": .flag(!isKnown),
            "unequal": .flag(other.isTime && !isLike),
            "difference": .optional(compares ? difference(own[aspect], their[aspect]) : nil),
            "change": isLike && compares && !isTooFew
                ? .optional(change(from: their[aspect].total, to: own[aspect].total).words) : false,
            "better": .series(gaps.filter { $0.points > 0 }.prefix(3).map(gapValue)),
            "worse": .series(gaps.filter { $0.points < 0 }.reversed().prefix(3).map(gapValue)),
            "tooFew": .flag(compares && isTooFew),
        ]
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

extension Comparison? {
    /// Whether the other side can be of the same series: no store and no rival.
    fileprivate var isOfSeries: Bool {
        switch self {
        case .store, .rivals: false
        default: true
        }
    }
}
