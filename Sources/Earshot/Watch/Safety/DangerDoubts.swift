/// Judges from its sentence whether a danger that was named is one that happened.
///
/// A rule of thumb for each way of speaking of what has not happened, with the reach in characters that such words usually
/// have; the words themselves stand in `safety.json5`.
struct DangerDoubts {
    private let text: SafetyText
    private let naming: SafetyText.Naming
    private let words: [Word]

    /// A word of the lists in the sentence.
    private struct Word {
        var cue: SafetyGlossary.Cue
        var span: Range<Int>
    }

    /// Characters before and behind the danger that are looked at.
    private static let reach = 80

    init(of naming: SafetyText.Naming, in text: SafetyText, _ glossary: SafetyGlossary) {
        self.naming = naming
        self.text = text
        var longest: [Int: (end: Int, cue: SafetyGlossary.Cue)] = [:]
        text.find(glossary.cueAutomaton, in: text.sentence(around: naming.span, reach: DangerDoubts.reach)) {
            term, span in
            let cue = glossary.cues[term]
            guard text.isWholeWord(span) else { return }
            // Later matches from one start are longer.
            longest[span.lowerBound] = (span.upperBound, cue)
        }
        var words: [Word] = []
        for (start, found) in longest.sorted(by: { $0.key < $1.key }) {
            if let last = words.last, last.span.upperBound > start { continue }
            words.append(Word(cue: found.cue, span: start..<found.end))
        }
        // What the danger itself is made of denies nothing: 气囊没弹.
        words.removeAll { word in naming.words.contains { $0.overlaps(word.span) } }
        self.words = words
    }

    /// The first reason against it, or nothing.
    var first: DangerMention.Doubt? {
        if isOfOtherMaker { return .otherMaker }
        if has(.denial, before: 5) || has(.denialBehind, behind: 8) { return .denied }
        if has(.supposition, before: nil) || has(.suppositionBehind, behind: 4) { return .supposed }
        if has(.fear, before: 12) { return .feared }
        if has(.question, before: 8) || has(.questionBehind, behind: 4) { return .asked }
        if !contains(.frequency), has(.risk, before: 8) || has(.riskBehind, behind: 4) { return .risk }
        if contains(.hearsay) { return .hearsay }
        if contains(.exercise) { return .exercise }
        return contains(.explanation) ? .explained : nil
    }

    private func contains(_ cue: SafetyGlossary.Cue) -> Bool { words.contains { $0.cue.contains(cue) } }

    /// Whether such a word stands before the danger, or before the rest of its words.
    ///
    /// - Parameter reach: characters between the two in a clause, for a word of more than one character: others are too
    ///   often something else. Nothing for the whole sentence.
    private func has(_ cue: SafetyGlossary.Cue, before reach: Int?) -> Bool {
        words.contains { word in
            guard word.cue.contains(cue),
                let next = naming.words.first(where: { $0.lowerBound >= word.span.upperBound })
            else { return false }
            guard let reach else { return true }
            let between = word.span.upperBound..<next.lowerBound
            return between.count <= (word.span.count > 1 ? reach : 1) && text.isOneClause(between)
        }
    }

    private func has(_ cue: SafetyGlossary.Cue, behind reach: Int) -> Bool {
        words.contains { word in
            guard word.cue.contains(cue), word.span.lowerBound >= naming.span.upperBound else { return false }
            let between = naming.span.upperBound..<word.span.lowerBound
            return between.count <= reach && text.isOneClause(between)
        }
    }

    /// Whether another maker's name stands in the sentence and the own one does not: what the car was driven into does not
    /// count.
    private var isOfOtherMaker: Bool {
        guard !contains(.ownName) else { return false }
        return words.indices.contains { index in
            guard words[index].cue.contains(.rivalName) else { return false }
            guard index > 0, words[index - 1].cue.contains(.opponent) else { return true }
            return words[index].span.lowerBound - words[index - 1].span.upperBound > 4
        }
    }
}
