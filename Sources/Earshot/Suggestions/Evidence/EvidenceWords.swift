/// The words by which a suggestion is taken apart, ready to be looked up.
public struct EvidenceWords: Sendable {
    /// What a word is in a suggestion.
    enum Meaning: Sendable, Hashable {
        /// It says nothing of the matter.
        case nothing
        /// It is what shall be done.
        case remedy
        /// It may be said by the others of these lists of `lists` as well.
        case groups(Set<Int>)
        /// A word of the lexicon that names these aspects.
        case term([Aspect])
    }

    /// What the words of the own lists mean, and what those of the lexicon do.
    private let own: PhraseTable
    private let lexicon: PhraseTable
    /// The words of which each may stand for the others.
    private let lists: [[[UInt32]]]
    let wishes: Set<[UInt32]>
    let requests: Set<[UInt32]>
    private let longestRequest: Int

    /// - Parameters:
    ///   - part: the content of `evidence.json5`.
    ///   - file: its name, for errors.
    ///   - names: words that tell which product or place is meant, and not what about it: makers, series, cities.
    /// - Throws: `LexiconError` naming file, field and word.
    public init(
        _ part: EvidencePart, file: String, lexicon: Lexicon, names: [String]
    ) throws(LexiconError) {
        let own = try OwnWords(part, file: file)
        let complaints = LexiconComplaints(lexicon, after: own.lists.count)
        var known: [[UInt32]: Meaning] = [:]
        for (word, term) in lexicon.terms {
            let characters = SearchText(word).characters
            guard characters.count > 1, !characters.contains(0) else { continue }
            let aspects = Set((term.targets + term.own).map(\.aspect))
            if !aspects.isEmpty {
                known[characters] = .term(aspects.sorted())
            } else if term.strength != 0 || term.role == .degree || term.role == .wish {
                // Good and bad, very and hardly: the stance is read apart.
                known[characters] = .nothing
            }
        }
        for name in names {
            let characters = SearchText(name).characters
            if characters.count > 1, !characters.contains(0) { known[characters] = .nothing }
        }
        for (word, groups) in complaints.groups { known[word] = .groups(groups) }
        self.lexicon = PhraseTable(known)
        self.own = PhraseTable(
            own.meanings.merging(
                complaints.groups.filter { own.meanings[$0.key] != nil }.mapValues(Meaning.groups)
            ) {
                own, more in
                if case .groups(let groups) = own, case .groups(let complaints) = more {
                    .groups(groups.union(complaints))
                } else {
                    own
                }
            })
        lists = own.lists + complaints.lists
        wishes = own.wishes
        requests = own.requests
        longestRequest = own.requests.map(\.count).max() ?? 0
    }

    /// Whether a clause says what shall be done: it begins so, or soon (周末多排两个技师).
    ///
    /// What a longer word has in it is no request (不支持, 车门把手), nor is what is denied (没升级); and a single character
    /// is one at the beginning alone.
    func isRequest(_ clause: Range<Int>, in text: SearchText) -> Bool {
        let last = min(clause.upperBound, clause.lowerBound + EvidenceWords.beginning)
        var (place, isDenied) = (clause.lowerBound, false)
        while place < last {
            let known = phrase(at: place, in: text)
            let length = known?.length ?? 1
            let request = requestLength(at: place, within: clause, in: text)
            if request >= length, !isDenied, request > 1 || place == clause.lowerBound { return true }
            // 不, 没有, 一直没.
            if EvidenceWords.denials.contains(text.characters[place + length - 1])
                || length == 2 && EvidenceWords.denials.contains(text.characters[place])
            {
                isDenied = true
            } else if known?.meaning != .nothing {
                isDenied = false
            }
            place += length
        }
        return false
    }

    /// Characters of the longest request at a place; 0 where none stands there.
    private func requestLength(at place: Int, within clause: Range<Int>, in text: SearchText) -> Int {
        let most = min(longestRequest, clause.upperBound - place)
        return (1...max(1, most)).last { requests.contains(Array(text.characters[place..<(place + $0)])) }
            ?? 0
    }

    /// 不 没 未 无 别, behind which nothing is asked for.
    private static let denials = Set(SearchText("不没未无别").characters)

    /// Whether a word has a meaning of its own, so that it tells nobody from others: 车主, 空调, 杭州.
    public func isKnown(_ word: String) -> Bool {
        let characters = SearchText(word).characters
        return (own.meaning(of: characters) ?? lexicon.meaning(of: characters)) != nil
    }

    /// Characters of a clause at which a request may begin.
    private static let beginning = 6

    /// The words of several lists, each once.
    func wordings(of groups: Set<Int>) -> [[UInt32]] {
        var known: Set<[UInt32]> = []
        return groups.sorted().flatMap { lists[$0] }.filter { known.insert($0).inserted }
    }

    /// The phrase that stands at a place. The own lists go before the lexicon, which has whole sayings (工时费太贵), and a single
    /// character of theirs behind it.
    func phrase(at start: Int, in text: SearchText) -> (length: Int, meaning: Meaning)? {
        own.longest(at: start, in: text, least: 2) ?? lexicon.longest(at: start, in: text, least: 2)
            ?? own.longest(at: start, in: text, least: 1)
    }

    /// The two things of which a word is made (座椅|加热); nothing for one that is not.
    func halves(of word: [UInt32]) -> ([UInt32], [UInt32])? {
        guard word.count >= 4, !SearchText.isLatin(word[0]) else { return nil }
        for middle in 2...(word.count - 2) {
            let (first, second) = (Array(word[..<middle]), Array(word[middle...]))
            if isThing(first), isThing(second) { return (first, second) }
        }
        return nil
    }

    private func isThing(_ word: [UInt32]) -> Bool {
        switch own.meaning(of: word) ?? lexicon.meaning(of: word) {
        case .groups, .term: true
        case .nothing, .remedy, nil: false
        }
    }
}

/// Phrases with what they mean.
private struct PhraseTable: Sendable {
    private let meanings: [[UInt32]: EvidenceWords.Meaning]
    /// By their first characters, the longest first.
    private let phrases: [UInt32: [[UInt32]]]

    init(_ meanings: [[UInt32]: EvidenceWords.Meaning]) {
        self.meanings = meanings
        phrases = Dictionary(grouping: meanings.keys) { $0[0] }.mapValues {
            $0.sorted { $0.count > $1.count }
        }
    }

    func meaning(of phrase: [UInt32]) -> EvidenceWords.Meaning? { meanings[phrase] }

    /// The longest that stands at a place, of at least so many characters.
    func longest(
        at start: Int, in text: SearchText, least: Int
    ) -> (length: Int, meaning: EvidenceWords.Meaning)? {
        let characters = text.characters
        for phrase in phrases[characters[start]] ?? [] where phrase.count >= least {
            let end = start + phrase.count
            guard end <= characters.count, characters[start..<end].elementsEqual(phrase),
                text.hasWholeWord(start..<end)
            else { continue }
            return meanings[phrase].map { (phrase.count, $0) }
        }
        return nil
    }
}
