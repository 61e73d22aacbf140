/// The figures of a place over some days, on the whole or of one aspect: counts alone, from which every way of showing them
/// writes the same digits.
public struct OverviewFigures: Sendable, Hashable {
    public var now: Tally
    /// Of as many days before.
    public var before: Tally
    /// What is said in the whole nation in the same days; nothing for the nation itself.
    public var nation: Tally?
    public var praised: [AspectCount]
    public var complained: [AspectCount]
    public var stages: [AspectCount]
    /// Whether the days before are whole and known, so that counts may stand beside theirs.
    public var compares: Bool
    /// Below so many voices there is no percentage.
    public var minimum: Int
    /// Every aspect of which somebody spoke, in the order of the vocabulary; none where that is not kept.
    public var aspects: [AspectTally] = []

    public init(
        now: Tally, before: Tally, nation: Tally?, praised: [AspectCount], complained: [AspectCount],
        stages: [AspectCount], compares: Bool, minimum: Int
    ) {
        (self.now, self.before, self.nation) = (now, before, nation)
        (self.praised, self.complained, self.stages) = (praised, complained, stages)
        (self.compares, self.minimum) = (compares, minimum)
    }

    /// How often an aspect was praised or complained of, and in the days before.
    public struct AspectCount: Sendable, Hashable {
        public var aspect: Aspect
        public var count: Int
        public var before: Int
        /// How often in the whole nation in the same days; nothing where that is not kept.
        public var nation: Int?

        public init(_ aspect: Aspect, _ count: Int, before: Int, nation: Int? = nil) {
            (self.aspect, self.count, self.before, self.nation) = (aspect, count, before, nation)
        }
    }

    /// How many spoke of an aspect and how, and in the days before.
    public struct AspectTally: Sendable, Hashable {
        public var aspect: Aspect
        public var now: Tally
        public var before: Tally

        public init(_ aspect: Aspect, _ now: Tally, before: Tally) {
            (self.aspect, self.now, self.before) = (aspect, now, before)
        }
    }

    public var isEmpty: Bool { now.total == 0 }

    /// How the volume moved; nothing where that cannot be said.
    public var change: Change? {
        guard compares, now.total >= minimum else { return nil }
        return Change(from: before.total, to: now.total, minimum: minimum)
    }

    /// Net praise as a percentage, or nothing below the minimum of voices.
    public func net(_ tally: Tally) -> String? {
        guard tally.decided >= minimum, let share = tally.netPraise else { return nil }
        return Figures.percent(share)
    }

    /// By how much a count grew where that is half or more, so that a reader's eye finds it.
    public func rise(_ count: AspectCount) -> Double? {
        guard compares,
            case .by(let share) = Change(from: count.before, to: count.count, minimum: minimum), share >= 0.5
        else { return nil }
        return share
    }

    /// Net praise of the days before as a percentage; nothing where they are not known, or below the minimum of voices.
    public var netBefore: String? { compares ? net(before) : nil }

    /// What part of all voices a count is, here and in the nation; nothing below the minimum of voices.
    public func shares(_ entry: AspectCount) -> (own: String, nation: String)? {
        guard let nation, let there = entry.nation, now.total >= minimum, nation.total >= minimum else {
            return nil
        }
        return (
            Figures.percent(Double(entry.count) / Double(now.total)),
            Figures.percent(Double(there) / Double(nation.total))
        )
    }

    /// The same without what only a review has.
    var withoutNationCounts: OverviewFigures {
        var figures = self
        for counts in [\OverviewFigures.praised, \.complained, \.stages] {
            for index in figures[keyPath: counts].indices { figures[keyPath: counts][index].nation = nil }
        }
        return figures
    }

    /// What a template says of them.
    ///
    /// - Parameters:
    ///   - fresh: aspects that are marked as new among the complaints.
    ///   - isBeside: whether every count stands beside that of the days before and the nation's share.
    func values(fresh: Set<Aspect> = [], isBeside: Bool = false) -> [String: TextValue] {
        [
            "volume": .count(now.total), "change": .optional(change?.words),
            "net": .optional(net(now)), "netBefore": .optional(isBeside ? netBefore : nil),
            "nationNet": .optional(nation.flatMap(net)),
            "praised": series(praised, rises: false, isBeside: isBeside),
            "complained": series(complained, fresh: fresh, isBeside: isBeside),
            "stages": series(stages, rises: false, isBeside: isBeside),
        ]
    }

    private func series(
        _ counts: [AspectCount], rises: Bool = true, fresh: Set<Aspect> = [], isBeside: Bool
    ) -> TextValue {
        .series(
            counts.map { entry in
                let shares = isBeside ? shares(entry) : nil
                return [
                    "earlier": isBeside && compares ? .count(entry.before) : false,
                    "share": .optional(shares?.own), "nationShare": .optional(shares?.nation),
                    "beside": .flag(isBeside && (compares || shares != nil)),
                    "label": entry.aspect.words, "count": .count(entry.count),
                    "rise": .optional(rises ? rise(entry).map(Figures.percent) : nil),
                    "fresh": .flag(fresh.contains(entry.aspect)),
                ]
            })
    }
}

extension Insight {
    /// The figures of a place over a span, on the whole or of one aspect.
    ///
    /// - Parameter around: what they stand beside.
    func overviewFigures(
        of place: VisiblePlace, _ aspect: Aspect? = nil, beside around: VisiblePlace?, _ span: Span
    ) async throws -> OverviewFigures {
        try await overviewFigures(of: .place(place), aspect, beside: around, span)
    }

    /// The figures of a place, a store, a series or a rival over a span, on the whole or of one aspect.
    ///
    /// - Parameter around: what they stand beside.
    func overviewFigures(
        of subject: Cut.Subject, _ aspect: Aspect? = nil, beside around: VisiblePlace?, _ span: Span
    ) async throws -> OverviewFigures {
        let slices = try await figures.slices(
            [Cut(subject, during: span.days), Cut(subject, during: span.before)]
                + (around.map { [Cut(.place($0), during: span.days)] } ?? []))
        let (now, before) = (slices[0], slices[1])
        func counts(
            _ leading: [(aspect: Aspect, count: Int)], _ polarity: Polarity
        ) -> [OverviewFigures.AspectCount] {
            leading.map { entry in
                .init(
                    entry.aspect, entry.count, before: before[entry.aspect][polarity],
                    nation: slices.count > 2 ? slices[2][entry.aspect][polarity] : nil)
            }
        }
        func leading(_ polarity: Polarity) -> [(aspect: Aspect, count: Int)] {
            aspect.map { parts(of: $0, in: now, polarity) } ?? now.leading(polarity, limit: 3)
        }
        var figures = OverviewFigures(
            now: now[aspect], before: before[aspect], nation: slices.count > 2 ? slices[2][aspect] : nil,
            praised: counts(leading(.positive), .positive), complained: counts(leading(.negative), .negative),
            stages: aspect == nil ? counts(afterSalesStages(now), .negative) : [],
            compares: span.compares, minimum: settings.minimumVoices)
        // Of one aspect, its parts.
        figures.aspects = Aspect.all.filter { (aspect == nil || $0.parent == aspect) && now[$0].total > 0 }
            .map { .init($0, now[$0], before: before[$0]) }
        return figures
    }
}
