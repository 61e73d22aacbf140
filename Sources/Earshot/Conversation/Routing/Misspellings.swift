/// The known words by what is typed for them: other characters of the same sound or look, one character doubled, left
/// out, too many or wrong, two exchanged, and the sound in Latin letters.
struct Misspellings: Sendable {
    private struct Word {
        let scalars: [UInt32]
        let senses: [Sense]
        /// The word as it is spelled, where this one is a wrong spelling itself.
        let right: [UInt32]
        /// Whether it may be read into Chinese characters that are others.
        let isCorrected: Bool
        /// Whether it is the name of a place or product, of which only a character typed twice is corrected: those that
        /// sound or look alike are too many.
        let isName: Bool
        /// Whether it is a store's name, in which another character is another store's: 江汉店 is not 江夏店.
        let isStore: Bool
    }

    private var words: [Word] = []
    private var written = WordTrie()
    /// By the sounds of their characters, and by the syllables as Latin letters spell them.
    private var sounded = WordTrie()
    private var spelled = WordTrie()

    /// - Parameters:
    ///   - lexicon: the words.
    ///   - isTelling: whether a sense says enough to be read into other characters.
    ///   - isSpokenAlone: whether a single character of this sense is understood by its sound.
    ///   - isOwn: whether a name of a place is one of the brand's network, which people mistype more often than they
    ///     mean what sounds alike.
    init(
        of lexicon: CommandLexicon, isTelling: (Sense) -> Bool, isSpokenAlone: (Sense) -> Bool,
        isOwn: (Sense) -> Bool
    ) {
        for (scalars, senses, right) in lexicon.plainWords {
            guard scalars.allSatisfy({ !isASCIIWord($0) }),
                scalars.count > 1 || senses.allSatisfy(isSpokenAlone)
            else { continue }
            add(
                Word(
                    scalars: scalars, senses: senses, right: right,
                    isCorrected: scalars.count > 1 && senses.allSatisfy(isTelling),
                    isName: senses.allSatisfy { $0.isBareName && !isOwn($0) },
                    isStore: senses.contains { if case .dealer = $0 { true } else { false } }))
        }
    }

    private mutating func add(_ word: Word) {
        let index = words.count
        words.append(word)
        if word.isCorrected { written.add(word.scalars, index) }
        if word.isName || word.scalars.contains(where: { Syllables.of($0).isEmpty }) { return }
        var readings: [[UInt32]] = [[]]
        for scalar in word.scalars {
            readings = readings.flatMap { before in Syllables.of(scalar).map { before + [$0] } }
            // A long word of many characters with several readings is looked up by some of them.
            if readings.count > Misspellings.mostReadings { readings = Array(readings.prefix(4)) }
        }
        for reading in readings { spelled.add(reading, index) }
        for reading in Set(readings.map { $0.map(Syllables.sound) }) { sounded.add(reading, index) }
    }

    private static let mostReadings = 16
    /// The longest text in which misspelt words are looked for: longer ones are no commands.
    static let longestText = 60

    /// The word a piece was corrected to.
    func spelling(_ word: Int) -> [UInt32] { words[word].right }

    /// Appends the words that may be meant from `start` on.
    ///
    /// - Parameters:
    ///   - isOpen: for each position whether it may be a part of a correction.
    ///   - gaps: for each position whether nothing explains it as it stands.
    ///   - latin: for each position the end of the run of Latin letters that spell syllables around it, if any.
    func appendTokens(
        startingAt start: Int, of scalars: [UInt32], isOpen: [Bool], gaps: [Bool], latin: [Int?],
        to tokens: inout [Token]
    ) {
        if latin[start] != nil {
            sound(scalars, from: start, latin: latin) { end, found in
                let spoken = found.flatMap { words[$0].senses }
                // What changes something is asked about first, as behind any other spelling.
                tokens.append(
                    Token(range: start..<end, senses: spoken, spelling: found.first.map { words[$0].right }))
            }
            return
        }
        var best: [Int: (word: Int, agreement: Int)] = [:]
        func propose(_ word: Int, _ end: Int, agreement: Int) {
            guard isOpen[start..<end].contains(true), agreement > best[end]?.agreement ?? -1,
                !denies(words[word].scalars, more: scalars[start..<end])
            else { return }
            best[end] = (word, agreement)
        }
        sound(scalars, from: start, latin: latin) { end, found in
            // A character with Latin letters behind it (油hao) sounds like a word of another length.
            for index in found
            where words[index].isCorrected && words[index].scalars.count == end - start {
                let same = zip(words[index].scalars, scalars[start..<end]).count { $0 == $1 }
                // Two characters that only sound like a word, or of which the other one means something, are no such word:
                // 和油 is not 喝油.
                let others = (start..<end).filter { words[index].scalars[$0 - start] != scalars[$0] }
                if end - start > 2 || same > 0 && others.allSatisfy({ gaps[$0] }) {
                    propose(index, end, agreement: 2 * same + 1)
                }
            }
        }
        write(scalars, Slip(node: WordTrie.root, position: start, start: start)) { index, end, agreement in
            propose(index, end, agreement: agreement)
        }
        for (end, choice) in best where words[choice.word].scalars != Array(scalars[start..<end]) {
            tokens.append(
                Token(range: start..<end, senses: words[choice.word].senses, correction: choice.word))
        }
    }

