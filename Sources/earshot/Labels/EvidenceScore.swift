import Earshot

/// How often the words to which opinions point are those that people marked.
struct EvidenceScore {
    private var terms = 0
    /// Terms that do not stand in their text.
    private var absent = 0
    /// Terms that the evidence of an opinion overlaps, and those where one of these opinions has the term's sign.
    private var met = 0
    private var agreed = 0
    private var opinions = 0
    private var founded = 0

    mutating func add(_ terms: [LabelledText.Term], of text: String, _ reading: Reading) {
        let bytes = Array(text.utf8)
        let places = terms.map { EvidenceScore.places(of: Array($0.words.utf8), in: bytes) }
        for (term, places) in zip(terms, places) {
            guard !places.isEmpty else {
                absent += 1
                continue
            }
            let over = reading.opinions.filter { opinion in
                places.contains { $0.overlaps(opinion.evidence) }
            }
            self.terms += 1
            if over.isEmpty { continue }
            met += 1
            let isAgreed = over.contains { opinion in
                switch term.polarity {
                case .positive: opinion.lean > 0
                case .negative: opinion.lean < 0
                case .neutral: opinion.polarity == .neutral
                }
            }
            if isAgreed { agreed += 1 }
        }
        opinions += reading.opinions.count
        founded += reading.opinions.count { opinion in
            places.contains { $0.contains { $0.overlaps(opinion.evidence) } }
        }
    }

    /// Wherever words stand.
    private static func places(of words: [UInt8], in text: [UInt8]) -> [Range<Int>] {
        guard !words.isEmpty, words.count <= text.count else { return [] }
        return (0...text.count - words.count)
            .filter { text[$0..<$0 + words.count].elementsEqual(words) }
            .map { $0..<$0 + words.count }
    }

    /// Nothing where nobody marked words.
    func add(to line: inout JSONLine) {
        if absent > 0 { line.add("terms_not_in_text", absent) }
        guard terms > 0 else { return }
        line.add("terms", terms)
        line.add("terms_in_evidence", Double(met) / Double(terms), digits: 4)
        line.add("sign_of_those", Double(agreed) / Double(max(1, met)), digits: 4)
        line.add("evidence_on_terms", Double(founded) / Double(max(1, opinions)), digits: 4)
    }
}
