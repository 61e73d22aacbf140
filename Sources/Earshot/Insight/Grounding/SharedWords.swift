/// The pairs of neighbouring Chinese characters of a text, and its names in Latin letters: two texts that share one speak of
/// the same, as far as that can be seen without knowing the words.
struct SharedWords {
    private var pairs: Set<String> = []

    /// None.
    init() {}

    init(in text: String) {
        var last: Character?
        for character in text {
            let isWord = character.isLetter && !character.isASCII && !NumeralReader.isChinese(character)
            if isWord, let last { pairs.insert(String([last, character])) }
            last = isWord ? character : nil
        }
        pairs.formUnion(StatedNumbers(in: text).names)
    }

    var isEmpty: Bool { pairs.isEmpty }

    func without(_ other: SharedWords) -> SharedWords {
        var rest = self
        rest.pairs.subtract(other.pairs)
        return rest
    }

    mutating func add(_ other: SharedWords) { pairs.formUnion(other.pairs) }

    func meet(_ other: SharedWords) -> Bool { !pairs.isDisjoint(with: other.pairs) }
}
