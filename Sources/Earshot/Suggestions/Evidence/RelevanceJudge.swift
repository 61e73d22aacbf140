/// Judges voices by the matter of one suggestion.
struct RelevanceJudge: Sendable {
    private let matter: SuggestedMatter
    private let analyzer: Analyzer
    private let wishes: Set<[UInt32]>
    private let longestWish: Int
    /// The wordings by their first characters.
    private var wordings: [UInt32: [Wording]] = [:]
    private let weight: Double

    private struct Wording {
        var characters: [UInt32]
        var thing: Int
        var credit: Double
        /// What must stand near it: a half of a word whose other half `characters` are.
        var other: [UInt32]?
    }

    /// A thing that a text names.
    struct Find {
        var start: Int
        var end: Int
        var thing: Int
        var credit: Double
    }

    /// Characters within which a voice must speak of the things: two clauses, for a long review speaks of everything.
    private static let reach = 36
    /// Characters between the halves of a word, and what they are worth apart.
    private static let gap = 8
    private static let apart = 0.9
    /// Characters of a clause before and behind what was found.
    private static let longestClause = 100

    init(_ matter: SuggestedMatter, by words: EvidenceWords, _ analyzer: Analyzer) {
        self.matter = matter
        self.analyzer = analyzer
        wishes = words.wishes
        longestWish = words.wishes.map(\.count).max() ?? 0
        weight = matter.wholeWeight
        for (index, thing) in matter.things.enumerated() {
            for wording in thing.wordings where wording.characters.count <= RelevanceJudge.reach {
                wordings[wording.characters[0], default: []].append(
                    Wording(characters: wording.characters, thing: index, credit: wording.credit))
                if let (first, second) = wording.halves {
                    wordings[first[0], default: []].append(
                        Wording(
                            characters: first, thing: index, credit: wording.credit * RelevanceJudge.apart,
                            other: second))
                }
            }
        }
    }

    /// - Returns: nothing for a voice that shares too little, whatever else speaks for it.
    func judge(_ voice: EvidenceCandidate) -> Relevance? {
        let text = SearchText(voice.text, limit: EvidenceCandidate.longestText)
        guard let place = bestPlace(in: text) else { return nil }
        let coverage = min(1, place.gain / max(weight, .leastNonzeroMagnitude))
        // A word that may stand for two things (半天 for 太慢 and 等了) says one of them.
        let isOfOneThingOnly = place.words < 2 && !matter.isOfOneThing
        let most = coverage + Relevance.Weights.most + (isOfOneThingOnly ? Relevance.Weights.oneThingOnly : 0)
        guard most >= Relevance.threshold else { return nil }
        let around = clauses(around: place.span, in: text)
        let bytes = Int(text.offsets[around.lowerBound])..<Int(text.offsets[around.upperBound])
        let passage = String(decoding: Array(voice.text.utf8)[bytes], as: UTF8.self)
        let reading = analyzer.analyze(passage)
        let (stance, sharesAspect) = stance(
            of: reading, wishes: hasWish(text.characters[around]))
        return Relevance(
            coverage: coverage, things: place.things.map { matter.things[$0].name },
            isOfOneThingOnly: isOfOneThingOnly, sharesAspect: sharesAspect, stance: stance,
            isOfOtherSeries: matter.series.map { voice.series != nil && voice.series != $0 } ?? false,
            isDivided: text.characters[place.span].contains(0),
            isOfRival: reading.brand != nil && !reading.isOwnBrand
                || reading.opinions.contains { $0.brand != nil })
    }

    /// Where a text names most of the matter.
    private struct Place {
        var gain: Double
        var span: Range<Int>
        var things: [Int]
        /// The words by which it names them.
        var words: Int
    }

