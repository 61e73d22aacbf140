/// An aspect of which a model is not sure whether a text speaks of it, or how.
public struct Doubt: Sendable, Equatable {
    /// As it is given, or would be if it were likely enough.
    public var opinion: Opinion
    /// Whether it became an opinion nevertheless.
    public var isGiven: Bool

    public init(_ opinion: Opinion, isGiven: Bool) {
        self.opinion = opinion
        self.isGiven = isGiven
    }

    public var aspect: Aspect { opinion.aspect }

    /// Of aspect and polarity together, from 0 to 1.
    public var probability: Double { opinion.probability ?? 0 }
}

extension Analyzer {
    /// The aspects that lie near the threshold from which the model gives opinions, in the order of the vocabulary; none
    /// without a model, as the rules know no probabilities.
    ///
    /// What is given below the threshold, because nothing of its text reaches it, is in doubt in any case.
    ///
    /// - Parameter margin: how far a probability may lie from the threshold, on either side.
    public func doubts(about text: String, within margin: Double) -> [Doubt] {
        guard let model else { return [] }
        return read(text) { $0.doubts(of: model, within: margin) }
    }
}

extension Summary {
    fileprivate func doubts(of model: OpinionModel, within margin: Double) -> [Doubt] {
        withTallies { doubts(of: model, within: margin, $0) }
    }

    private func doubts(
        of model: OpinionModel, within margin: Double, _ tallies: UnsafeMutableBufferPointer<AspectTally>
    ) -> [Doubt] {
        let text = studied(tallies, isBuying: clauses.scan.isByBuyer(glossary))
        guard !text.normal.symbols.isEmpty else { return [] }
        let main = mainProduct()
        return Judge.with(model, text) { judge in
            let judgements = judge.judgements(general: judge.sentiment().general, isComplete: true)
            let (usual, least) = (model.header.decision.threshold, judge.threshold(of: judgements))
            return judgements.compactMap { judgement in
                let isGiven = judgement.probability >= least
                let isNear = Double(abs(judgement.probability - usual)) <= margin
                guard isNear || isGiven && judgement.probability < usual else { return nil }
                let aspect = model.header.heads[judgement.head]
                let opinion = opinion(aspect, judgement, tallies[Int(aspect.index)], main) {
                    bytes(of: judge.evidence(for: judgement.head), in: text.normal)
                }
                return Doubt(opinion, isGiven: isGiven)
            }.sorted { $0.aspect < $1.aspect }
        }
    }
}
