/// Decides with a model which aspects a text speaks of and how, and how it is meant as a whole.
struct Judge {
    let model: OpinionModel
    let text: StudiedText
    let opinions: GramWeights
    let sentiments: GramWeights
    let grams: UnsafeBufferPointer<UInt32>

    private init(
        model: OpinionModel, text: StudiedText, opinions: GramWeights, sentiments: GramWeights,
        grams: UnsafeBufferPointer<UInt32>
    ) {
        self.model = model
        self.text = text
        self.opinions = opinions
        self.sentiments = sentiments
        self.grams = grams
    }

    static func with<Result>(
        _ model: OpinionModel, _ text: StudiedText, _ body: (Judge) -> Result
    ) -> Result {
        model.opinionRows.withRows { opinions in
            model.sentimentRows.withRows { sentiments in
                text.grams.buckets.withUnsafeBufferPointer { grams in
                    body(
                        Judge(
                            model: model, text: text, opinions: opinions, sentiments: sentiments, grams: grams
                        ))
                }
            }
        }
    }

    /// How a text speaks of one aspect.
    struct Judgement {
        /// The position of the aspect among the model's.
        var head: Int
        var polarity: Polarity
        /// How likely each polarity is, if it speaks of the aspect; by output of the layer, the last one is 0.
        var shares: SIMD4<Float>
        /// Of aspect and polarity together.
        var probability: Float
        /// From -1 (complaint) to 1 (praise).
        var lean: Float
    }

    /// An aspect that is less likely is not looked at.
    static let least: Float = 0.1
    private static let leastScore = LinearLayer.score(least)
    /// Few texts have more.
    private static let usualJudgements = 4

