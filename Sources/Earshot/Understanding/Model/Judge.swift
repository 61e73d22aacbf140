/// Decides with a model which aspects a text speaks of and how, and how it is meant as a whole.
struct Judge {
    let model: OpinionModel
    let text: StudiedText
    private let features: OpinionFeatures

    init(model: OpinionModel, text: StudiedText) {
        self.model = model
        self.text = text
        features = OpinionFeatures(heads: model.header.heads)
    }

    /// How a text speaks of one aspect.
    struct Judgement {
        /// The position of the aspect among the model's.
        var head: Int
        var polarity: Polarity
        /// Of aspect and polarity together.
        var probability: Float
        /// From -1 (complaint) to 1 (praise).
        var lean: Float
    }

    /// What is less likely is not looked at.
    static let least: Float = 0.1

    /// The judgements on the aspects that are not out of the question, in the order of the model's aspects.
    func judgements(
        _ sentiment: Sentiment, _ rows: UnsafeRawBufferPointer, _ grams: inout GramSet
    ) -> [Judgement] {
        let (subjects, polarity) = (model.header.subjects, model.header.polarity)
        OpinionFeatures.insertText(text, into: &grams, as: subjects.groups[0])
        let scores =
            subjects.scores(of: features.subjectFigures(text)) + subjects.scores(of: grams, of: 0, in: rows)
        let likely = features.heads.indices.compactMap { head -> (head: Int, share: Float)? in
            let share = LinearLayer.probability(scores[head])
            return share >= Judge.least ? (head, share) : nil
        }
        guard !likely.isEmpty else { return [] }
        // Aspect and polarity together are never likelier than the aspect: where one may be clear, no other can be.
        let clear = likely.filter { $0.share >= model.header.decision.threshold }
        // Both layers hash a whole text alike.
        let whole = polarity.scores(of: grams, of: 0, in: rows)
        let general = sentiment.general
        return (clear.isEmpty ? likely : clear).map {
            judgement($0.head, $0.share, whole, general, rows, &grams)
        }
    }

    private func judgement(
        _ head: Int, _ share: Float, _ whole: LinearLayer.Scores, _ general: Float,
        _ rows: UnsafeRawBufferPointer, _ grams: inout GramSet
    ) -> Judgement {
        let layer = model.header.polarity
        let aspect = features.heads[head]
        features.insertClauses(text, aspect, into: &grams, as: model.header.sentiment.groups[0])
        let ofClauses = model.header.sentiment.scores(of: grams, of: 0, in: rows)
        let figures = features.polarityFigures(
            text, head,
            general: (general, OpinionFeatures.general(ofClauses[OpinionModel.SentimentOutput.general])))
        var scores = whole + layer.scores(of: figures)
        features.insertClauses(text, aspect, into: &grams, as: layer.groups[1])
        scores += layer.scores(of: grams, of: 1, in: rows)
        features.insertWindows(text, aspect, into: &grams, as: layer.groups[2])
        scores += layer.scores(of: grams, of: 2, in: rows)
        let polarities: [Polarity] = [.negative, .neutral, .positive]
        let odds = polarities.indices.map { LinearLayer.probability(scores[$0]) }
        let total = max(odds.reduce(0, +), .leastNormalMagnitude)
        var best = 0
        for output in odds.indices where odds[output] > odds[best] { best = output }
        return Judgement(
            head: head, polarity: polarities[best], probability: share * odds[best] / total,
            lean: lean(scores[OpinionModel.PolarityOutput.lean], neutral: odds[1] / total))
    }

    /// Its sign says which of praise and complaint is likelier, its size how likely it is one at all.
    private func lean(_ score: Float, neutral: Float) -> Float {
        (2 * LinearLayer.probability(score) - 1) * (1 - neutral)
    }

    /// Which of the judgements are given as opinions.
    func chosen(_ judgements: [Judgement]) -> [Judgement] {
        let decision = model.header.decision
        let clear = judgements.filter { $0.probability >= decision.threshold }
        if !clear.isEmpty { return clear }
        guard let best = judgements.max(by: { $0.probability < $1.probability }),
            best.probability >= decision.least
        else { return [] }
        return [best]
    }

    /// How a text is meant as a whole.
    struct Sentiment {
        /// From -1 (complaint) to 1 (praise).
        var value: Float
        /// The score of `SentimentOutput.general` as a figure.
        var general: Float
    }

    func sentiment(_ rows: UnsafeRawBufferPointer, _ grams: inout GramSet) -> Sentiment {
        let layer = model.header.sentiment
        OpinionFeatures.insertText(text, into: &grams, as: layer.groups[0])
        let ofGrams = layer.scores(of: grams, of: 0, in: rows)
        let scores = ofGrams + layer.scores(of: OpinionFeatures.sentimentFigures(text))
        return Sentiment(
            value: (2 * LinearLayer.probability(scores[OpinionModel.SentimentOutput.sign]) - 1)
                * LinearLayer.probability(scores[OpinionModel.SentimentOutput.isOpinion]),
            general: OpinionFeatures.general(ofGrams[OpinionModel.SentimentOutput.general]))
    }

    /// The clause that says most for an aspect, without the mark that ends it; empty for an empty text.
    func evidence(
        for head: Int, _ rows: UnsafeRawBufferPointer, _ grams: inout GramSet
    ) -> Range<Int32> {
        let layer = model.header.subjects
        let symbols = text.normal.symbols
        var best: (clause: Range<Int32>, score: Float)?
        for clause in text.normal.clauses where Int(clause.upperBound) <= OpinionFeatures.longestText {
            grams.clear(for: clause.count * layer.groups[0].longest)
            grams.insert(
                symbols[Int(clause.lowerBound)..<Int(clause.upperBound)], longest: layer.groups[0].longest,
                bits: layer.groups[0].bits)
            let score = layer.weight(of: grams, of: 0, for: head, in: rows)
            if score > best?.score ?? -.infinity { best = (clause, score) }
        }
        guard var clause = best?.clause else { return 0..<0 }
        while let last = clause.last, clause.count > 1, CharacterForms.endsClause(symbols[Int(last)]) {
            clause = clause.lowerBound..<last
        }
        return clause
    }
}
