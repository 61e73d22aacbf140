/// Chooses from which probability on opinions are given, so that the micro-F1 over (text, aspect, polarity) is greatest.
struct DecisionFit {
    /// Of each text the judgements made by models that have not seen it.
    private var judged: [[(label: LabelledText.Label, probability: Float)]] = []
    private var labels: [[LabelledText.Label]] = []

    mutating func add(
        _ judged: [(label: LabelledText.Label, probability: Float)], labels: [LabelledText.Label]
    ) {
        self.judged.append(judged)
        self.labels.append(labels)
    }

    /// The best decision and its F1; of those that are as good, within `indifference`, the one that gives most opinions.
    func best() -> (decision: OpinionModel.Decision, score: Double) {
        var all: [(decision: OpinionModel.Decision, score: Double)] = []
        for threshold in stride(from: Float(0.2), through: 0.5, by: 0.02) {
            for least in stride(from: Float(0.1), through: threshold, by: 0.04) {
                let decision = OpinionModel.Decision(threshold: threshold, least: least)
                all.append((decision, score(decision)))
            }
        }
        let most = all.map(\.score).max() ?? 0
        // They begin with the lowest thresholds.
        return all.first { $0.score >= most - DecisionFit.indifference }
            ?? (OpinionModel.Decision(threshold: 0.33, least: 0.2), 0)
    }

    /// So little is less than chance brings.
    private static let indifference = 0.001

    func score(_ decision: OpinionModel.Decision) -> Double {
        var (hits, given, wanted) = (0, 0, 0)
        for (judged, labels) in zip(judged, labels) {
            var chosen = judged.filter { $0.probability >= decision.threshold }
            if chosen.isEmpty, let likeliest = judged.max(by: { $0.probability < $1.probability }),
                likeliest.probability >= decision.least
            {
                chosen = [likeliest]
            }
            hits += chosen.count { labels.contains($0.label) }
            given += chosen.count
            wanted += Set(labels).count
        }
        return Double(2 * hits) / Double(max(1, given + wanted))
    }
}
