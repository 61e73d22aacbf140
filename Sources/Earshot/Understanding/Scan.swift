/// The terms and clause boundaries of one text, in order, found in one pass over its bytes.
struct Scan: ~Copyable {
    /// A term or a boundary; positions count characters.
    struct Token {
        var start: Int32
        var end: Int32
        /// Number of the term, or a negative boundary.
        var entry: Int32

        static let pause: Int32 = -1
        static let comma: Int32 = -2
        static let stop: Int32 = -3
        static let question: Int32 = -4
    }

    var tokens: [Token] = []
    /// The byte at which each character begins, and the text's length at the end.
    var offsets: [Int32] = []
    /// What the phrases of the text tell beside opinions.
    var cues: Term.Cue = []
    /// The city that the text is taken to come from, where it names one.
    var place: NamedPlace?
    /// The first courier and the first supplier named, -1 for none.
    var courier: Int32 = -1
    var supplier: Int32 = -1

    /// The bytes of a span of characters.
    func bytes(_ start: Int32, _ end: Int32) -> Range<Int> {
        Int(offsets[Int(start)])..<Int(offsets[Int(end)])
    }
}

extension Scan {
    /// The longest term beginning at a character, for words and for places.
    struct Longest {
        var wordEnd: Int32 = 0
        var word: Int32 = -1
        var placeEnd: Int32 = 0
        var place: Int32 = -1
    }