    /// Where the text names most of the matter within reach.
    private func bestPlace(in text: SearchText) -> Place? {
        let finds = finds(in: text)
        var best: Place?
        for (index, first) in finds.enumerated() {
            var credits = [Double](repeating: 0, count: matter.things.count)
            var spans = [Range<Int>](repeating: 0..<0, count: matter.things.count)
            var end = first.end
            for find in finds[index...] {
                guard find.start < first.start + RelevanceJudge.reach else { break }
                guard find.end <= first.start + RelevanceJudge.reach else { continue }
                if find.credit > credits[find.thing] {
                    credits[find.thing] = find.credit
                    spans[find.thing] = find.start..<find.end
                    end = max(end, find.end)
                }
            }
            let gain = zip(credits, matter.things).reduce(0) { $0 + $1.0 * $1.1.weight }
            if gain > best?.gain ?? 0 {
                let things = credits.indices.filter { credits[$0] > 0 }
                best = Place(
                    gain: gain, span: first.start..<end, things: things,
                    words: Set(things.map { spans[$0] }).count)
            }
        }
        return best
    }

    /// Every thing that the text names, in the order of the text.
    func finds(in text: SearchText) -> [Find] {
        let characters = text.characters
        var finds: [Find] = []
        for start in characters.indices {
            let here = finds.endIndex
            for wording in wordings[characters[start]] ?? [] {
                let end = start + wording.characters.count
                guard end <= characters.count, characters[start..<end].elementsEqual(wording.characters)
                else { continue }
                guard text.hasWholeWord(start..<end) else { continue }
                var span = start..<end
                if let other = wording.other {
                    guard let near = place(of: other, near: span, in: characters) else { continue }
                    span = min(start, near.lowerBound)..<max(end, near.upperBound)
                }
                let find = Find(
                    start: span.lowerBound, end: span.upperBound, thing: wording.thing,
                    credit: wording.credit)
                // A run of one character has a wording at every place, and its parts as well.
                if let known = finds[here...].firstIndex(where: { $0.thing == find.thing }) {
                    if finds[known].credit < find.credit { finds[known] = find }
                } else {
                    finds.append(find)
                }
            }
        }
        return finds.sorted { $0.start < $1.start }
    }

    private func place(of half: [UInt32], near span: Range<Int>, in characters: [UInt32]) -> Range<Int>? {
        let first = max(0, span.lowerBound - RelevanceJudge.gap)
        let last = min(characters.count, span.upperBound + RelevanceJudge.gap + half.count) - half.count
        guard first <= last else { return nil }
        for start in first...last where characters[start..<(start + half.count)].elementsEqual(half) {
            return start..<(start + half.count)
        }
        return nil
    }

    /// The whole clauses in which a span lies; of one without end what is near.
    private func clauses(around span: Range<Int>, in text: SearchText) -> Range<Int> {
        let characters = text.characters
        var (start, end) = (span.lowerBound, span.upperBound)
        let first = max(0, start - RelevanceJudge.longestClause)
        let last = min(characters.count, end + RelevanceJudge.longestClause)
        while start > first, characters[start - 1] != 0 { start -= 1 }
        while end < last, characters[end] != 0 { end += 1 }
        return start..<end
    }

    private func hasWish(_ characters: ArraySlice<UInt32>) -> Bool {
        guard longestWish > 0 else { return false }
        for start in characters.indices {
            for length in 1...longestWish where start + length <= characters.endIndex {
                if wishes.contains(Array(characters[start..<(start + length)])) { return true }
            }
        }
        return false
    }

    private func stance(
        of reading: Reading, wishes: Bool
    ) -> (Relevance.Stance, sharesAspect: Bool?) {
        let same = reading.opinions.filter { opinion in
            matter.aspects.contains { $0.isWithin(opinion.aspect) || opinion.aspect.isWithin($0) }
        }
        let sharesAspect =
            same.isEmpty ? (reading.opinions.isEmpty || matter.aspects.isEmpty ? nil : false) : true
        if wishes { return (.wish, sharesAspect) }
        let opinions = same.isEmpty ? reading.opinions : same
        let lean = opinions.isEmpty ? reading.sentiment : opinions.reduce(0) { $0 + $1.lean }
        switch Polarity(lean: lean) {
        case .negative: return (.complaint, sharesAspect)
        case .positive: return (.praise, sharesAspect)
        case .neutral: return (.neither, sharesAspect)
        }
    }
}
