/// A part of a line of data: some numbers, and the words that say of what they are.
struct DataPart {
    var numbers: [StatedNumber]
    /// What the line begins with: 抱怨最多.
    private var label: SharedWords
    /// What stands beside the numbers: 油耗.
    private var own: SharedWords
    /// Whether it stands in brackets behind what it belongs to: （▲120%）.
    private var isBracketed: Bool
    /// Of the part before the brackets.
    private var outer: SharedWords
    /// What stands beside other numbers of the line: 全国.
    private var others = SharedWords()

    /// Whether the number may be stated in a sentence that has said these words: it is of what they speak of.
    ///
    /// - Parameters:
    ///   - clause: the words around the number.
    ///   - said: the sentence up to the end of the clause.
    func bears(out number: StatedNumber, in clause: SharedWords, after said: SharedWords) -> Bool {
        guard let known = numbers.first(where: { $0.bears(out: number) }) else { return false }
        // How long the time is, and when it is, is nobody's.
        if case .time = number.unit { return true }
        guard label.isEmpty || label.meet(said) else { return false }
        if isBracketed, known.direction != nil || own.isEmpty { return outer.isEmpty || outer.meet(said) }
        // What has no words of its own is not said of what has some.
        return own.isEmpty ? !label.isEmpty && !others.meet(clause) : own.meet(said)
    }

    /// Takes a line apart.
    static func parts(of line: String) -> [DataPart] {
        let label = SharedWords(in: String(line.prefix { !$0.isWhitespace && !opening.contains($0) }))
        var parts: [DataPart] = []
        var (words, outer, isBracketed) = ("", SharedWords(), false)
        func end() {
            let stated = StatedNumbers(in: words)
            if !stated.numbers.isEmpty {
                parts.append(
                    DataPart(
                        numbers: stated.numbers, label: label, own: SharedWords(in: words).without(label),
                        isBracketed: isBracketed, outer: outer))
            }
            words = ""
        }
        let characters = Array(line)
        for (index, character) in characters.enumerated() {
            if opening.contains(character) {
                let before = SharedWords(in: words).without(label)
                end()
                (outer, isBracketed) = (before, true)
            } else if closing.contains(character) {
                end()
                isBracketed = false
            } else if separators.contains(character), !StatedNumbers.isWithinNumber(index, in: characters) {
                end()
                if !isBracketed { outer = SharedWords() }
            } else {
                words.append(character)
            }
        }
        end()
        for index in parts.indices {
            for other in parts.indices where other != index && !parts[other].isChange {
                parts[index].others.add(parts[other].own)
            }
        }
        return parts
    }

    /// Whether it says how much what stands before it rises or falls.
    private var isChange: Bool { isBracketed && numbers.contains { $0.direction != nil } }

    private static let opening: Set<Character> = ["(", "（"]
    private static let closing: Set<Character> = [")", "）"]
    private static let separators: Set<Character> = ["·", "，", ",", "；", ";", "。", "、"]
}
