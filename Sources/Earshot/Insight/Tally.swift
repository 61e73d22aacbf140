/// How many voices praise, complain or do neither. A repost is not counted again.
public struct Tally: Sendable, Hashable, Codable {
    public var positive: Int
    public var neutral: Int
    public var negative: Int

    public init(positive: Int = 0, neutral: Int = 0, negative: Int = 0) {
        self.positive = positive
        self.neutral = neutral
        self.negative = negative
    }

    public var total: Int { positive + neutral + negative }

    /// Voices that take a side.
    public var decided: Int { positive + negative }

    /// 净好评: praise less complaints, as a share of the voices that take a side, -1…1; nothing without any.
    public var netPraise: Double? {
        decided == 0 ? nil : Double(positive - negative) / Double(decided)
    }

    public subscript(polarity: Polarity) -> Int {
        switch polarity {
        case .positive: positive
        case .neutral: neutral
        case .negative: negative
        }
    }

    public static func + (left: Tally, right: Tally) -> Tally {
        Tally(
            positive: left.positive + right.positive, neutral: left.neutral + right.neutral,
            negative: left.negative + right.negative)
    }

    public static func += (left: inout Tally, right: Tally) { left = left + right }
}

/// The counts of one place and span of days.
public struct Slice: Sendable, Hashable {
    /// Voices by what they are on the whole.
    public var overall: Tally
    /// Voices by what they say of an aspect. A voice about two aspects stands under both; a parent holds the
    /// voices of its children, each once.
    public var aspects: [Aspect: Tally]

    public init(overall: Tally = Tally(), aspects: [Aspect: Tally] = [:]) {
        self.overall = overall
        self.aspects = aspects
    }

    public subscript(aspect: Aspect?) -> Tally {
        guard let aspect else { return overall }
        return aspects[aspect] ?? Tally()
    }

    /// The aspects with the most voices of a polarity, most first, ties in the order of the vocabulary.
    ///
    /// Where the children of an aspect hold most of its voices, they stand for it: 售后等待 says more than 售后.
    /// Otherwise it stands for them.
    public func leading(_ polarity: Polarity, limit: Int) -> [(aspect: Aspect, count: Int)] {
        var counts = [Int](repeating: 0, count: Aspect.all.count)
        for (aspect, tally) in aspects { counts[Int(aspect.index)] = tally[polarity] }
        for parent in Aspect.all where counts[Int(parent.index)] > 0 && parent.parent == nil {
            let children = parent.children
            let inChildren = children.reduce(0) { $0 + counts[Int($1.index)] }
            guard inChildren > 0 else { continue }
            if inChildren * 2 >= counts[Int(parent.index)] {
                counts[Int(parent.index)] = 0
            } else {
                for child in children { counts[Int(child.index)] = 0 }
            }
        }
        return Aspect.all.lazy.map { (aspect: $0, count: counts[Int($0.index)]) }.filter { $0.count > 0 }
            .sorted { ($1.count, $0.aspect) < ($0.count, $1.aspect) }
            .prefix(limit).map { $0 }
    }
}
