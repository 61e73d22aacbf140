public import FoundationEssentials

/// Fits an opinion model to labelled texts.
///
/// Each aspect gets a logistic regression over the n-grams of the text and what the rules found; how it is spoken of is
/// judged by regressions that all aspects share. From which probability on an opinion is given is chosen by
/// cross-validation: every text is judged by models that have not seen it.
public struct OpinionTrainer: Sendable {
    let analyzer: Analyzer
    /// What is told while it works: a sentence for a person.
    let report: @Sendable (String) -> Void

    private let subjectShape: LayerDesign.Shape
    private let polarityShape: LayerDesign.Shape
    private let sentimentShape: LayerDesign.Shape

    /// - Parameters:
    ///   - analyzer: whose rules give features, with or without a model.
    ///   - buckets: how many the n-grams are hashed into, as powers of two: for aspects and polarity, and for the sentiment.
    public init(
        analyzer: Analyzer, buckets: (opinions: Int, sentiment: Int) = (16, 20),
        report: @escaping @Sendable (String) -> Void
    ) {
        self.analyzer = analyzer
        self.report = report
        subjectShape = LayerDesign.Shape(bits: buckets.opinions, longest: 3, stride: 16)
        polarityShape = LayerDesign.Shape(bits: buckets.opinions, longest: 3, stride: 8)
        sentimentShape = LayerDesign.Shape(bits: buckets.sentiment, longest: 3, stride: 4)
    }

    /// How often an aspect must be labelled to be learned.
    static let fewestLabels = 40
    /// How often praise and complaint must be labelled to be learned.
    static let fewestSentiments = 100
    /// C of the regressions.
    static let subjectCost = 10.0
    static let polarityCost = 2.0
    static let sentimentCost = 8.0

    /// The content of a model's file.
    ///
    /// - Throws: `TrainingError` where the labels are too few to learn from.
    public func fit(_ texts: [LabelledText]) async throws -> Data {
        let heads = OpinionTrainer.heads(of: texts)
        guard !heads.isEmpty else { throw TrainingError.tooFewOpinions(OpinionTrainer.fewestLabels) }
        let signs = texts.count { $0.overall == .positive || $0.overall == .negative }
        guard signs >= OpinionTrainer.fewestSentiments else {
            throw TrainingError.tooFewSentiments(OpinionTrainer.fewestSentiments)
        }
        let features = OpinionFeatures(heads: heads)
        let judged = texts.filter { $0.opinions != nil }
        report(
            "\(judged.count) texts with opinions on \(heads.count) aspects, \(signs) with praise or complaint"
        )
        var rows: [UInt8] = []
        let sentiment = await fitSentiment(texts, &rows)
        let (subjects, polarity, decision) = await fitOpinions(judged, features, sentiment, &rows)
        let header = OpinionModel.Header(
            heads: heads, decision: decision, subjects: subjects, polarity: polarity, sentiment: sentiment,
            texts: .init(opinions: judged.count, sentiment: signs))
        return try OpinionModel.content(header, rows: rows)
    }

    /// The aspects labelled often enough, the commonest ones if there are too many; in the vocabulary's order.
    static func heads(of texts: [LabelledText]) -> [Aspect] {
        var counts: [Aspect: Int] = [:]
        for text in texts {
            for aspect in Set((text.opinions ?? []).map(\.aspect)) { counts[aspect, default: 0] += 1 }
        }
        let common = counts.filter { $0.value >= fewestLabels }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return common.prefix(LinearLayer.mostOutputs).map(\.key).sorted()
    }

    private func fitOpinions(
        _ texts: [LabelledText], _ features: OpinionFeatures, _ sentiment: LinearLayer, _ rows: inout [UInt8]
    ) async -> (LinearLayer, LinearLayer, OpinionModel.Decision) {
        let studied = texts.map { analyzer.study($0.text) }
        let subjects = subjectDesign(studied, features)
        let isSaid = features.heads.map { head in
            texts.map { text in text.opinions?.contains { $0.aspect == head } ?? false }
        }
        let aspects = await [StackedFit](
            isSaid.map { said in texts.indices.map { (row: $0, isTrue: said[$0], weight: 1) } },
            of: subjects, groups: Array(texts.indices), cost: OpinionTrainer.subjectCost)
        report("aspects fitted")

        var pairs: [Pair] = []
        for text in texts.indices {
            for head in features.heads.indices
            where isSaid[head][text] || aspects[head].held[text] >= Double(Judge.least) {
                pairs.append(
                    Pair(text: text, head: head, gold: texts[text].polarity(of: features.heads[head])))
            }
        }
        let polarity = polarityDesign(pairs, studied, features, sentiment, rows)
        let polarities = await [StackedFit](
            OpinionTrainer.polarityExamples(pairs, texts), of: polarity, groups: pairs.map(\.text),
            cost: OpinionTrainer.polarityCost)
        let (decision, score) = OpinionTrainer.decision(pairs, texts, features, aspects, polarities)
        report(
            "polarity fitted; cross-validated F1 \(OpinionTrainer.digits(score)) over text, aspect and polarity,"
                + " opinions given from \(OpinionTrainer.digits(Double(decision.threshold)))")
        return (subjects.layer(aspects, rows: &rows), polarity.layer(polarities, rows: &rows), decision)
    }

    /// An aspect that a text may speak of, with how it does if it does.
    private struct Pair {
        var text: Int
        var head: Int
        var gold: Polarity?
    }

    private func subjectDesign(_ texts: [StudiedText], _ features: OpinionFeatures) -> LayerDesign {
        var columns = GramColumns(bits: subjectShape.bits)
        var grams = GramSet()
        for text in texts {
            OpinionFeatures.insertText(text, into: &grams, as: subjectShape.group)
            columns.add(grams)
        }
        return LayerDesign(
            [subjectShape], grams: [columns], figures: texts.map { features.subjectFigures($0) },
            figureCount: features.heads.count)
    }

