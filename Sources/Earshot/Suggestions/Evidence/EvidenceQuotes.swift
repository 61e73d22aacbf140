/// Chooses which of the voices that count are quoted.
enum EvidenceQuotes {
    /// The city's first, those that say most of the matter before others, the newest among equals; of nearly the same text
    /// only the first.
    static func choose(_ judged: [VoiceEvidence.Judged], in city: City?, most: Int) -> [Int64] {
        let ranked = judged.map { (isLocal: $0.voice.city == city?.code, step: step($0.relevance), $0.voice) }
            .sorted { left, right in
                if left.isLocal != right.isLocal { return left.isLocal }
                if left.step != right.step { return left.step > right.step }
                if left.2.day != right.2.day { return left.2.day > right.2.day }
                return left.2.number > right.2.number
            }
        var chosen: [(number: Int64, likeness: Likeness)] = []
        for (_, _, voice) in ranked.prefix(mostCompared) where chosen.count < most {
            guard !chosen.contains(where: { $0.likeness.isNear(voice.text) }) else { continue }
            chosen.append((voice.number, Likeness(of: voice.text)))
        }
        return chosen.map(\.number)
    }

    /// So many voices are enough to find five that differ, of a flood of one text.
    private static let mostCompared = 200

    /// Scores closer than this say the same.
    private static func step(_ relevance: Relevance) -> Int { Int((relevance.score * 10).rounded(.down)) }
}
