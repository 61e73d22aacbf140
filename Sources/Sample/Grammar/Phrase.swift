/// A text with variations.
///
/// Written as plain text in which `[a|b|]` is one of the alternatives (they nest), `<3-12>` a number of that
/// range, and `<series>` and its like a word of the voice being written. Kept as one flat program, because
/// every voice runs through a dozen of them.
struct Phrase: Sendable {
    /// A word that each voice fills in its own way.
    enum Word: String, Sendable, CaseIterable {
        case brand, series, model, rival, city, province, dealer, phone, plate
    }

    private enum Step: Sendable {
        /// Bytes of `literals`.
        case literal(start: Int32, end: Int32)
        /// One of `branches[first..<first + count]`.
        case choice(first: Int32, count: Int32)
        case number(Int32, Int32)
        case word(Word)
    }

    private struct Branch: Sendable {
        var start = 0
        var end = 0
    }

    private var literals: [UInt8] = []
    private var steps: [Step] = []
    private var branches: [Branch] = []
    private var whole = Branch()

    init(_ text: String) {
        var rest = Array(text.utf8)[...]
        whole = append(Phrase.sequence(&rest))
        precondition(rest.isEmpty, "unbalanced brackets in \(text)")
    }

    /// Appends one variation.
    func write(to buffer: inout [UInt8], words: Words, random: inout SeededRandom) {
        write(whole, to: &buffer, words: words, random: &random)
    }

    private func write(
        _ branch: Branch, to buffer: inout [UInt8], words: Words, random: inout SeededRandom
    ) {
        for index in branch.start..<branch.end {
            switch steps[index] {
            case .literal(let start, let end): buffer.append(contentsOf: literals[Int(start)..<Int(end)])
            case .choice(let first, let count):
                let chosen = branches[Int(first) + random.below(Int(count))]
                write(chosen, to: &buffer, words: words, random: &random)
            case .number(let low, let high):
                Phrase.write(random.number(in: Int(low)...Int(high)), to: &buffer)
            case .word(let word): words.write(word, to: &buffer, random: &random)
            }
        }
    }

    private static func write(_ number: Int, to buffer: inout [UInt8]) {
        if number >= 10 { write(number / 10, to: &buffer) }
        buffer.append(UInt8(ascii: "0") + UInt8(number % 10))
    }

    /// Lays the steps of a sequence side by side, after those of its alternatives.
    private mutating func append(_ nodes: [PhraseNode]) -> Branch {
        let laid = nodes.map { node -> Step in
            switch node {
            case .literal(let bytes):
                literals += bytes
                return .literal(start: Int32(literals.count - bytes.count), end: Int32(literals.count))
            case .choice(let alternatives):
                let inner = alternatives.map { append($0) }
                branches += inner
                return .choice(first: Int32(branches.count - inner.count), count: Int32(inner.count))
            case .slot(let name): return Phrase.step(named: name)
            }
        }
        steps += laid
        return Branch(start: steps.count - laid.count, end: steps.count)
    }

    private static func step(named name: String) -> Step {
        if let word = Word(rawValue: name) { return .word(word) }
        let bounds = name.split(separator: "-").compactMap { Int32($0) }
        precondition(bounds.count == 2 && bounds[0] <= bounds[1], "<\(name)> is neither a word nor a range")
        return .number(bounds[0], bounds[1])
    }
}

/// A part of a phrase as it is written.
private indirect enum PhraseNode {
    case literal([UInt8])
    case choice([[PhraseNode]])
    case slot(String)
}

extension Phrase {
    private static func sequence(_ rest: inout ArraySlice<UInt8>) -> [PhraseNode] {
        var nodes: [PhraseNode] = []
        while let byte = rest.first, byte != UInt8(ascii: "|"), byte != UInt8(ascii: "]") {
            switch byte {
            case UInt8(ascii: "["): nodes.append(choice(&rest))
            case UInt8(ascii: "<"): nodes.append(slot(&rest))
            default: nodes.append(literal(&rest))
            }
        }
        return nodes
    }

    private static func literal(_ rest: inout ArraySlice<UInt8>) -> PhraseNode {
        let bytes = Array(rest.prefix { "[|]<".utf8.contains($0) == false })
        rest.removeFirst(bytes.count)
        return .literal(bytes)
    }

    private static func choice(_ rest: inout ArraySlice<UInt8>) -> PhraseNode {
        var alternatives: [[PhraseNode]] = []
        repeat {
            rest.removeFirst()
            alternatives.append(sequence(&rest))
        } while rest.first == UInt8(ascii: "|")
        precondition(rest.first == UInt8(ascii: "]"), "a bracket is not closed")
        rest.removeFirst()
        return .choice(alternatives)
    }

    private static func slot(_ rest: inout ArraySlice<UInt8>) -> PhraseNode {
        let name = String(decoding: rest.dropFirst().prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
        rest.removeFirst(name.utf8.count + 2)
        return .slot(name)
    }
}

extension [Phrase] {
    init(_ texts: [String]) {
        self = texts.map(Phrase.init)
    }

    /// Appends one variation of one of the phrases.
    func write(to buffer: inout [UInt8], words: Words, random: inout SeededRandom) {
        self[random.below(count)].write(to: &buffer, words: words, random: &random)
    }
}
