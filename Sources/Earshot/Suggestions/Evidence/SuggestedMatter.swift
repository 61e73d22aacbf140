/// What a suggestion is about, apart from the words of suggesting: things of which a voice about the same speaks as well.
struct SuggestedMatter: Sendable {
    /// One thing that it names, with everything that may stand for it.
    struct Thing: Sendable {
        /// As the suggestion has it.
        var name: String
        var kind: Kind
        var wordings: [Wording]
        /// Whether it only asks for something to be there: 增加, 没有.
        var isRequest = false
        /// How much it says of a voice that it has the thing: little where many do.
        var weight = 1.0

        /// The voices that may have it; nothing where no index has its wordings.
        var query: SearchQuery? { SearchQuery(anyOf: wordings.compactMap(\.query)) }

        /// The same without those that have only a part of it.
        var firmQuery: SearchQuery? {
            SearchQuery(anyOf: wordings.filter { $0.credit >= 0.5 }.compactMap(\.query))
        }
    }

    enum Kind: Sendable, Hashable {
        /// Of a word list.
        case known
        /// Of none, as which much is written that is beside the matter.
        case unknown
        /// What is to be done about it, of which customers seldom speak.
        case remedy
    }

    /// A way to say it.
    struct Wording: Sendable {
        var characters: [UInt32]
        /// How far it is the same: 0 to 1.
        var credit: Double
        /// Two parts that may stand apart as well (方向盘要是能加热).
        var halves: ([UInt32], [UInt32])?
        var query: SearchQuery?

        /// What a single character is worth, which is in many words: 卡 in 卡片.
        private static let single = 0.7

        init(_ characters: [UInt32], credit: Double, halves: ([UInt32], [UInt32])? = nil) {
            self.characters = characters
            self.credit = characters.count == 1 ? credit * Wording.single : credit
            self.halves = halves
            query = SearchQuery(phrase: characters)
            if let (first, second) = halves, let first = SearchQuery(phrase: first),
                let second = SearchQuery(phrase: second)
            {
                query = .all([first, second])
            }
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
        var reader = ThingReader(text, by: lexicon) { end in
            let beginning = String(decoding: words.utf8.prefix(end), as: UTF8.self)
            return analyzer.analyze(beginning).opinions.contains { Polarity(lean: $0.lean) == .negative }
        }
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
    private var isOfRemedy = false
    private var names: Set<[UInt32]> = []

    /// Whether the text complains of something before a byte.
    private let complains: (Int) -> Bool

    init(_ text: SearchText, by lexicon: EvidenceWords, complains: @escaping (Int) -> Bool) {
        self.text = text
        self.lexicon = lexicon
        self.complains = complains
    }

    mutating func read() {
        for clause in text.characters.split(separator: 0) {
            // What is asked for behind the matter itself is what shall be done about it; where nothing stands before, it is
            // the matter.
            isOfRemedy = lexicon.isRequest(clause.indices, in: text) && hasMatter(before: clause.startIndex)
            read(clause.indices)
        }
    }

    /// Whether the clauses before tell the matter: two things, or a complaint. 空调 alone is none.
    private func hasMatter(before place: Int) -> Bool {
        let named = things.count { $0.kind != .remedy }
        return named > 1 || named == 1 && complains(Int(text.offsets[place]))
    }

    private mutating func read(_ clause: Range<Int>) {
        var unknown: Int?
        var place = clause.lowerBound
        while place < clause.upperBound {
            guard let known = lexicon.phrase(at: place, in: text) else {
                if unknown == nil { unknown = place }
                place += 1
                continue
            }
            if let start = unknown { add(unknown: start..<place) }
            unknown = nil
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
            add(word, .remedy, [(word, 1)])
        case .groups(let groups):
            // What shares a list with a word before says the same thing again.
            guard self.groups.isDisjoint(with: groups) else { return }
            self.groups.formUnion(groups)
            add(word, .known, lexicon.wordings(of: groups).map { ($0, $0 == word ? 1 : ThingReader.other) })
        case .term(let aspects):
            self.aspects.formUnion(aspects)
            add(word, .known, [(word, 1)])
        }
    }

    /// What another wording of a group is worth.
    private static let other = 0.95
    /// Pairs of an unknown run, each of which may be said alone: what is longer was pasted.
    private static let mostPairs = 12

    private mutating func add(
        _ word: [UInt32], _ kind: SuggestedMatter.Kind, _ wordings: [(characters: [UInt32], credit: Double)]
    ) {
        guard names.insert(word).inserted else { return }
        things.append(
            SuggestedMatter.Thing(
                name: SearchText.string(word[...]), kind: isOfRemedy ? .remedy : kind,
                wordings: wordings.map {
                    SuggestedMatter.Wording(
                        $0.characters, credit: $0.credit, halves: lexicon.halves(of: $0.characters))
                }, isRequest: lexicon.requests.contains(word)))
    }

    /// What no list knows: a word of letters and digits, or Chinese characters, of which the whole or parts may be said.
    private mutating func add(unknown range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let isLatin = SearchText.isLatin(text.characters[start])
            let end =
                text.characters[start..<range.upperBound].firstIndex { SearchText.isLatin($0) != isLatin }
                ?? range.upperBound
            let word = Array(text.characters[start..<end])
            start = end
            guard word.count > 1 else { continue }
            var wordings = [(characters: word, credit: 1.0)]
            if !isLatin, word.count > 2 {
                var pairs: Set<[UInt32]> = []
                for place in 0..<(word.count - 1) where pairs.count < ThingReader.mostPairs {
                    let pair = Array(word[place...(place + 1)])
                    guard pairs.insert(pair).inserted else { continue }
                    wordings.append((pair, word.count == 3 ? 0.6 : 0.4))
                }
            }
            add(word, .unknown, wordings)
        }
    }
}
