/// A text in the characters of a safety lexicon, with the dangers that it names.
struct SafetyText {
    /// The class of each character, its trait, and the byte at which it begins; the text's length at the end.
    private(set) var symbols: [UInt16] = []
    private(set) var traits: [UInt8] = []
    private(set) var offsets: [Int] = []
    private(set) var namings: [Naming] = []

    /// Words that name a danger; positions count characters.
    struct Naming {
        var danger: Int
        /// The words from the first to the last, and those among them that are the lexicon's: the rest is between them.
        var span: Range<Int>
        var words: [Range<Int>]
    }

    /// A word of the lexicon where it stands.
    private struct Match {
        var piece: SafetyGlossary.Piece
        var span: Range<Int>
    }

    init(_ text: String, with glossary: SafetyGlossary) {
        var text = text
        text.withUTF8 { read($0, glossary) }
        let matches = matches(glossary)
        guard !matches.isEmpty else { return }
        namings = namings(among: matches, glossary)
    }

    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, _ glossary: SafetyGlossary) {
        symbols.reserveCapacity(text.count / 2)
        traits.reserveCapacity(text.count / 2)
        offsets.reserveCapacity(text.count / 2 + 1)
        var byte = 0
        while byte < text.count {
            offsets.append(byte)
            let scalar = Int(Scan.scalar(in: text, at: &byte))
            symbols.append(scalar < 0x10000 ? glossary.classes.classes[scalar] : CharacterClasses.other)
            traits.append(scalar < 0x10000 ? Traits.table[scalar] : Traits.none)
        }
        offsets.append(byte)
    }

    private func matches(_ glossary: SafetyGlossary) -> [Match] {
        var matches: [Match] = []
        find(glossary.pieceAutomaton, in: 0..<symbols.count) { term, span in
            for piece in glossary.pieces[term] { matches.append(Match(piece: piece, span: span)) }
        }
        return matches
    }

    /// Every term of an automaton in a span of the text, by where it ends.
    func find(_ automaton: Automaton, in span: Range<Int>, _ found: (_ term: Int, _ span: Range<Int>) -> Void)
    {
        symbols.withUnsafeBufferPointer { symbols in
            automaton.run(over: UnsafeBufferPointer(rebasing: symbols[span])) { output, end in
                var output = output
                while output >= 0 {
                    let ending = automaton.endings[Int(output)]
                    let end = span.lowerBound + end
                    found(Int(ending.term), end - Int(ending.length)..<end)
                    output = ending.next
                }
            }
        }
    }

    private func namings(among matches: [Match], _ glossary: SafetyGlossary) -> [Naming] {
        var namings: [Naming] = []
        // The last place at which each sequence began, in the order of the text.
        var begun: [Int: Range<Int>] = [:]
        for match in matches {
            switch match.piece {
            case .whole(let danger):
                namings.append(Naming(danger: danger, span: match.span, words: [match.span]))
            case .first(let number):
                begun[number] = match.span
            case .then(let number):
                let sequence = glossary.sequences[number]
                guard let first = begun[number], first.upperBound <= match.span.lowerBound,
                    match.span.lowerBound - first.upperBound <= sequence.within,
                    !traits[first.upperBound..<match.span.lowerBound].contains(where: Traits.endsSentence)
                else { continue }
                namings.append(
                    Naming(
                        danger: sequence.danger, span: first.lowerBound..<match.span.upperBound,
                        words: [first, match.span]))
            case .except: continue
            }
        }
        let exceptions = matches.filter { if case .except = $0.piece { true } else { false } }
        guard !exceptions.isEmpty else { return namings }
        namings.removeAll { naming in
            exceptions.contains { match in
                if case .except(naming.danger) = match.piece {
                    match.span.overlaps(naming.span)
                } else {
                    false
                }
            }
        }
        return namings
    }

    /// The sentence around words, without the mark that ends it.
    ///
    /// - Parameter reach: characters on either side at most. Many write without a full stop, and what stands far off is said
    ///   of something else.
    func sentence(around span: Range<Int>, reach: Int) -> Range<Int> {
        let first = max(0, span.lowerBound - reach)
        let last = min(traits.count, span.upperBound + reach)
        let start = traits[first..<span.lowerBound].lastIndex(where: Traits.endsSentence).map { $0 + 1 }
        return
            (start ?? first)..<(traits[span.upperBound..<last].firstIndex(where: Traits.endsSentence) ?? last)
    }

    /// Whether nothing between two places ends a clause.
    func isOneClause(_ span: Range<Int>) -> Bool {
        !traits[span].contains { $0 == Traits.comma || $0 == Traits.point || Traits.endsSentence($0) }
    }

    /// Whether a name does not cut a Latin word or a number.
    func isWholeWord(_ span: Range<Int>) -> Bool {
        func joins(_ left: Int, _ right: Int) -> Bool {
            guard left >= 0, right < traits.count else { return false }
            return traits[left] == traits[right]
                && (traits[left] == Traits.letter || traits[left] == Traits.digit)
        }
        return !joins(span.lowerBound - 1, span.lowerBound) && !joins(span.upperBound - 1, span.upperBound)
    }

    /// Characters as bytes of the text.
    func bytes(_ span: Range<Int>) -> Range<Int> { offsets[span.lowerBound]..<offsets[span.upperBound] }
}
