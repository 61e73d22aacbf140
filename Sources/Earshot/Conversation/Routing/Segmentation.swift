/// A message cut into the known words and expressions that explain most of it.
struct Segmentation {
    /// The chosen pieces in reading order, without overlap.
    private(set) var tokens: [Token] = []
    /// How many scalars no piece explains, a run of Latin letters or digits counting as one.
    private(set) var unexplained = 0

    private static let unexplainedCost = 6
    /// What a correction costs, of two characters and of more: it must be better than not to understand, and worse than
    /// words as they stand.
    private static let correctionCosts = (short: 3, long: 5)

    /// With which liberty a message is read.
    struct Tolerance {
        let misspellings: Misspellings
        /// For each scalar whether it may be a part of a correction.
        let isOpen: [Bool]
        /// For each scalar whether nothing explains it as it stands.
        let gaps: [Bool]
    }

    /// Takes the pieces with the greatest sum of squared lengths, so that 取消订阅 beats 取消 and 订阅; each
    /// unexplained scalar costs `unexplainedCost`.
    ///
    /// - Parameters:
    ///   - numbered: what a number makes of a word of these classes that follows it (12号预警).
    ///   - tolerance: how to read words that are not spelled as they are known; as they stand when absent.
    init(
        _ text: Normalization, lexicon: CommandLexicon, dates: DateReader,
        numbered: [WordClass: @Sendable (Int) -> Sense] = [:], tolerance: Tolerance? = nil
    ) {
        let scalars = text.scalars
        let count = scalars.count
        guard count > 0 else { return }
        let scanner = ExpressionScanner(scalars: scalars, dates: dates)
        var candidates: [Token] = []
        candidates.reserveCapacity(count * 2)
        var starts = [Int](repeating: 0, count: count + 1)
        let latin = tolerance == nil ? [] : Segmentation.spelledRuns(of: scalars)
        for position in 0..<count {
            starts[position] = candidates.count
            lexicon.appendTokens(startingAt: position, of: scalars, to: &candidates)
            scanner.appendTokens(at: position, to: &candidates)
            tolerance?.misspellings.appendTokens(
                startingAt: position, of: scalars, isOpen: tolerance?.isOpen ?? [],
                gaps: tolerance?.gaps ?? [], latin: latin,
                to: &candidates)
        }
        starts[count] = candidates.count
        for span in SpanReader(scanner: scanner, candidates: candidates, starts: starts).spans() {
            let start = span.range.lowerBound
            candidates.insert(span, at: starts[start + 1])
            for position in (start + 1)...count { starts[position] += 1 }
        }
        Segmentation.number(&candidates, starts, numbered)

        var best = [Int](repeating: 0, count: count + 1)
        var choice = [Int](repeating: -1, count: count)
        for position in stride(from: count - 1, through: 0, by: -1) {
            best[position] =
                best[position + 1]
                - (scalars[position] == Normalization.separator ? 0 : Segmentation.unexplainedCost)
            for index in starts[position]..<starts[position + 1] {
                let token = candidates[index]
                let value = best[token.range.upperBound] + Segmentation.value(of: token)
                // Of equal cuts the longer first piece wins: Chinese is read from the left.
                if value >= best[position] {
                    best[position] = value
                    choice[position] = index
                }
            }
        }
        collect(candidates, starts, choice, scalars)
    }

    private static func value(of token: Token) -> Int {
        let length = token.range.count
        guard token.correction != nil else { return length * length }
        return length * length - (length > 2 ? correctionCosts.long : correctionCosts.short)
    }

    /// For each scalar the end of the run of Latin letters that it is in, where syllables spell the whole run.
    private static func spelledRuns(of scalars: [UInt32]) -> [Int?] {
        var ends = [Int?](repeating: nil, count: scalars.count)
        var position = 0
        while position < scalars.count {
            let end = scalars[position...].firstIndex { !isASCIILetter($0) } ?? scalars.endIndex
            if end > position {
                var reached: Set = [position]
                for start in position..<end where reached.contains(start) {
                    for spelled in Syllables.spelled(in: scalars, from: start, to: end) {
                        reached.insert(start + spelled.length)
                    }
                }
                if reached.contains(end) { for index in position..<end { ends[index] = end } }
            }
            position = max(end, position + 1)
        }
        return ends
    }

    /// A long word says what the longest words within it say: 电池厂商 is of batteries, 还没处理的 is open.
    private func inherit(from candidates: ArraySlice<Token>, into token: inout Token) {
        let whole = token.range
        guard whole.count > 2, !token.senses.contains(where: \.isNumbered) else { return }
        let parts = candidates.filter { $0.range.upperBound <= whole.upperBound && $0.range != whole }
            .sorted { $0.range.count > $1.range.count }
        for kind in Sense.Inherited.allCases where !token.senses.contains(where: { $0.inherited == kind }) {
            // What is spoken of stands first (电池厂商); within a phrase it only describes (同价位的车).
            let heard = parts.lazy.filter { kind != .aspect || $0.range.lowerBound == whole.lowerBound }
            token.senses += heard.compactMap { $0.senses.first { $0.inherited == kind } }.prefix(1)
        }
    }

    /// Lengthens each ordinal by a numbered word behind it, so that 24号预警通知到店 is warning 24, not a
    /// message of warnings (预警通知).
    private static func number(
        _ candidates: inout [Token], _ starts: [Int], _ numbered: [WordClass: @Sendable (Int) -> Sense]
    ) {
        for index in candidates.indices {
            let token = candidates[index]
            guard case .ordinal(let number)? = token.senses.first else { continue }
            for next in starts[
                token.range.upperBound]..<starts[min(token.range.upperBound + 1, starts.count - 1)]
            {
                for case .word(let wordClass) in candidates[next].senses {
                    guard let sense = numbered[wordClass] else { continue }
                    candidates[index] = Token(
                        range: token.range.lowerBound..<candidates[next].range.upperBound,
                        senses: [sense(number), .word(wordClass)])
                }
            }
        }
    }

    private mutating func collect(
        _ candidates: [Token], _ starts: [Int], _ choice: [Int], _ scalars: [UInt32]
    ) {
        var position = 0
        var inLatin = false
        while position < scalars.count {
            if choice[position] >= 0 {
                var token = candidates[choice[position]]
                // The same stretch found by the word list and by the scanner has the senses of both.
                for index in starts[position]..<starts[position + 1]
                where index != choice[position] && candidates[index].range == token.range
                    && candidates[index].correction == nil
                {
                    token.senses += candidates[index].senses
                    // What is a word, too, is spelled as it is known.
                    if candidates[index].spelling == nil { token.spelling = nil }
                }
                inherit(from: candidates[starts[position]..<starts[token.range.upperBound]], into: &token)
                tokens.append(token)
                position = token.range.upperBound
                inLatin = false
            } else {
                let scalar = scalars[position]
                if isASCIIWord(scalar) {
                    if !inLatin { unexplained += 1 }
                    inLatin = true
                } else {
                    if scalar != Normalization.separator { unexplained += 1 }
                    inLatin = false
                }
                position += 1
            }
        }
    }
}
