extension Scan {
    /// Keeps the first firm of each kind.
    mutating func note(firm term: Int32, _ glossary: Glossary) {
        let firm = glossary.entries[Int(term)].firm
        switch glossary.firms[Int(firm)].kind {
        case .courier: if courier < 0 { courier = firm }
        case .supplier: if supplier < 0 { supplier = firm }
        }
    }

    /// The longest term of a place that cuts no Latin word, where the longest of all does: 比亚迪秦 in 比亚迪秦PLUSEV. Seldom
    /// asked for, so the characters are read again.
    ///
    /// - Returns: the term and its end; -1 for none.
    func wholeWord(
        from start: Int, before end: Int, in text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary,
        _ traits: UnsafeMutableBufferPointer<UInt8>
    ) -> (word: Int32, end: Int32) {
        var found: (word: Int32, end: Int32) = (-1, 0)
        var state = Automaton.root
        for position in start..<(end - 1) {
            var byte = Int(offsets[position])
            let scalar = Scan.scalar(in: text, at: &byte)
            guard scalar < 0x10000 else { break }
            state = glossary.automaton.cells.withUnsafeBufferPointer {
                Automaton.step(state, glossary.classes.classes[Int(scalar)], in: $0)
            }
            let ending = glossary.automaton.endings[Int(state)]
            if ending.term >= 0, Int(ending.length) == position + 1 - start,
                glossary.layers[Int(ending.term)] & Glossary.wordLayer != 0,
                Scan.isWhole(start, position + 1, traits, offsets.count - 1)
            {
                found = (ending.term, Int32(truncatingIfNeeded: position + 1))
            }
        }
        return found
    }

    /// The term that a maker's name which is also an everyday word is at a place: the maker, where a word stands beside it
    /// that makes it one, otherwise the everyday word. Few texts have such a name, so the characters are read again.
    func meaning(
        of term: Int32, _ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary
    ) -> Int32 {
        let context = glossary.contexts[Int(glossary.entries[Int(term)].context)]
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, isBlank(start - 1, in: text) { start -= 1 }
        while end < offsets.count - 1, isBlank(end, in: text) { end += 1 }
        let isMaker =
            context.before.contains { stands($0, at: start - $0.count, in: text, glossary) }
            || context.after.contains { stands($0, at: end, in: text, glossary) }
        return isMaker ? term : context.everyday
    }

    func isBlank(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[Int(offsets[position])] == 0x20
    }

    /// The class of the character at a position; that of no word's where there is none.
    func symbol(
        at position: Int, in text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary
    ) -> UInt16 {
        guard position >= 0, position < offsets.count - 1 else { return CharacterClasses.other }
        var byte = Int(offsets[position])
        let scalar = Scan.scalar(in: text, at: &byte)
        return scalar < 0x10000 ? glossary.classes.classes[Int(scalar)] : CharacterClasses.other
    }

    /// Whether a normalised word stands at a character.
    func stands(
        _ word: [UInt16], at position: Int, in text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary
    ) -> Bool {
        guard position >= 0, position + word.count < offsets.count else { return false }
        return word.indices.allSatisfy { symbol(at: position + $0, in: text, glossary) == word[$0] }
    }
}
