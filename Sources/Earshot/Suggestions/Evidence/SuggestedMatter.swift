/// What a suggestion is about, apart from the words of suggesting: things of which a voice about the same speaks as well.
struct SuggestedMatter: Sendable {
    /// One thing that it names, with everything that may stand for it.
    struct Thing: Sendable {
        /// As the suggestion has it.
        var name: String
        var wordings: [Wording]
        /// How much it says of a voice that it has the thing: little where many do.
        var weight = 1.0
        /// Whether it is what shall be done, of which customers seldom speak.
        var isRemedy = false

        /// The voices that may have it; nothing where no index has its wordings.
        var query: SearchQuery? {
            let queries = wordings.compactMap(\.query)
            return queries.count > 1 ? .any(queries) : queries.first
        }
    }

    /// A way to say it.
    struct Wording: Sendable {
        var characters: [UInt32]
        /// How far it is the same: 0 to 1.
        var credit: Double
        var query: SearchQuery?

        init(_ characters: [UInt32], credit: Double) {
            self.characters = characters
            // One character is in many words: 卡 in 卡片.
            self.credit = characters.count == 1 ? credit * 0.7 : credit
            query = SearchQuery(phrase: characters)
        }
    }

    var things: [Thing]
    /// What it names of the vocabulary.
    var aspects: Set<Aspect>
    /// The own series it is about, by its name in the catalogue.
    var series: String?

    /// What is read of a suggestion; the rest of a long one says it again.
    private static let longest = 500
    /// Things that are looked for.
    static let most = 14

    init(_ words: String, by lexicon: EvidenceWords, _ analyzer: Analyzer) {
        let text = SearchText(words, limit: SuggestedMatter.longest)
        let reading = analyzer.analyze(String(words.unicodeScalars.prefix(SuggestedMatter.longest)))
        series = reading.isOwnBrand ? reading.series : nil
        aspects = Set(reading.opinions.map(\.aspect))
        var reader = ThingReader(text, by: lexicon)
        reader.read()
        things = Array(reader.things.prefix(SuggestedMatter.most))
        aspects.formUnion(reader.aspects)
    }
}

/// Divides a suggestion into the things it names.
private struct ThingReader {
    let text: SearchText
    let lexicon: EvidenceWords
    private(set) var things: [SuggestedMatter.Thing] = []
    private(set) var aspects: Set<Aspect> = []
    private var groups: Set<Int> = []
    private var names: Set<[UInt32]> = []

    init(_ text: SearchText, by lexicon: EvidenceWords) {
        self.text = text
        self.lexicon = lexicon
    }

    mutating func read() {
        var unknown: Int?
        var place = 0
        while place < text.characters.count {
            let known = text.characters[place] == 0 ? nil : lexicon.phrase(at: place, in: text)
            guard text.characters[place] == 0 || known != nil else {
                if unknown == nil { unknown = place }
                place += 1
                continue
            }
            if let start = unknown { add(unknown: start..<place) }
            unknown = nil
            guard let known else {
                place += 1
                continue
            }
            add(Array(text.characters[place..<(place + known.length)]), known.meaning)
            place += known.length
        }
        if let start = unknown { add(unknown: start..<place) }
    }

    private mutating func add(_ word: [UInt32], _ meaning: EvidenceWords.Meaning) {
        switch meaning {
        case .nothing:
            return
        case .remedy:
            guard names.insert(word).inserted else { return }
            things.append(
                SuggestedMatter.Thing(
                    name: SearchText.string(word[...]),
                    wordings: [SuggestedMatter.Wording(word, credit: 1)], isRemedy: true))
        case .group(let group):
            guard groups.insert(group).inserted else { return }
            things.append(
                SuggestedMatter.Thing(
                    name: SearchText.string(word[...]),
                    wordings: lexicon.groups[group].map {
                        SuggestedMatter.Wording($0, credit: $0 == word ? 1 : 0.95)
                    }))
        case .term(let aspects):
            self.aspects.formUnion(aspects)
            guard names.insert(word).inserted else { return }
            var wordings = [SuggestedMatter.Wording(word, credit: 1)]
            var seen: Set<[UInt32]> = [word]
            for other in aspects.flatMap({ lexicon.namesOfAspect[$0] ?? [] })
            where seen.insert(other).inserted {
                wordings.append(SuggestedMatter.Wording(other, credit: 0.6))
            }
            things.append(
                SuggestedMatter.Thing(name: SearchText.string(word[...]), wordings: wordings))
        }
    }

    /// What no list knows: a word of letters and digits, or Chinese characters, of which the whole or parts may be said.
    private mutating func add(unknown range: Range<Int>) {
        for run in SearchText(SearchText.string(text.characters[range])).runs {
            let word = Array(text.characters[range][(range.lowerBound + run.lowerBound)..<(range.lowerBound + run.upperBound)])
            guard word.count > 1, names.insert(word).inserted else { continue }
            var wordings = [SuggestedMatter.Wording(word, credit: 1)]
            if !SearchText.isLatin(word[0]), word.count > 2 {
                for start in 0..<(word.count - 1) {
                    wordings.append(
                        SuggestedMatter.Wording(
                            Array(word[start...(start + 1)]), credit: word.count == 3 ? 0.6 : 0.4))
                }
            }
            things.append(SuggestedMatter.Thing(name: SearchText.string(word[...]), wordings: wordings))
        }
    }
}
