/// Reads the number of an offered choice: 1, １, 一, ①, 选1, 第二个.
enum ChoiceNumber {
    /// 1 to 9, or nothing when the text is more than a number.
    static func of(_ text: String) -> Int? {
        var word = text[...].drop { $0.isWhitespace || "选第按回复要看".contains($0) }
        while let last = word.last, last.isWhitespace || last.isPunctuation || "个项条吧号".contains(last) {
            word = word.dropLast()
        }
        guard word.count == 1, let number = word.first?.wholeNumberValue else { return nil }
        return (1...9).contains(number) ? number : nil
    }
}
