/// The characters of `commands.json5` of which days and hours are written, at the beginning of what stands behind 到.
struct DayWords: Sendable {
    private let parts: Set<Character>
    /// Those of which one tells that a day or an hour is named, and no mere number.
    private let naming: Set<Character>

    init(_ words: ReplyWords) {
        (parts, naming) = (words.signs("day_parts"), words.signs("day_naming"))
    }

    /// What is written of a day or an hour, without what follows: 周五 of 周五配件到货.
    func leading(_ text: String) -> String { String(text.prefix(while: isPart).filter { !$0.isWhitespace }) }

    /// The same as it is written.
    func written(_ text: String) -> String { String(text.prefix(while: isPart)).withoutOuterBlanks }

    /// Whether nothing else is said, or it is said behind a blank.
    func fill(_ text: String) -> Bool {
        let said = text.prefix(while: isPart)
        return !said.isEmpty && (said.count == text.count || said.last?.isWhitespace == true)
    }

    /// Whether a day or hour is named, and no mere number.
    func nameDay(_ text: String) -> Bool { text.contains { naming.contains($0) } }

    private func isPart(_ character: Character) -> Bool {
        character.isWhitespace || character.wholeNumberValue != nil || parts.contains(character)
    }
}
