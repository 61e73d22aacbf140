/// The words that one line of a word list stands for: `(我|咱)(们|)店` is 我店, 我们店, 咱店 and 咱们店.
///
/// The words are not written out, because a few brackets stand for thousands.
struct WordForm: Sendable {
    /// What may stand at each place, an empty choice for nothing.
    private let places: [[[UInt32]]]

    /// - Parameter place: where the line stands, for the error of one that cannot be read.
    init(_ line: String, at place: String) throws(CommandsError) {
        var places: [[[UInt32]]] = []
        var rest = line[...]
        while let opening = rest.firstIndex(of: "(") {
            guard let closing = rest[opening...].firstIndex(of: ")") else {
                throw WordForm.bad(line, place, "a bracket is not closed")
            }
            let choices = rest[rest.index(after: opening)..<closing]
            places.append([Normalization(rest[..<opening]).scalars])
            places.append(
                choices.split(separator: "|", omittingEmptySubsequences: false).map {
                    Normalization($0).scalars
                })
            rest = rest[rest.index(after: closing)...]
            guard !choices.contains("(") else {
                throw WordForm.bad(line, place, "brackets stand in brackets")
            }
        }
        guard !rest.contains(")") else { throw WordForm.bad(line, place, "a bracket is not opened") }
        places.append([Normalization(rest).scalars])
        self.places = places.filter { $0 != [[]] }
        guard self.places.contains(where: { !$0.contains([]) }) else {
            throw WordForm.bad(line, place, "it can stand for nothing at all")
        }
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

    /// Where its words end that begin at `start`.
    func ends(in scalars: [UInt32], from start: Int) -> [Int] {
        var reached = [start]
        for choices in places {
            var next: [Int] = []
            for position in reached {
                for choice in choices where WordForm.stands(choice, in: scalars, at: position) {
                    let end = position + choice.count
                    if !next.contains(end) { next.append(end) }
                }
            }
            if next.isEmpty { return [] }
            reached = next
        }
        return reached
    }

    private static func stands(_ word: [UInt32], in scalars: [UInt32], at position: Int) -> Bool {
        guard position + word.count <= scalars.count else { return false }
        for offset in word.indices where scalars[position + offset] != word[offset] { return false }
        return true
    }

    private static func bad(_ line: String, _ place: String, _ message: String) -> CommandsError {
        CommandsError(
            .badWord, at: place, "\(line): \(message)", hint: "write (a|b) for a or b, (a|) for a or nothing")
    }
}
