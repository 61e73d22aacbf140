extension Reading {
    /// The reading with the verdicts on what was in doubt: opinions that are not there are gone, others get the polarity and
    /// the words that were found. Everything else stays as it was.
    ///
    /// - Parameters:
    ///   - doubts: verdicts on other aspects count for nothing.
    ///   - text: the text as it was taken in; a verdict on words that it does not have counts for nothing, too.
    func revised(by verdicts: [Verdict], on doubts: [Doubt], of text: String) -> Reading {
        var revised = self
        for verdict in verdicts where doubts.contains(where: { $0.aspect == verdict.aspect }) {
            switch verdict.finding {
            case .absent: revised.opinions.removeAll { $0.aspect == verdict.aspect }
            case .opinion(let polarity, let place):
                guard let evidence = MaskedText.bytes(at: place, of: text), !evidence.isEmpty else {
                    continue
                }
                revised.revise(verdict.aspect, polarity, evidence)
            }
        }
        return revised
    }

    private mutating func revise(_ aspect: Aspect, _ polarity: Polarity, _ evidence: Range<Int>) {
        if let known = opinions.firstIndex(where: { $0.aspect == aspect }) {
            if Polarity(lean: opinions[known].lean) != polarity {
                opinions[known].lean = Reading.lean(polarity)
            }
            opinions[known].polarity = polarity
            opinions[known].evidence = evidence
            opinions[known].probability = nil
            return
        }
        // In the order of the vocabulary, as they are read.
        let place = opinions.firstIndex { $0.aspect > aspect } ?? opinions.endIndex
        opinions.insert(
            Opinion(aspect: aspect, polarity: polarity, lean: Reading.lean(polarity), evidence: evidence),
            at: place)
    }

    /// Of an opinion whose strength nobody measured: plain praise or a plain complaint.
    private static func lean(_ polarity: Polarity) -> Double { Double(polarity.sign) * 0.5 }
}
