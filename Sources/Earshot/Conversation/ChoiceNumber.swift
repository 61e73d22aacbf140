/// Reads the number of an offered choice: 1, １, 一, ①, 选1, 第二个.
enum ChoiceNumber {
    /// 1 to 9, or nothing when the text is more than a number.
    static func of(_ text: String) -> Int? {
        let word = bare(text)
        guard word.count == 1, let number = word.first?.wholeNumberValue else { return nil }
        return (1...9).contains(number) ? number : nil
    }

    /// Several numbers of one digit, each once: 1和3, 1、2. Nothing where the text is anything else, and for one number.
    static func several(of text: String) -> [Int]? {
        let parts = bare(text).split { $0.isWhitespace || "和与跟及、,，".contains($0) }
        let numbers = parts.compactMap { part in part.count == 1 ? part.first?.wholeNumberValue : nil }
        guard numbers.count > 1, numbers.count == parts.count, Set(numbers).count == numbers.count,
            numbers.allSatisfy((1...9).contains)
        else { return nil }
        return numbers
    }

    /// A number of one or two digits that stands alone, as it was written: 99, 0, -1, 第9个. 12号 may be a day and is
    /// none, and a longer number (a telephone's, 618) numbers no choice.
    static func anyNumber(in text: String) -> String? {
        let word = bare(text)
        let digits = word.drop { "-－−".contains($0) }
        guard !digits.isEmpty, digits.allSatisfy({ $0.wholeNumberValue != nil }) else { return nil }
        guard digits.count == 1 || !text.contains("号") else { return nil }
        return digits.count > longest ? nil : String(word)
    }

    /// The digits of the greatest number that can mean a choice.
    private static let longest = 2

    /// The text without the words around a number.
    private static func bare(_ text: String) -> Substring {
        var word = text[...].drop { $0.isWhitespace || "选第按回复要看".contains($0) }
        while let last = word.last, last.isWhitespace || last.isPunctuation || "个项条吧号".contains(last) {
            word = word.dropLast()
        }
        return word
    }
}
