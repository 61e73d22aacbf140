/// What stands between quotation marks in a text.
struct QuotedWords {
    private(set) var quotes: [String] = []
    /// Whether every mark has its other one.
    private(set) var isBalanced = true
    /// The indices of characters at which a sentence may end: those outside quotation marks.
    private(set) var outside: Set<Int> = []
    /// The text with a blank in the place of every quote.
    private(set) var rest = ""

    private static let closing: [Character: Character] = [
        "「": "」", "『": "』", "“": "”", "‘": "’", "\"": "\"", "＂": "＂", "«": "»", "〝": "〞",
    ]
    private static let closers = Set(closing.values)

    init(in characters: [Character]) {
        var (open, start): (Character?, Int) = (nil, 0)
        for (index, character) in characters.enumerated() {
            if let end = open {
                guard character == end else { continue }
                quotes.append(String(characters[start..<index]))
                rest.append(" ")
                open = nil
            } else if let end = QuotedWords.closing[character] {
                (open, start) = (end, index + 1)
            } else if QuotedWords.closers.contains(character) {
                isBalanced = false
            } else {
                outside.insert(index)
                rest.append(character)
            }
        }
        if open != nil { isBalanced = false }
    }
}
