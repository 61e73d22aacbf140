/// How a model's judgement joins what the rules found.
extension Summary {
    func judge(
        _ reading: inout Reading, with model: OpinionModel,
        _ tallies: UnsafeMutableBufferPointer<AspectTally>,
        _ main: Glossary.Product?, withEdge: Bool
    ) {
        let text = studied(tallies, isBuying: reading.intentToBuy)
        guard !text.normal.symbols.isEmpty else { return }
        Judge.with(model, text) { judge in
            let sentiment = judge.sentiment()
            reading.sentiment = Double(sentiment.value)
            let judgements = judge.judgements(general: sentiment.general, isComplete: withEdge)
            let least = judge.threshold(of: judgements)
            for index in tallies.indices {
                let aspect = Aspect.all[index]
                let head = Int(model.headOf[index])
                if head < 0 {
                    if tallies[index].isChosen {
                        reading.opinions.append(opinion(aspect, tallies[index], main))
                    }
                } else if let judgement = judgements.first(where: { $0.head == head }) {
                    func given() -> Opinion {
                        opinion(aspect, judgement, tallies[index], main) {
                            bytes(of: judge.evidence(for: head), in: text.normal)
                        }
                    }
                    if judgement.probability >= least {
                        reading.opinions.append(given())
                    } else if withEdge, judge.isOnEdge(judgement) {
                        reading.edge.append(given())
                    }
                }
            }
        }
    }

    /// - Parameter evidence: where the model finds an aspect that the rules do not.
    func opinion(
        _ aspect: Aspect, _ judgement: Judge.Judgement, _ tally: AspectTally, _ main: Glossary.Product?,
        evidence: () -> Range<Int>
    ) -> Opinion {
        var opinion =
            tally.isMet
            ? self.opinion(aspect, tally, main)
            : Opinion(aspect: aspect, polarity: .neutral, lean: 0, evidence: evidence())
        opinion.polarity = judgement.polarity
        opinion.lean = Double(judgement.lean)
        opinion.probability = Double(judgement.probability)
        return opinion
    }

    /// The bytes from which a span of symbols was made.
    func bytes(of span: Range<Int32>, in normal: NormalText) -> Range<Int> {
        let start = normal.character(of: span.lowerBound)
        return clauses.scan.bytes(start, max(start, normal.character(of: span.upperBound)))
    }
}