    private func polarityDesign(
        _ pairs: [Pair], _ texts: [StudiedText], _ features: OpinionFeatures, _ sentiment: LinearLayer,
        _ rows: [UInt8]
    ) -> LayerDesign {
        let padded = rows + [UInt8](repeating: 0, count: OpinionModel.padding)
        func general(_ grams: GramSet) -> Float {
            let scores = padded.withUnsafeBytes { sentiment.scores(of: grams, of: 0, in: $0) }
            return OpinionFeatures.general(scores[OpinionModel.SentimentOutput.general])
        }
        var figures: [[LinearLayer.Figure]] = []
        var columns = [GramColumns](repeating: GramColumns(bits: polarityShape.bits), count: 3)
        var grams = GramSet()
        for pair in pairs {
            let (text, head) = (texts[pair.text], features.heads[pair.head])
            OpinionFeatures.insertText(text, into: &grams, as: polarityShape.group)
            columns[0].add(grams)
            features.insertClauses(text, head, into: &grams, as: polarityShape.group)
            columns[1].add(grams)
            features.insertWindows(text, head, into: &grams, as: polarityShape.group)
            columns[2].add(grams)
            OpinionFeatures.insertText(text, into: &grams, as: sentiment.groups[0])
            let ofText = general(grams)
            features.insertClauses(text, head, into: &grams, as: sentiment.groups[0])
            figures.append(features.polarityFigures(text, pair.head, general: (ofText, general(grams))))
        }
        return LayerDesign(
            [polarityShape, polarityShape, polarityShape], grams: columns,
            figures: figures,
            figureCount: OpinionFeatures.basicFigures + 3 * features.heads.count)
    }

    private static func polarityExamples(_ pairs: [Pair], _ texts: [LabelledText]) -> [Examples] {
        func examples(of polarity: Polarity, among: Set<Polarity>) -> Examples {
            pairs.enumerated().compactMap { row, pair in
                guard let gold = pair.gold, among.contains(gold) else { return nil }
                return (row: row, isTrue: gold == polarity, weight: 1)
            }
        }
        let all: Set<Polarity> = [.negative, .neutral, .positive]
        // In the order of `OpinionModel.PolarityOutput`.
        return [
            examples(of: .negative, among: all), examples(of: .neutral, among: all),
            examples(of: .positive, among: all), examples(of: .positive, among: [.negative, .positive]),
        ]
    }

    private static func decision(
        _ pairs: [Pair], _ texts: [LabelledText], _ features: OpinionFeatures,
        _ aspects: [StackedFit], _ polarities: [StackedFit]
    ) -> (OpinionModel.Decision, Double) {
        var judged = [[(label: LabelledText.Label, probability: Float)]](repeating: [], count: texts.count)
        let names: [Polarity] = [.negative, .neutral, .positive]
        for (row, pair) in pairs.enumerated() {
            let share = aspects[pair.head].held[pair.text]
            guard share >= Double(Judge.least) else { continue }
            let values = (0..<3).map { polarities[$0].held[row] }
            let best = values.indices.max { values[$0] < values[$1] } ?? 1
            let probability = share * values[best] / values.reduce(0, +)
            judged[pair.text].append(
                (
                    .init(aspect: features.heads[pair.head], polarity: names[best]), Float(probability)
                ))
        }
        var fit = DecisionFit()
        for (text, judged) in zip(texts, judged) {
            fit.add(judged, labels: (text.opinions ?? []).filter { features.heads.contains($0.aspect) })
        }
        let best = fit.best()
        return (best.decision, best.score)
    }

    private func fitSentiment(_ texts: [LabelledText], _ rows: inout [UInt8]) async -> LinearLayer {
        var columns = GramColumns(bits: sentimentShape.bits)
        var figures: [[LinearLayer.Figure]] = []
        var known: [(overall: Polarity, weight: Float, isWhole: Bool)] = []
        var grams = GramSet()
        for text in texts {
            guard let overall = text.overall else { continue }
            let studied = analyzer.study(text.text)
            OpinionFeatures.insertText(studied, into: &grams, as: sentimentShape.group)
            columns.add(grams)
            figures.append(OpinionFeatures.sentimentFigures(studied))
            known.append((overall, text.sentimentWeight, text.sentiment != nil))
        }
        let design = LayerDesign(
            [sentimentShape], grams: [columns], figures: figures,
            figureCount: OpinionFeatures.sentimentFigureCount)
        let signs: Examples = known.enumerated().compactMap { row, text in
            text.overall == .neutral
                ? nil : (row: row, isTrue: text.overall == .positive, weight: text.weight)
        }
        let areOpinions: Examples = known.enumerated().map { row, text in
            (row: row, isTrue: text.overall != .neutral, weight: text.weight)
        }
        let whole = signs.filter { known[$0.row].isWhole }
        let fits = await [StackedFit](
            [signs, areOpinions, whole], of: design, groups: Array(known.indices),
            cost: OpinionTrainer.sentimentCost)
        report("sentiment fitted to \(known.count) texts")
        return design.layer(fits, rows: &rows)
    }

    static func digits(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        return "\(thousandths / 1_000)." + String(1_000 + thousandths % 1_000).dropFirst()
    }
}

extension LayerDesign.Shape {
    /// Where its n-grams will lie, of which only their making matters here.
    var group: LinearLayer.Group {
        LinearLayer.Group(offset: 0, bits: bits, longest: longest, stride: stride, scales: [])
    }
}
