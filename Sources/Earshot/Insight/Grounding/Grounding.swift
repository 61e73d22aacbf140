/// Holds what somebody wrote about data against the data: a sentence stays only where each of its numbers, quotes and names
/// stands in the data, too, and each number beside words that the data has beside it.
///
/// A sentence that names two things and then gives the number of each may still exchange them.
public struct Grounding: Sendable {
    private let parts: [DataPart]
    private let names: Set<String>
    private let quotable: [String]

    /// - Parameters:
    ///   - data: what may be said, line by line: a label, and behind it parts with numbers, as replies have them.
    ///   - quotes: words of strangers. They may be quoted; the numbers and names in them prove nothing.
    public init(in data: [String], quotes: [String] = []) {
        parts = data.flatMap(DataPart.parts)
        names = Set(data.flatMap { StatedNumbers(in: $0).names })
        quotable = data + quotes
    }

    /// Why a sentence stays, or is dropped.
    public enum Verdict: Sendable, Hashable {
        case grounded
        /// It states a number that the data does not have, has of something else, or has in the other direction.
        case number
        /// It states a quantity that nobody can look up: 十几, 过半.
        case vague
        /// It quotes words that the data does not have, or leaves a quotation mark open.
        case quote
        /// It has a name in Latin letters that the data does not have.
        case name
    }

    /// Judges one sentence.
    public func verdict(on sentence: String) -> Verdict {
        let quoted = QuotedWords(in: Array(sentence))
        let isQuoted = quoted.quotes.allSatisfy { quote in
            !quote.isEmpty && quotable.contains { $0.contains(quote) }
        }
        guard quoted.isBalanced, isQuoted else { return .quote }
        let stated = StatedNumbers(in: quoted.rest)
        guard !stated.isVague else { return .vague }
        guard stated.names.allSatisfy(names.contains) else { return .name }
        return hasOnlyKnownNumbers(quoted.rest) ? .grounded : .number
    }

    /// The sentences of a summary that stay, in their order.
    public func grounded(_ summary: String) -> [String] {
        Grounding.sentences(of: summary).filter { verdict(on: $0) == .grounded }
    }

    private func hasOnlyKnownNumbers(_ sentence: String) -> Bool {
        var said = ""
        for clause in Grounding.clauses(of: sentence) {
            said += clause
            let (words, near) = (SharedWords(in: said), SharedWords(in: clause))
            for number in StatedNumbers(in: clause).numbers {
                guard parts.contains(where: { $0.bears(out: number, in: near, after: words) }) else {
                    return false
                }
            }
        }
        return true
    }

    private static func clauses(of sentence: String) -> [String] {
        let characters = Array(sentence)
        var clauses = [""]
        for (index, character) in characters.enumerated() {
            clauses[clauses.count - 1].append(character)
            if "，,、；;：:".contains(character), !StatedNumbers.isWithinNumber(index, in: characters) {
                clauses.append("")
            }
        }
        return clauses
    }

    /// Takes a text apart at the ends of sentences and lines, but not within quotation marks.
    static func sentences(of text: String) -> [String] {
        let characters = Array(text)
        let outside = QuotedWords(in: characters).outside
        var (sentences, sentence): ([String], String) = ([], "")
        func end() {
            let words = sentence.withoutOuterBlanks
            if words.contains(where: { $0.isLetter || $0.isNumber }) { sentences.append(words) }
            sentence = ""
        }
        for (index, character) in characters.enumerated() {
            if character.isNewline {
                end()
                continue
            }
            sentence.append(character)
            if outside.contains(index), "。！？!?；;".contains(character) { end() }
        }
        end()
        return sentences
    }
}
