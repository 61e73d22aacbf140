/// Holds what somebody wrote about data against the data: a sentence stays only where each of its numbers, quotes and names
/// stands in the data, too.
///
/// It does not see whether a number is said of the right thing.
public struct Grounding: Sendable {
    private let numbers: [StatedNumber]
    private let names: Set<String>
    private let quotable: [String]

    /// - Parameters:
    ///   - data: what may be said, line by line.
    ///   - quotes: words of strangers. They may be quoted; the numbers and names in them prove nothing.
    public init(in data: [String], quotes: [String] = []) {
        let stated = data.map { StatedNumbers(in: $0) }
        numbers = stated.flatMap(\.numbers)
        names = Set(stated.flatMap(\.names))
        quotable = data + quotes
    }

    /// Why a sentence stays, or is dropped.
    public enum Verdict: Sendable, Hashable {
        case grounded
        /// It states a number that the data does not have, or says that one rises or falls that does not.
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
        guard stated.numbers.allSatisfy({ number in numbers.contains { $0.bears(out: number) } }) else {
            return .number
        }
        return stated.names.allSatisfy(names.contains) ? .grounded : .name
    }

    /// The sentences of a summary that stay, in their order.
    public func grounded(_ summary: String) -> [String] {
        Grounding.sentences(of: summary).filter { verdict(on: $0) == .grounded }
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
