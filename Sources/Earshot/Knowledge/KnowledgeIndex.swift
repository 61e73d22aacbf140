import Glibc

/// Finds the entries that answer a question.
///
/// Each way to ask an entry's question is a document of its own. Source of the measure: Robertson, S., Zaragoza, H., The
/// Probabilistic Relevance Framework: BM25 and Beyond, Foundations and Trends in Information Retrieval 3 (2009). What it gives is
/// set against what the question would give to itself, and joined with how much of the document is asked, so that a threshold
/// means the same for short and long questions: a word that no entry has weighs most, and keeps the answer away.
struct KnowledgeIndex: Sendable {
    private let lexicon: KnowledgeLexicon
    private let documents: [Document]
    private let frequencies: [String: Int]
    private let averageLength: Double

    private struct Document: Sendable {
        var entry: KnowledgeEntry
        var phrasings: [KnowledgeTerms]
        var all: Set<String>
    }

    struct Match: Sendable {
        var entry: KnowledgeEntry
        /// From 0 for nothing in common to about 1 for the same question.
        var relevance: Double
        /// Whether it shares more with the question than one word beside which the question says something else (机油用什么标号, and
        /// an answer to why there is more of the oil), and whether it asks the same of it.
        var isSure: Bool
    }

    private static let saturation = 1.2
    private static let lengthShare = 0.4
    /// As if there were so many more entries of other matters: with few of them, the rarity of a word tells little.
    private static let prior = 40.0
    /// How much of the relevance is by what is asked, the rest by how much of the document it is.
    private static let askedShare = 0.6
    /// What is left where something else is asked of the same matter.
    private static let otherKind = 0.5
    /// How much one way to ask counts beside all of an entry together.
    private static let phrasingShare = 0.85

    init(_ entries: [KnowledgeEntry], _ lexicon: KnowledgeLexicon) {
        self.lexicon = lexicon
        documents = entries.map { entry in
            let phrasings = entry.content.phrasings.map { KnowledgeTerms($0, lexicon) }
            return Document(
                entry: entry, phrasings: phrasings, all: Set(phrasings.flatMap { $0.weights.keys }))
        }
        var frequencies: [String: Int] = [:]
        for document in documents { for term in document.all { frequencies[term, default: 0] += 1 } }
        self.frequencies = frequencies
        let lengths = documents.flatMap { $0.phrasings.map { $0.weights.values.reduce(0, +) } }
        averageLength = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
    }

    /// The entries that have anything in common with a question, the best first.
    ///
    /// - Parameter isEligible: which entries may be found.
    func matches(_ question: String, among isEligible: (KnowledgeEntry) -> Bool = { _ in true }) -> [Match] {
        let asked = KnowledgeTerms(question, lexicon)
        let whole = asked.weights.reduce(0) { $0 + $1.value * rarity($1.key) }
        guard whole > 0 else { return [] }
        var matches: [Match] = []
        for document in documents where isEligible(document.entry) {
            guard
                asked.weights.keys.contains(where: {
                    document.all.contains($0) && !asked.kinds.contains($0)
                })
            else { continue }
            let best = document.phrasings.map { self.relevance(of: $0, to: asked, whole) }.max() ?? 0
            let anywhere =
                asked.weights.reduce(0) { sum, term in
                    document.all.contains(term.key) ? sum + term.value * rarity(term.key) : sum
                } / whole
            let joined = KnowledgeIndex.phrasingShare * best + (1 - KnowledgeIndex.phrasingShare) * anywhere
            // 轮胎多少钱 is not answered by what says how long it lasts.
            let asksOtherwise = !asked.kinds.isEmpty && asked.kinds.isDisjoint(with: document.all)
            let relevance = asksOtherwise ? joined * KnowledgeIndex.otherKind : joined
            guard relevance > 0 else { continue }
            let shared = asked.matters.count { matter in
                2 * matter.count { document.all.contains($0) } >= matter.count
            }
            matches.append(
                Match(
                    entry: document.entry, relevance: relevance,
                    isSure: !asksOtherwise && (shared > 1 || shared == asked.matters.count)
                        && document.phrasings.contains { asked.says(mostOf: $0) }))
        }
        return matches.sorted { left, right in
            if left.relevance != right.relevance { return left.relevance > right.relevance }
            let (one, other) = (left.entry.content.place.narrowness, right.entry.content.place.narrowness)
            return one != other ? one > other : left.entry.number > right.entry.number
        }
    }

    /// How much of what one entry asks another one asks.
    func likeness(of entry: KnowledgeEntry, to other: KnowledgeEntry) -> Double {
        let asked = KnowledgeTerms(entry.content.question, lexicon)
        let whole = asked.weights.reduce(0) { $0 + $1.value * rarity($1.key) }
        guard whole > 0 else { return 0 }
        return other.content.phrasings.map {
            relevance(of: KnowledgeTerms($0, lexicon), to: asked, whole)
        }.max() ?? 0
    }

    private func relevance(
        of document: KnowledgeTerms, to asked: KnowledgeTerms, _ whole: Double
    ) -> Double {
        let length = document.weights.values.reduce(0, +)
        let share = KnowledgeIndex.lengthShare
        let norm =
            (KnowledgeIndex.saturation + 1)
            / (1 + KnowledgeIndex.saturation * (1 - share + share * length / averageLength))
        var (found, said) = (0.0, 0.0)
        for (term, weight) in asked.weights {
            guard let other = document.weights[term] else { continue }
            found += min(weight, other) * rarity(term)
        }
        for (term, weight) in document.weights { said += weight * rarity(term) }
        guard found > 0, said > 0 else { return 0 }
        let byAsked = min(1, found * norm / whole)
        let bySaid = min(1, found / said)
        return pow(byAsked, KnowledgeIndex.askedShare) * pow(bySaid, 1 - KnowledgeIndex.askedShare)
    }

    private func rarity(_ term: String) -> Double {
        let count = Double(frequencies[term] ?? 0)
        let total = Double(documents.count) + KnowledgeIndex.prior
        return log(1 + (total - count + 0.5) / (count + 0.5))
    }
}
