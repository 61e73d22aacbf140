/// How a model's judgement joins what the rules found.
extension Summary {
    func judge(
        _ reading: inout Reading, with model: OpinionModel,
        _ tallies: UnsafeMutableBufferPointer<AspectTally>,
        _ main: Glossary.Product?
    ) {
        let text = studied(tallies, reading.opinions, isBuying: reading.intentToBuy)
        guard !text.normal.symbols.isEmpty else { return }
        let judge = Judge(model: model, text: text)
        var grams = GramSet()
        model.withRows { rows in
            let sentiment = judge.sentiment(rows, &grams)
            reading.sentiment = Double(sentiment.value)
            let chosen = judge.chosen(judge.judgements(sentiment, rows, &grams))
            var opinions = reading.opinions.filter { !model.header.heads.contains($0.aspect) }
            for judgement in chosen {
                let aspect = model.header.heads[judgement.head]
                let tally = tallies[Int(aspect.index)]
                var opinion =
                    tally.isMet
                    ? self.opinion(aspect, tally, main)
                    : Opinion(
                        aspect: aspect, polarity: .neutral, lean: 0,
                        evidence: bytes(
                            of: judge.evidence(for: judgement.head, rows, &grams), in: judge.text.normal))
                opinion.polarity = judgement.polarity
                opinion.lean = Double(judgement.lean)
                opinion.probability = Double(judgement.probability)
                opinions.append(opinion)
            }
            reading.opinions = opinions.sorted { $0.aspect < $1.aspect }
        }
    }

    /// The bytes from which a span of symbols was made.
    private func bytes(of span: Range<Int32>, in normal: NormalText) -> Range<Int> {
        let start = normal.character(of: span.lowerBound)
        return scan.bytes(start, max(start, normal.character(of: span.upperBound)))
    }
}