    private func grams(_ positions: Range<Int>) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: grams[positions])
    }

    // MARK: Sentiment

    /// How a text is meant as a whole.
    struct Sentiment {
        /// From -1 (complaint) to 1 (praise).
        var value: Float
        /// The score of `SentimentOutput.general` as a figure.
        var general: Float
    }

    func sentiment() -> Sentiment {
        let layer = model.sentiment
        var sum = GramWeights.Sum4()
        sentiments.add(grams, from: 0, to: &sum)
        let ofGrams = sum.scaled(layer.scales[0])
        var scores = ofGrams + layer.bias
        OpinionFeatures.sentiment(text) { scores += layer.figures[$0] * $1 }
        return Sentiment(
            value: (2 * LinearLayer.probability(scores[OpinionModel.SentimentOutput.sign]) - 1)
                * LinearLayer.probability(scores[OpinionModel.SentimentOutput.isOpinion]),
            general: OpinionFeatures.general(ofGrams[OpinionModel.SentimentOutput.general]))
    }

    /// How the clauses that speak of an aspect are meant, as a figure.
    func general(of aspect: Aspect) -> Float {
        var sum = GramWeights.Sum4()
        OpinionFeatures.clauses(of: text, aspect) {
            sentiments.add(grams(text.grams.beginning(in: $0)), from: 0, to: &sum)
        }
        return OpinionFeatures.general(
            sum.scaled(model.sentiment.scales[0])[OpinionModel.SentimentOutput.general])
    }

    // MARK: Opinions

    /// The judgements on the aspects that may become opinions.
    ///
    /// - Parameters:
    ///   - general: how the text is meant as a whole.
    ///   - isComplete: whether those are wanted, too, that cannot become opinions beside others.
    func judgements(general: Float, isComplete: Bool = false) -> [Judgement] {
        let square = opinions.approach(grams)
        let layer = model.subjects
        var scores = layer.bias
        if square > 0 {
            scores +=
                SIMD16<Float>(opinions.sum16(grams)) * layer.scales[0]
                * (GramWeights.unit / Float(square).squareRoot())
        }
        OpinionFeatures.subject(text, heads: model.headAbove) { scores += layer.figures[$0] * $1 }
        return judgements(scores, general, isComplete: isComplete)
    }

    /// Aspect and polarity together are never likelier than the aspect: where one reaches the threshold, those that cannot
    /// need not be looked at.
    private func judgements(
        _ scores: SIMD16<Float>, _ general: Float, isComplete: Bool
    ) -> [Judgement] {
        let threshold = model.header.decision.threshold
        let clear = max(LinearLayer.score(threshold), Judge.leastScore)
        var whole: SIMD4<Float>?
        var judgements: [Judgement] = []
        judgements.reserveCapacity(Judge.usualJudgements)
        func judge(where isMeant: (Float) -> Bool) {
            for (number, head) in model.header.heads.enumerated() {
                let score = scores[OpinionLane.subjects + number]
                guard isMeant(score) else { continue }
                let ofWhole = whole ?? polarity(.whole) { $0(grams.indices) }
                whole = ofWhole
                judgements.append(
                    judgement(number, head, LinearLayer.probability(score), ofWhole, general))
            }
        }
        judge { $0 >= clear }
        if isComplete || !judgements.contains(where: { $0.probability >= threshold }) {
            judge { $0 >= Judge.leastScore && $0 < clear }
        }
        return judgements
    }

    /// What one group of n-grams says of the polarity.
    ///
    /// - Parameter spans: gives the positions of the group's n-grams.
    @inline(__always)
    private func polarity(
        _ group: OpinionLane.Group, _ spans: (_ take: (Range<Int>) -> Void) -> Void
    ) -> SIMD4<Float> {
        var sum = GramWeights.Sum4()
        spans { opinions.add(grams($0), from: group.lane, to: &sum) }
        return sum.scaled(model.polarity.scales[group.rawValue])
    }

    private func judgement(
        _ number: Int, _ aspect: Aspect, _ share: Float, _ whole: SIMD4<Float>, _ general: Float
    ) -> Judgement {
        let scores = polarityScores(number, aspect, whole, general)
        let shares = Judge.shares(of: scores)
        let best =
            shares[1] >= shares[0] && shares[1] >= shares[2] ? 1 : shares[0] >= shares[2] ? 0 : 2
        return Judgement(
            head: number, polarity: Judge.polarities[best], shares: shares, probability: share * shares[best],
            lean: lean(scores[OpinionModel.PolarityOutput.lean], neutral: shares[1]))
    }

    private func polarityScores(
        _ number: Int, _ aspect: Aspect, _ whole: SIMD4<Float>, _ general: Float
    ) -> SIMD4<Float> {
        let layer = model.polarity
        var scores = layer.bias + whole
        OpinionFeatures.polarity(
            text, aspect, number: number, of: model.header.heads.count,
            general: (general, self.general(of: aspect))
        ) { scores += layer.figures[$0] * $1 }
        scores += polarity(.clauses) { take in
            OpinionFeatures.clauses(of: text, aspect) { take(text.grams.beginning(in: $0)) }
        }
        scores += polarity(.before) { take in
            OpinionFeatures.windows(of: text, aspect) { before, _ in text.grams.within(before, take) }
        }
        scores += polarity(.after) { take in
            OpinionFeatures.windows(of: text, aspect) { _, after in text.grams.within(after, take) }
        }
        return scores
    }

    /// How likely each of the three polarities is beside the others.
    private static func shares(of scores: SIMD4<Float>) -> SIMD4<Float> {
        let odds = SIMD4(
            LinearLayer.probability(scores[0]), LinearLayer.probability(scores[1]),
            LinearLayer.probability(scores[2]), 0)
        return odds / max(odds.sum(), .leastNormalMagnitude)
    }

    /// By output of the layer.
    static let polarities: [Polarity] = [.negative, .neutral, .positive]

    /// Its sign says which of praise and complaint is likelier, its size how likely it is one at all.
    private func lean(_ score: Float, neutral: Float) -> Float {
        (2 * LinearLayer.probability(score) - 1) * (1 - neutral)
    }

    /// From which probability on judgements are given as opinions.
    func threshold(of judgements: [Judgement]) -> Float {
        let decision = model.header.decision
        let most = judgements.reduce(0) { max($0, $1.probability) }
        return most >= decision.threshold ? decision.threshold : max(most, decision.least)
    }

    /// Whether a judgement that is not given comes near the threshold. So wide, one in four of them is right on texts that the
    /// model has not seen, and one text in fourteen has one; below, one in nine is.
    func isOnEdge(_ judgement: Judgement) -> Bool {
        judgement.probability >= model.header.decision.threshold - Judge.edge
    }

    private static let edge: Float = 0.16

    // MARK: Evidence

    /// The clause that says most for an aspect, without the mark that ends it; empty for an empty text.
    func evidence(for head: Int) -> Range<Int32> {
        let symbols = text.normal.symbols
        var best: (clause: Range<Int32>, weight: Int32)?
        let read = 0..<Int32(StudiedText.longest)
        for clause in text.normal.clauses where clause.lowerBound < read.upperBound {
            let clause = clause.clamped(to: read)
            let weight = grams(text.grams.beginning(in: clause)).reduce(Int32(0)) {
                $0 + opinions.weight($1, lane: OpinionLane.subjects + head)
            }
            if weight > best?.weight ?? .min { best = (clause, weight) }
        }
        guard var clause = best?.clause else { return 0..<0 }
        while let last = clause.last, clause.count > 1, CharacterForms.endsClause(symbols[Int(last)]) {
            clause = clause.lowerBound..<last
        }
        return clause
    }
}
