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

    private let buckets: (opinions: Int, sentiment: Int)

    /// - Parameters:
    ///   - analyzer: whose rules give features, with or without a model.
    ///   - buckets: how many the n-grams are hashed into, as powers of two: for aspects and polarity, and for the sentiment.
    public init(
        analyzer: Analyzer, buckets: (opinions: Int, sentiment: Int) = (16, 20),
        report: @escaping @Sendable (String) -> Void
    ) {
        self.analyzer = analyzer
        self.buckets = buckets
        self.report = report
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
        let judged = texts.filter { $0.opinions != nil }
        report(
            "\(judged.count) texts with opinions on \(heads.count) aspects, \(signs) with praise or complaint"
        )
        let sentiment = await fitSentiment(texts)
        let opinions = await fitOpinions(judged, heads, sentiment)
        let header = OpinionModel.Header(
            heads: heads, decision: opinions.decision, opinionBits: buckets.opinions,
            sentimentBits: buckets.sentiment, subjects: opinions.subjects, polarity: opinions.polarity,
            sentiment: sentiment.layer, texts: .init(opinions: judged.count, sentiment: signs))
        return try OpinionModel.content(
            header, rows: (opinions.rows + sentiment.rows).map(UInt8.init(bitPattern:)))
    }

    /// The aspects labelled often enough, the commonest ones if there are too many; in the vocabulary's order.
    static func heads(of texts: [LabelledText]) -> [Aspect] {
        var counts: [Aspect: Int] = [:]
        for text in texts {
            for aspect in Set((text.opinions ?? []).map(\.aspect)) { counts[aspect, default: 0] += 1 }
        }
        let common = counts.filter { $0.value >= fewestLabels }
            .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        return common.prefix(OpinionLane.mostSubjects).map(\.key).sorted()
    }

    /// What was learned of aspects and their polarity.
    private struct Opinions {
        var subjects: LinearLayer
        var polarity: LinearLayer
        var decision: OpinionModel.Decision
        var rows: [Int8]
    }

    private func fitOpinions(
        _ texts: [LabelledText], _ heads: [Aspect], _ sentiment: Sentiment
    ) async -> Opinions {
        let studied = texts.map { analyzer.study($0.text) }
        var whole = GramColumns(bits: buckets.opinions)
        for text in studied {
            whole.add(text.grams.buckets)
            whole.endExample()
        }
        let frequencies = whole.frequencies()
        let headAbove = Aspect.all.map { aspect in
            Int8(heads.firstIndex { aspect.isWithin($0) } ?? -1)
        }
        let subjects = LayerDesign(
            grams: [whole], frequencies: frequencies,
            figures: studied.map { text in
                LayerDesign.figures { OpinionFeatures.subject(text, heads: headAbove, $0) }
            }, figureCount: heads.count)
        let isSaid = heads.map { head in
            texts.map { text in text.opinions?.contains { $0.aspect == head } ?? false }
        }
        let aspects = await [StackedFit](
            isSaid.map { said in texts.indices.map { (row: $0, isTrue: said[$0], weight: 1) } },
            of: subjects, groups: Array(texts.indices), cost: OpinionTrainer.subjectCost)
        report("aspects fitted")

        var pairs: [Pair] = []
        for text in texts.indices {
            for head in heads.indices
            where isSaid[head][text] || aspects[head].held[text] >= Double(Judge.least) {
                pairs.append(
                    Pair(text: text, head: head, gold: texts[text].polarity(of: heads[head])))
            }
        }
        let polarity = polarityDesign(pairs, studied, heads, sentiment, frequencies)
        let polarities = await [StackedFit](
            OpinionTrainer.polarityExamples(pairs, texts), of: polarity, groups: pairs.map(\.text),
            cost: OpinionTrainer.polarityCost)
        let (decision, score) = OpinionTrainer.decision(pairs, texts, heads, aspects, polarities)
        report(
            "polarity fitted; cross-validated F1 \(OpinionTrainer.digits(score)) over text, aspect and polarity,"
                + " opinions given from \(OpinionTrainer.digits(Double(decision.threshold)))")
        let width = OpinionRow.scalarCount
        var rows = [Int8](repeating: 0, count: GramRows<OpinionRow>.bytes(bits: buckets.opinions))
        return Opinions(
            subjects: subjects.layer(aspects, rows: &rows, width: width, lanes: [OpinionLane.subjects]),
            polarity: polarity.layer(
                polarities, rows: &rows, width: width, lanes: OpinionLane.Group.allCases.map(\.lane)),
            decision: decision, rows: rows)
    }

    /// An aspect that a text may speak of, with how it does if it does.
    private struct Pair {
        var text: Int
        var head: Int
        var gold: Polarity?
    }

    private func polarityDesign(
        _ pairs: [Pair], _ texts: [StudiedText], _ heads: [Aspect], _ sentiment: Sentiment,
        _ frequencies: [Int8]
    ) -> LayerDesign {
        var figures: [[LayerDesign.Figure]] = []
        var columns = [GramColumns](
            repeating: GramColumns(bits: buckets.opinions), count: OpinionLane.Group.allCases.count)
        for pair in pairs {
            let (text, head) = (texts[pair.text], heads[pair.head])
            let grams = text.grams
            columns[OpinionLane.Group.whole.rawValue].add(grams.buckets)
            var ofClauses: [UInt32] = []
            OpinionFeatures.clauses(of: text, head) { ofClauses += grams.buckets[grams.beginning(in: $0)] }
            columns[OpinionLane.Group.clauses.rawValue].add(ofClauses)
            OpinionFeatures.windows(of: text, head) { before, after in
                grams.within(before) { columns[OpinionLane.Group.before.rawValue].add(grams.buckets[$0]) }
                grams.within(after) { columns[OpinionLane.Group.after.rawValue].add(grams.buckets[$0]) }
            }
            for group in columns.indices { columns[group].endExample() }
            let general = (text: sentiment.general(grams.buckets), clauses: sentiment.general(ofClauses))
            figures.append(
                LayerDesign.figures {
                    OpinionFeatures.polarity(
                        text, head, number: pair.head, of: heads.count, general: general, $0)
                })
        }
        return LayerDesign(
            grams: columns, frequencies: frequencies, figures: figures,
            figureCount: OpinionFeatures.basicFigures + 3 * heads.count)
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
        _ pairs: [Pair], _ texts: [LabelledText], _ heads: [Aspect],
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
                    .init(aspect: heads[pair.head], polarity: names[best]), Float(probability)
                ))
        }
        var fit = DecisionFit()
        for (text, judged) in zip(texts, judged) {
            fit.add(judged, labels: (text.opinions ?? []).filter { heads.contains($0.aspect) })
        }
        let best = fit.best()
        return (best.decision, best.score)
    }

    /// What was learned of the sentiment of a text.
    private struct Sentiment {
        var layer: LinearLayer
        var rows: [Int8]
        let scorer: GramRows<SentimentRow>
        let lanes: LayerLanes<SIMD4<Float>>

        init(_ layer: LinearLayer, rows: [Int8], bits: Int) {
            self.layer = layer
            self.rows = rows
            scorer = rows.withUnsafeBytes { GramRows($0, bits: bits) }
            lanes = LayerLanes(layer, first: OpinionModel.SentimentOutput.first)
        }

        /// The figure that a judge has of such n-grams.
        func general(_ grams: [UInt32]) -> Float {
            scorer.withRows { rows in
                grams.withUnsafeBufferPointer {
                    var sum = GramWeights.Sum4()
                    rows.add($0, from: 0, to: &sum)
                    return OpinionFeatures.general(
                        sum.scaled(lanes.scales[0])[OpinionModel.SentimentOutput.general])
                }
            }
        }
    }

    private func fitSentiment(_ texts: [LabelledText]) async -> Sentiment {
        var columns = GramColumns(bits: buckets.sentiment)
        var figures: [[LayerDesign.Figure]] = []
        var known: [(overall: Polarity, weight: Float, isWhole: Bool)] = []
        for text in texts {
            guard let overall = text.overall else { continue }
            let studied = analyzer.study(text.text)
            columns.add(studied.grams.buckets)
            columns.endExample()
            figures.append(LayerDesign.figures { OpinionFeatures.sentiment(studied, $0) })
            known.append((overall, text.sentimentWeight, text.sentiment != nil))
        }
        let design = LayerDesign(
            grams: [columns], frequencies: columns.frequencies(), figures: figures,
            figureCount: OpinionFeatures.sentimentFigures)
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
        var rows = [Int8](repeating: 0, count: GramRows<SentimentRow>.bytes(bits: buckets.sentiment))
        let layer = design.layer(
            fits, rows: &rows, width: SentimentRow.scalarCount, lanes: [OpinionModel.SentimentOutput.first])
        return Sentiment(layer, rows: rows, bits: buckets.sentiment)
    }

    static func digits(_ value: Double) -> String {
        let thousandths = Int((value * 1_000).rounded())
        return "\(thousandths / 1_000)." + String(1_000 + thousandths % 1_000).dropFirst()
    }
}
