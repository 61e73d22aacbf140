/// The words that one line of a word list stands for: `(我|咱)(们|)店` is 我店, 我们店, 咱店 and 咱们店.
///
/// The words are not written out, because a few brackets stand for thousands.
struct WordForm: Sendable {
    /// What may stand at each place, an empty choice for nothing.
    let places: [[[UInt32]]]

    /// - Parameter place: where the line stands, for the error of one that cannot be read.
    init(_ line: String, at place: String) throws(CommandsError) {
        var places: [[[UInt32]]] = []
        var rest = line[...]
        if let sign = line.first(where: WordForm.foreign.contains) {
            throw WordForm.bad(line, place, "\(sign) cannot stand in a line of words")
        }
        while let opening = rest.firstIndex(of: "(") {
            guard let closing = rest[opening...].firstIndex(of: ")") else {
                throw WordForm.bad(line, place, "a bracket is not closed")
            }
            let choices = rest[rest.index(after: opening)..<closing]
            places.append(try WordForm.plain(rest[..<opening], of: line, place))
            guard !choices.contains("(") else {
                throw WordForm.bad(line, place, "brackets stand in brackets")
            }
            places.append(try WordForm.alternatives(choices, of: line, place))
            rest = rest[rest.index(after: closing)...]
        }
        places.append(try WordForm.plain(rest, of: line, place))
        self.places = places.filter { $0 != [[]] }
        guard self.places.contains(where: { !$0.contains([]) }) else {
            throw WordForm.bad(line, place, "it can stand for nothing at all")
        }
    }

    /// Signs of patterns, and wide signs that look like those of a form: a line with one would never be found.
    private static let foreign: Set<Character> = [
        "<", ">", "{", "}", "[", "]", "（", "）", "｜", "＜", "＞", "｛", "｝", "［", "］",
    ]

    /// What stands outside of brackets.
    private static func plain(
        _ text: Substring, of line: String, _ place: String
    ) throws(CommandsError) -> [[UInt32]] {
        guard !text.contains(")") else { throw bad(line, place, "a bracket is not opened") }
        guard !text.contains("|") else { throw bad(line, place, "| stands outside of brackets") }
        return [Normalization(text).scalars]
    }

    /// What stands between brackets: each once, and nothing at the beginning or the end only, where it is meant.
    private static func alternatives(
        _ choices: Substring, of line: String, _ place: String
    ) throws(CommandsError) -> [[UInt32]] {
        let words = choices.split(separator: "|", omittingEmptySubsequences: false)
        guard !words.dropFirst().dropLast().contains(where: \.isEmpty) else {
            throw bad(line, place, "an alternative of (\(choices)) is empty")
        }
        if let twice = words.indices.first(where: { words[..<$0].contains(words[$0]) }) {
            throw bad(
                line, place,
                words[twice].isEmpty
                    ? "two alternatives of (\(choices)) are empty" : "(\(choices)) has \(words[twice]) twice")
        }
        return words.map { Normalization($0).scalars }
    }

    /// Its words, none where they are more than `limit`.
    func words(atMost limit: Int) -> [[UInt32]] {
        guard places.reduce(1, { min($0 * $1.count, limit + 1) }) <= limit else { return [] }
        return places.reduce([[]]) { heads, choices in heads.flatMap { head in choices.map { head + $0 } } }
            .filter { !$0.isEmpty }
    }

    /// The characters its words begin with.
    var beginnings: Set<UInt32> {
        var found: Set<UInt32> = []
        for choices in places {
            found.formUnion(choices.compactMap(\.first))
            if !choices.contains([]) { break }
        }
        return found
    }

    private static func bad(_ line: String, _ place: String, _ message: String) -> CommandsError {
        CommandsError(
            .badWord, at: place, "\(line): \(message)",
            hint: "write (a|b) for a or b, (a|) for a or nothing; <class> and {slot} stand in patterns only")
    }
}
