/// The weights of which a judge's decisions are sums.
extension Judge {
    typealias Weight = ReadingExplanation.Weight

    /// - Parameter bytes: gives the bytes of the text from which symbols were made.
    func explanation(
        of judgement: Judgement, general: Float, isGiven: Bool,
        _ bytes: (Range<Int32>) -> Range<Int>
    ) -> ReadingExplanation.Judgement {
        let aspect = model.header.heads[judgement.head]
        let output =
            Judge.polarities.firstIndex(of: judgement.polarity) ?? OpinionModel.PolarityOutput.neutral
        return ReadingExplanation.Judgement(
            aspect: aspect, mention: mention(judgement.head, bytes),
            shares: Judge.polarities.indices.map { (Judge.polarities[$0], judgement.shares[$0]) },
            polarity: polarity(output, judgement.head, general: general, bytes),
            probability: judgement.probability, isGiven: isGiven)
    }

    private func mention(_ head: Int, _ bytes: (Range<Int32>) -> Range<Int>) -> ReadingExplanation.Decision {
        let layer = model.subjects
        let lane = OpinionLane.subjects + head
        var weights = weights([grams.indices], .text, lane, layer.scales[0][lane], opinions, bytes)
        OpinionFeatures.subject(text, heads: model.headAbove) { number, value in
            weights.append(
                figure("the rules find \(model.header.heads[number])", value * layer.figures[number][lane]))
        }
        return Judge.decision(layer.bias[lane], weights)
    }

    private func polarity(
        _ output: Int, _ head: Int, general: Float, _ bytes: (Range<Int32>) -> Range<Int>
    ) -> ReadingExplanation.Decision {
        let layer = model.polarity
        let aspect = model.header.heads[head]
        var weights: [Weight] = []
        OpinionFeatures.polarity(
            text, aspect, number: head, of: model.header.heads.count,
            general: (general, self.general(of: aspect))
        ) { number, value in
            weights.append(figure(name(ofPolarity: number), value * layer.figures[number][output]))
        }
        for group in OpinionLane.Group.allCases {
            weights += self.weights(
                spans(of: group, aspect), group.place, group.lane + output,
                layer.scales[group.rawValue][output], opinions, bytes)
        }
        return Judge.decision(layer.bias[output], weights)
    }

    /// How the decision between praise and complaint of the whole text comes about.
    func sentimentDecision(_ bytes: (Range<Int32>) -> Range<Int>) -> ReadingExplanation.Decision {
        let layer = model.sentiment
        let lane = OpinionModel.SentimentOutput.sign
        var weights = weights([grams.indices], .text, lane, layer.scales[0][lane], sentiments, bytes)
        OpinionFeatures.sentiment(text) { number, value in
            weights.append(
                figure(OpinionFeatures.sentimentNames[number], value * layer.figures[number][lane]))
        }
        return Judge.decision(layer.bias[lane], weights)
    }

    private func spans(of group: OpinionLane.Group, _ aspect: Aspect) -> [Range<Int>] {
        var spans: [Range<Int>] = []
        switch group {
        case .whole: spans = [grams.indices]
        case .clauses:
            OpinionFeatures.clauses(of: text, aspect) { spans.append(text.grams.beginning(in: $0)) }
        case .before:
            OpinionFeatures.windows(of: text, aspect) { before, _ in
                text.grams.within(before) { spans.append($0) }
            }
        case .after:
            OpinionFeatures.windows(of: text, aspect) { _, after in
                text.grams.within(after) { spans.append($0) }
            }
        }
        return spans
    }

    /// What each of a group's n-grams adds in one lane.
    private func weights(
        _ spans: [Range<Int>], _ place: ReadingExplanation.Place, _ lane: Int, _ scale: Float,
        _ rows: GramWeights, _ bytes: (Range<Int32>) -> Range<Int>
    ) -> [Weight] {
        let positions = spans.joined()
        let square = positions.reduce(Int32(0)) { $0 + rows.weight(grams[$1], lane: 0) }
        guard square > 0 else { return [] }
        let unit = scale * GramWeights.unit / Float(square).squareRoot()
        var sums: [UInt32: (first: Int, sum: Int32)] = [:]
        for position in positions where grams[position] != TextGrams.none {
            sums[grams[position], default: (position, 0)].sum += rows.weight(grams[position], lane: lane)
        }
        return sums.values.filter { $0.sum != 0 }.map {
            Weight(
                source: .characters(bytes(TextGrams.symbols(at: $0.first)), place),
                score: Float($0.sum) * unit)
        }
    }

    private func figure(_ name: String, _ score: Float) -> Weight {
        Weight(source: .figure(name), score: score)
    }

    private func name(ofPolarity number: Int) -> String {
        let basic = OpinionFeatures.basicFigures
        guard number >= basic else { return OpinionFeatures.polarityNames[number] }
        let (kind, head) = (number - basic).quotientAndRemainder(dividingBy: model.header.heads.count)
        return "\(OpinionFeatures.headNames[kind]) \(model.header.heads[head])"
    }

    private static func decision(_ base: Float, _ weights: [Weight]) -> ReadingExplanation.Decision {
        ReadingExplanation.Decision(
            base: base, weights: weights.filter { $0.score != 0 }.sorted(by: Judge.weighsMore))
    }

    /// Of equal ones that of characters, and the one that stands first in the text.
    private static func weighsMore(_ one: Weight, _ other: Weight) -> Bool {
        if abs(one.score) != abs(other.score) { return abs(one.score) > abs(other.score) }
        return switch (one.source, other.source) {
        case (.characters(let first, let place), .characters(let second, let otherPlace)):
            (first.lowerBound, first.upperBound, place.rawValue)
                < (second.lowerBound, second.upperBound, otherPlace.rawValue)
        case (.figure(let name), .figure(let otherName)): name < otherName
        case (.characters, .figure): true
        case (.figure, .characters): false
        }
    }
}

extension OpinionLane.Group {
    var place: ReadingExplanation.Place {
        switch self {
        case .whole: .text
        case .clauses: .clauses
        case .before: .before
        case .after: .after
        }
    }
}
