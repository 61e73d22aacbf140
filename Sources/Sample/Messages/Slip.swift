/// Ways in which fingers and input methods go wrong.
enum Slip {
    /// Replaces one character that has an entry in a table.
    static func replacing(
        _ text: String, by table: [Character: [Character]], of half: Half, _ random: inout SeededRandom
    ) -> String? {
        var characters = Array(text)
        let places = characters.indices.filter { index in
            table[characters[index]].map { !half.of($0).isEmpty } ?? false
        }
        guard !places.isEmpty else { return nil }
        let place = random.pick(places)
        guard let choices = table[characters[place]] else { return nil }
        characters[place] = random.pick(half.of(choices))
        return String(characters)
    }

    /// Writes every character that has a traditional form in it.
    static func traditional(_ text: String) -> String? {
        let written = String(text.map { Mistakable.traditional[$0]?.first ?? $0 })
        return written == text ? nil : written
    }

    static func doubling(_ text: String, _ random: inout SeededRandom) -> String? {
        var characters = Array(text)
        guard let place = place(in: characters, &random) else { return nil }
        characters.insert(characters[place], at: place)
        return String(characters)
    }

    /// Leaves one character out of a text of at least six: a shorter one says something else without it (订周报).
    static func dropping(_ text: String, _ random: inout SeededRandom) -> String? {
        var characters = Array(text)
        guard characters.count > 5, let place = place(in: characters, &random) else { return nil }
        characters.remove(at: place)
        return String(characters)
    }

    static func swapping(_ text: String, _ random: inout SeededRandom) -> String? {
        var characters = Array(text)
        let places = characters.indices.dropLast().filter { index in
            isHan(characters[index]) && isHan(characters[index + 1])
                && characters[index] != characters[index + 1]
        }
        guard !places.isEmpty else { return nil }
        let place = random.pick(places)
        characters.swapAt(place, place + 1)
        return String(characters)
    }

    /// No sign and no blank.
    static func unspacing(_ text: String) -> String? {
        let written = text.filter { $0.isLetter || $0.isNumber || $0 == "#" }
        return written == text ? nil : written
    }

    /// A blank after every Chinese character.
    static func spacing(_ text: String) -> String {
        Wishes.trimmed(text.map { isHan($0) ? "\($0) " : "\($0)" }.joined()[...])
    }

    /// ASCII at full width, in upper case.
    static func widening(_ text: String) -> String? {
        let scalars = text.uppercased().unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x21...0x7E: return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
            case 0x20: return "\u{3000}"
            default: return scalar
            }
        }
        let written = String(String.UnicodeScalarView(scalars))
        return written == text ? nil : written
    }

    private static func place(in characters: [Character], _ random: inout SeededRandom) -> Int? {
        let places = characters.indices.filter { isHan(characters[$0]) }
        return places.isEmpty ? nil : random.pick(places)
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
}