    init(_ text: UnsafeBufferPointer<UInt8>, with glossary: Glossary) {
        tokens.reserveCapacity(text.count / 6 + 8)
        withUnsafeTemporaryAllocation(of: Longest.self, capacity: text.count + 1) { longest in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 2) { traits in
                read(text, glossary, longest, traits)
                let count = offsets.count - 1
                selectWords(text, glossary, longest, traits, count)
                place = namedPlace(text, glossary, longest, traits)
            }
        }
    }

    /// Decodes the text, runs the automaton and keeps the longest match at each start. The text is valid UTF-8,
    /// as `String` guarantees.
    private mutating func read(
        _ text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ longest: UnsafeMutableBufferPointer<Longest>, _ traits: UnsafeMutableBufferPointer<UInt8>
    ) {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: text.count) { symbols in
            decode(text, glossary, longest, traits, symbols)
            let read = UnsafeMutableBufferPointer(rebasing: symbols[..<(offsets.count - 1)])
            glossary.automaton.run(over: UnsafeBufferPointer(read)) { output, end in
                keep(output, endingAt: end, glossary, longest)
            }
        }
    }

    /// Gives each character its offset, trait and class.
    private mutating func decode(
        _ text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ longest: UnsafeMutableBufferPointer<Longest>, _ traits: UnsafeMutableBufferPointer<UInt8>,
        _ symbols: UnsafeMutableBufferPointer<UInt16>
    ) {
        offsets = [Int32](unsafeUninitializedCapacity: text.count + 1) { offsets, filled in
            glossary.classes.classes.withUnsafeBufferPointer { classes in
                Traits.table.withUnsafeBufferPointer { table in
                    var byte = 0
                    var position = 0
                    while byte < text.count {
                        offsets[position] = Int32(truncatingIfNeeded: byte)
                        longest.initializeElement(at: position, to: Longest())
                        let scalar = Int(Scan.scalar(in: text, at: &byte))
                        traits[position] = scalar < 0x10000 ? table[scalar] : Traits.none
                        symbols[position] = scalar < 0x10000 ? classes[scalar] : CharacterClasses.other
                        position += 1
                    }
                    offsets[position] = Int32(truncatingIfNeeded: byte)
                    traits[position] = Traits.none
                    filled = position + 1
                }
            }
        }
    }

    @inline(__always)
    static func scalar(in text: UnsafeBufferPointer<UInt8>, at byte: inout Int) -> UInt32 {
        let first = UInt32(text[byte])
        if first < 0x80 {
            byte += 1
            return first
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard byte + length <= text.count else {
            byte = text.count
            return 0x10000
        }
        defer { byte += length }
        let second = UInt32(text[byte + 1] & 0x3F)
        if length == 2 { return (first & 0x1F) << 6 | second }
        let third = UInt32(text[byte + 2] & 0x3F)
        if length == 3 { return (first & 0x0F) << 12 | second << 6 | third }
        return 0x10000
    }

    @inline(__always)
    private mutating func keep(
        _ output: Int32, endingAt end: Int, _ glossary: Glossary,
        _ longest: UnsafeMutableBufferPointer<Longest>
    ) {
        var output = output
        while output >= 0 {
            let ending = glossary.automaton.endings[Int(output)]
            let start = end - Int(ending.length)
            let flags = glossary.layers[Int(ending.term)]
            // Later matches from one start are longer, so the last one stays.
            if flags & Glossary.wordLayer != 0 {
                longest[start].word = ending.term
                longest[start].wordEnd = Int32(truncatingIfNeeded: end)
            }
            if flags & Glossary.placeLayer != 0 {
                longest[start].place = ending.term
                longest[start].placeEnd = Int32(truncatingIfNeeded: end)
            }
            if flags & Glossary.cueLayer != 0 { cues.formUnion(glossary.entries[Int(ending.term)].cue) }
            output = ending.next
        }
    }

    private mutating func selectWords(
        _ text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ longest: UnsafeMutableBufferPointer<Longest>,
        _ traits: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) {
        var position = 0
        while position < count {
            var found = longest[position]
            if found.word >= 0, !Scan.isWhole(position, Int(found.wordEnd), traits, count) {
                (found.word, found.wordEnd) = wholeWord(
                    from: position, before: Int(found.wordEnd), in: text, glossary, traits)
            }
            if found.word >= 0 {
                var word = found.word
                if glossary.layers[Int(word)] & Glossary.contextual != 0 {
                    word = meaning(of: word, position..<Int(found.wordEnd), in: text, glossary)
                }
                if glossary.layers[Int(word)] & Glossary.firmLayer != 0 { note(firm: word, glossary) }
                if glossary.layers[Int(word)] & Glossary.silent == 0 {
                    tokens.append(
                        Token(start: Int32(truncatingIfNeeded: position), end: found.wordEnd, entry: word))
                }
                position = Int(found.wordEnd)
                continue
            }
            let trait = traits[position]
            if trait >= Traits.pause { addBoundary(trait, at: position, traits, count) }
            position += 1
        }
    }

    /// Whether a match does not cut a Latin word or a number: X5 is not in BX50.
    @inline(__always)
    static func isWhole(
        _ start: Int, _ end: Int, _ traits: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) -> Bool {
        let first = traits[start]
        let last = traits[end - 1]
        if start > 0, first == Traits.letter || first == Traits.digit, traits[start - 1] == first {
            return false
        }
        if end < count, last == Traits.letter || last == Traits.digit {
            if traits[end] == last { return false }
            if last == Traits.digit, traits[end] == Traits.letter { return false }
        }
        return true
    }

    private mutating func addBoundary(
        _ trait: UInt8, at position: Int, _ traits: UnsafeMutableBufferPointer<UInt8>, _ count: Int
    ) {
        let kind: Int32
        switch trait {
        case Traits.pause: kind = Token.pause
        case Traits.comma: kind = Token.comma
        case Traits.stop: kind = Token.stop
        case Traits.question: kind = Token.question
        default:
            let inNumber =
                position > 0 && traits[position - 1] == Traits.digit && position + 1 < count
                && traits[position + 1] == Traits.digit
            if inNumber { return }
            kind = Token.comma
        }
        if let last = tokens.last, last.entry < 0, Int(last.end) == position {
            tokens[tokens.count - 1].entry = min(last.entry, kind)
            tokens[tokens.count - 1].end += 1
            return
        }
        let start = Int32(truncatingIfNeeded: position)
        tokens.append(Token(start: start, end: start + 1, entry: kind))
    }
}
