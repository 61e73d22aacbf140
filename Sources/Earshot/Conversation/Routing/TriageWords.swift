/// The words of `commands.json5` with which suggestions are put together, taken apart and given a day.
struct TriageWords: Sendable {
    let merge: [String]
    let split: [String]
    /// Behind a day: 前, 之前.
    let deadline: [String]
    /// What may stand beside them and says nothing.
    let filler: [String]
    let due: DueDayReader
    let assign: [String]
    /// Before a colon and a suggestion: 建议, 我要提建议.
    let filing: [String]
    private let asking: [[UInt32]]
    /// Before a reason: 因为, 原因.
    let causes: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (merge, split, deadline) = (list("merge"), list("split"), list("deadline"))
        (filler, assign, causes) = (list("triage_filler"), list("assign"), list("cause"))
        due = DueDayReader(words)
        filing = list("filing")
        asking = list("asking").map { Normalization($0).scalars }.filter { !$0.isEmpty }
    }

    /// Whether a word says that something is asked (说什么, 多少): such a message is no suggestion.
    func asks(_ text: Normalization) -> Bool {
        asking.contains { word in
            text.scalars.indices.contains { text.scalars[$0...].starts(with: word) }
        }
    }

    /// Whether nothing is left of a text without these words.
    func isFiller(_ text: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let word = filler.first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(word.count)
        }
        return true
    }

    /// What is left of a text without the first of some words in it; nothing where none is.
    static func removing(_ words: [String], from text: String) -> String? {
        for word in words {
            guard let range = text.firstRange(of: word) else { continue }
            return String(text[..<range.lowerBound] + text[range.upperBound...])
        }
        return nil
    }

    /// Without what stands before the words of a reason.
    func reason(_ text: Substring) -> String? {
        var rest = text
        while let first = rest.first {
            if first.isWhitespace || first.isPunctuation {
                rest = rest.dropFirst()
            } else if let word = causes.first(where: { rest.hasPrefix($0) }) {
                rest = rest.dropFirst(word.count)
                // 原因是：成本太高.
                if rest.hasPrefix("是") { rest = rest.dropFirst() }
            } else {
                break
            }
        }
        // 来不及排期 is a reason, and begins with a word that is none.
        let reason = String(rest).withoutOuterBlanks
        return isFiller(reason) ? nil : reason
    }
}
