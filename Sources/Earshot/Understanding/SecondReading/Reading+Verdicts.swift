extension Reading {
    /// The reading with the verdicts on what was in doubt: opinions that are not there are gone, others get the polarity and
    /// the words that were found. Everything else stays as it was.
    ///
    /// - Parameters:
    ///   - doubts: verdicts on other aspects count for nothing.
    ///   - text: the text as it was taken in; a verdict on words that it does not have counts for nothing, too.
    func revised(by verdicts: [Verdict], on doubts: [Doubt], of text: String) -> Reading {
        var revised = self
        for verdict in verdicts {
            guard let doubt = doubts.first(where: { $0.aspect == verdict.aspect }) else { continue }
            switch verdict.finding {
            case .absent: revised.opinions.removeAll { $0.aspect == verdict.aspect }
            case .opinion(let polarity, let place):
                guard let evidence = MaskedText.bytes(at: place, of: text), !evidence.isEmpty else {
                    continue
                }
                revised.revise(doubt.opinion, polarity, evidence)
            }
        }
        return revised
    }

    /// - Parameter doubtful: what of the opinion nobody was asked about, where it is not given: whose product it is said of.
    private mutating func revise(_ doubtful: Opinion, _ polarity: Polarity, _ evidence: Range<Int>) {
        let known = opinions.firstIndex { $0.aspect == doubtful.aspect }
        var opinion = known.map { opinions[$0] } ?? doubtful
        if known == nil || Polarity(lean: opinion.lean) != polarity { opinion.lean = Reading.lean(polarity) }
        opinion.polarity = polarity
        opinion.evidence = evidence
        opinion.probability = nil
        if let known {
            opinions[known] = opinion
        } else {
            // In the order of the vocabulary, as they are read.
            opinions.insert(
                opinion, at: opinions.firstIndex { $0.aspect > opinion.aspect } ?? opinions.endIndex)
        }
    }

    /// Of an opinion whose strength nobody measured: plain praise or a plain complaint.
    private static func lean(_ polarity: Polarity) -> Double { Double(polarity.sign) * 0.5 }
}