    /// Whether a word denies what a text does not: nobody is taken to have meant the opposite (部采纳 is not 不采纳).
    private func denies(_ word: [UInt32], more text: ArraySlice<UInt32>) -> Bool {
        word.contains { Misspellings.denials.contains($0) && !text.contains($0) }
    }

    private static let denials = Set("不没未别".unicodeScalars.map(\.value))

    // MARK: By sound

    private func sound(
        _ scalars: [UInt32], from start: Int, latin: [Int?], _ found: (_ end: Int, _ words: [Int]) -> Void
    ) {
        sound(
            scalars, at: start, latin: latin, in: latin[start] == nil ? sounded : spelled,
            node: WordTrie.root, found)
    }

    private func sound(
        _ scalars: [UInt32], at position: Int, latin: [Int?], in trie: WordTrie, node: Int,
        _ found: (_ end: Int, _ words: [Int]) -> Void
    ) {
        guard position < scalars.count else { return }
        var position = position
        if node != WordTrie.root, scalars[position] == Normalization.separator, latin[position - 1] != nil {
            position += 1
            guard position < scalars.count, latin[position] != nil else { return }
        }
        let steps: [(Int, UInt32)] =
            if let end = latin[position] {
                Syllables.spelled(in: scalars, from: position, to: end).map { ($0.length, $0.1) }
            } else {
                Set(Syllables.of(scalars[position]).map(Syllables.sound)).map { (1, $0) }
            }
        for (length, syllable) in steps {
            guard let next = trie.step(node, syllable) else { continue }
            let words = trie.words(at: next)
            if !words.isEmpty { found(position + length, words) }
            sound(scalars, at: position + length, latin: latin, in: trie, node: next, found)
        }
    }

    // MARK: By character

    /// Where a comparison with the words stands.
    private struct Slip {
        var node: Int
        var position: Int
        let start: Int
        /// How many characters agree.
        var same = 0
        /// The shortest word for which the slip made is believed; nothing while none was made.
        var least: Int?
        /// Whether the slip is a character typed twice.
        var isDoubling = false
        /// Whether it is any other character in the place of one.
        var isReplacing = false
    }

    private func write(
        _ scalars: [UInt32], _ slip: Slip, _ found: (_ word: Int, _ end: Int, _ agreement: Int) -> Void
    ) {
        if let least = slip.least {
            for index in written.words(at: slip.node)
            where words[index].scalars.count >= least && (slip.isDoubling || !words[index].isName)
                && !(slip.isReplacing && words[index].isStore)
            {
                found(index, slip.position, 2 * slip.same)
            }
        }
        func go(
            _ node: Int?, _ consumed: Int, same: Int, least: Int?, isDoubling: Bool = false,
            isReplacing: Bool = false
        ) {
            guard let node else { return }
            var next = slip
            (next.node, next.position, next.same) = (node, slip.position + consumed, slip.same + same)
            next.least = slip.least ?? least
            next.isDoubling = slip.isDoubling || isDoubling
            next.isReplacing = slip.isReplacing || isReplacing
            write(scalars, next, found)
        }
        let here = slip.position < scalars.count ? scalars[slip.position] : nil
        if let here { go(written.step(slip.node, here), 1, same: 1, least: nil) }
        guard slip.least == nil else { return }
        let isFirst = slip.position == slip.start
        if let here, here != Normalization.separator, !isASCIIWord(here) {
            for other in Lookalikes.of(here) {
                go(written.step(slip.node, other), 1, same: 0, least: 2)
            }
            if slip.position + 1 < scalars.count, scalars[slip.position + 1] != here {
                let exchanged = written.step(slip.node, scalars[slip.position + 1])
                go(exchanged.flatMap { written.step($0, here) }, 2, same: 2, least: 2)
            }
            guard !isFirst else { return }
            if here == scalars[slip.position - 1] { go(slip.node, 1, same: 1, least: 2, isDoubling: true) }
        }
        // What is too much, wrong or missing stands within a word: at its end another word begins.
        guard !isFirst, let here else { return }
        let next = slip.position + 1 < scalars.count ? scalars[slip.position + 1] : nil
        if let next { go(written.step(slip.node, next), 2, same: 1, least: 5) }
        for node in written.below(slip.node) {
            go(written.step(node, here), 1, same: 1, least: 4)
            if let next { go(written.step(node, next), 2, same: 1, least: 5, isReplacing: true) }
        }
    }
}

extension Sense {
    /// A name alone, of a place or product.
    fileprivate var isBareName: Bool {
        switch self {
        case .city, .region, .province, .surroundings, .product: true
        default: false
        }
    }
}
