extension Scan {
    /// Keeps the first firm of each kind.
    mutating func note(firm term: Int32, _ glossary: Glossary) {
        let firm = glossary.entries[Int(term)].firm
        switch glossary.firms[Int(firm)].kind {
        case .courier: if courier < 0 { courier = firm }
        case .supplier: if supplier < 0 { supplier = firm }
        }
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

    private func isBlank(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        text[Int(offsets[position])] == 0x20
    }

    /// Whether a normalised word stands at a character.
    private func stands(
        _ word: [UInt16], at position: Int, in text: UnsafeBufferPointer<UInt8>, _ glossary: Glossary
    ) -> Bool {
        guard position >= 0, position + word.count < offsets.count else { return false }
        for (index, symbol) in word.enumerated() {
            var byte = Int(offsets[position + index])
            let scalar = Scan.scalar(in: text, at: &byte)
            guard scalar < 0x10000, glossary.classes.classes[Int(scalar)] == symbol else { return false }
        }
        return true
    }
}
