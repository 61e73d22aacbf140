/// What a text says, as it is compared: words that stand for lists of the same meaning, words of letters and digits, and pairs
/// of neighbouring characters, each with a weight.
struct KnowledgeTerms: Sendable {
    private(set) var weights: [String: Double] = [:]
    /// Those of them that tell what is asked about the matter, and not which one it is.
    private(set) var kinds: Set<String> = []
    /// The words of the matter one by one, each with the terms by which it is said: those of a list, and what stands between
    /// them.
    private(set) var matters: [Set<String>] = []

    /// A pair of characters within a word that stands for a list: what the list says already counts.
    private static let withinGroup = 0.25
    /// What is asked about a matter tells less than the matter.
    private static let kind = 0.4
    /// A list's word of one character may be a part of another word.
    private static let short = 0.5
    /// A character that stands alone says little.
    private static let single = 0.5

    init(_ text: String, _ lexicon: KnowledgeLexicon) {
        let searched = SearchText(text, limit: 400)
        let characters = searched.characters
        /// By character the weight of its pairs; 0 for one that says nothing.
        var pairs = [Double](repeating: 1, count: characters.count)
        var position = 0
        while position < characters.count {
            guard characters[position] != 0, let phrase = lexicon.phrase(at: position, in: searched) else {
                position += 1
                continue
            }
            let range = position..<(position + phrase.length)
            switch phrase.meaning {
            case .nothing: for place in range { pairs[place] = 0 }
            case .groups(let groups):
                let weight = (phrase.length == 1 ? KnowledgeTerms.short : 1) / Double(groups.count)
                for group in groups {
                    let term = "~\(group.number)"
                    add(term, group.isKind ? weight * KnowledgeTerms.kind : weight)
                    if group.isKind { kinds.insert(term) }
                }
                let isOfKind = groups.allSatisfy(\.isKind)
                if !isOfKind { matters.append(Set(groups.filter { !$0.isKind }.map { "~\($0.number)" })) }
                for place in range {
                    pairs[place] = isOfKind ? 0 : KnowledgeTerms.withinGroup
                }
            }
            position = range.upperBound
        }
        for run in searched.runs {
            if SearchText.isLatin(characters[run.lowerBound]) {
                let weight = pairs[run.lowerBound]
                let word = SearchText.token(characters[run])
                if weight > 0 { add(word, weight) }
                if weight == 1 { matters.append([word]) }
                continue
            }
            add(run, characters, pairs)
            addMatters(of: run, characters, pairs)
        }
    }

    /// Whether it has more than half of another text's matters: 质保多久 has half of 电池质保多久.
    func says(mostOf other: KnowledgeTerms) -> Bool {
        let said = other.matters.count { matter in 2 * matter.count { weights[$0] != nil } >= matter.count }
        return 2 * said > other.matters.count
    }

    private mutating func add(_ run: Range<Int>, _ characters: [UInt32], _ weights: [Double]) {
        for place in run where weights[place] > 0 {
            let isJoined = place > run.lowerBound && weights[place - 1] > 0
            let goesOn = place + 1 < run.upperBound && weights[place + 1] > 0
            if goesOn {
                let weight = min(weights[place], weights[place + 1])
                add(SearchText.string(characters[place...(place + 1)]), weight)
            } else if !isJoined {
                add(
                    SearchText.string(characters[place...place]),
                    KnowledgeTerms.single * weights[place])
            }
        }
    }

    /// What no list holds, as far as two characters of it stand side by side.
    private mutating func addMatters(of run: Range<Int>, _ characters: [UInt32], _ weights: [Double]) {
        var matter: Set<String> = []
        for place in run {
            if weights[place] == 1, place + 1 < run.upperBound, weights[place + 1] == 1 {
                matter.insert(SearchText.string(characters[place...(place + 1)]))
            } else if !matter.isEmpty {
                matters.append(matter)
                matter = []
            }
        }
    }

    private mutating func add(_ term: String, _ weight: Double) {
        weights[term] = max(weights[term] ?? 0, weight)
    }
}
