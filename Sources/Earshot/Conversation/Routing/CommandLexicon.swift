/// All words the router knows, in a trie over normalised scalars.
struct CommandLexicon: Sendable {
    /// Senses of the words that end at a node.
    private var senses: [[Sense]] = [[]]
    private var edges: [UInt64: Int32] = [:]
    /// The right words at the nodes of spellings that are wrong.
    private var rightWords: [Int: [UInt32]] = [:]
    /// The words of the plain lines with their nodes.
    private var plain: [(scalars: [UInt32], node: Int)] = []
    /// The words of lines that stand for a few.
    private var spelled: [(scalars: [UInt32], sense: Sense)] = []
    /// Lines that stand for many words.
    private var forms = WordForms()

    /// Adds a sense to a word; the word is normalised first. An empty word is ignored.
    mutating func add(_ word: String, _ sense: Sense) { _ = insert(word, sense) }

    /// Adds a wrong spelling of a word, which means what that one means, and is marked as one. Where it is a word itself it
    /// is none; names that people give to places are as good as others.
    mutating func add(misspelling word: String, of right: String) {
        let meant = senses(of: right)
        let isName = meant.allSatisfy(\.isPlace)
        let isKnown = !senses(of: word).isEmpty
        for sense in meant {
            guard let node = insert(word, sense), !isName, !isKnown else { continue }
            rightWords[node] = Normalization(right).scalars
        }
    }

    /// - Returns: the node at which the word ends.
    private mutating func insert(_ word: String, _ sense: Sense) -> Int? {
        let scalars = Normalization(word).scalars
        guard !scalars.isEmpty else { return nil }
        var node = 0
        for scalar in scalars {
            let key = CommandLexicon.key(node, scalar)
            if let next = edges[key] {
                node = Int(next)
            } else {
                senses.append([])
                node = senses.count - 1
                edges[key] = Int32(node)
            }
        }
        if senses[node].isEmpty { plain.append((scalars, node)) }
        if !senses[node].contains(sense) { senses[node].append(sense) }
        return node
    }

    /// Adds a sense to every word of a list, whose lines may each stand for several.
    ///
    /// - Parameter place: where the list stands, for the error of a line that cannot be read.
    mutating func add(_ lines: [String], _ sense: Sense, at place: String) throws(CommandsError) {
        for (index, line) in lines.enumerated() {
            let form: WordForm
            do {
                form = try WordForm(line, at: place)
            } catch {
                var located = error
                located.field = "\(place)[\(index)]"
                throw located
            }
            if line.contains("(") {
                forms.add(form, sense)
                for word in form.words(atMost: CommandLexicon.writtenOut) { spelled.append((word, sense)) }
            } else {
                add(line, sense)
            }
        }
    }

    /// Every word of the plain lines with what it means, and those of lines that stand for a few words.
    var plainWords: [(scalars: [UInt32], senses: [Sense], right: [UInt32])] {
        plain.map { ($0.scalars, senses[$0.node], rightWords[$0.node] ?? $0.scalars) }
            + spelled.map { ($0.scalars, [$0.sense], $0.scalars) }
    }

    /// Lines that stand for more words are not written out.
    private static let writtenOut = 24

    /// What a word of the plain lines means, nothing when it is not known.
    func senses(of word: String) -> [Sense] {
        var node = 0
        for scalar in Normalization(word).scalars {
            guard let next = edges[CommandLexicon.key(node, scalar)] else { return [] }
            node = Int(next)
        }
        return senses[node]
    }

    /// Appends every known word that begins at `start`. A word of Latin letters must not be a part of a
    /// longer one.
    func appendTokens(startingAt start: Int, of scalars: [UInt32], to tokens: inout [Token]) {
        if start > 0, isASCIILetter(scalars[start]), isASCIILetter(scalars[start - 1]) { return }
        // 1+1 is a sum, +1 alone is support.
        if start > 0, scalars[start] == 0x2B, isASCIIWord(scalars[start - 1]) { return }
        var node = 0
        var index = start
        while index < scalars.count, let next = edges[CommandLexicon.key(node, scalars[index])] {
            node = Int(next)
            index += 1
            if !senses[node].isEmpty, !splitsLatin(scalars, from: start, at: index) {
                tokens.append(
                    Token(range: start..<index, senses: senses[node], spelling: rightWords[node]))
            }
        }
        forms.forEachWord(in: scalars, from: start) { end, sense in
            if !splitsLatin(scalars, from: start, at: end) {
                tokens.append(Token(range: start..<end, senses: [sense]))
            }
        }
    }

    /// Whether a word ends within a longer one: of Latin letters, or the name of a series within that of another (X9 in X99).
    private func splitsLatin(_ scalars: [UInt32], from start: Int, at end: Int) -> Bool {
        guard end < scalars.count else { return false }
        if isASCIILetter(scalars[end - 1]) { return isASCIILetter(scalars[end]) }
        return isDigit(scalars[end - 1]) && isDigit(scalars[end])
            && scalars[start..<end].contains(where: isASCIILetter)
    }

    @inline(__always)
    private static func key(_ node: Int, _ scalar: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(scalar) }
}

/// A piece of a message with its meanings.
struct Token: Sendable {
    /// Positions among the normalised scalars.
    var range: Range<Int>
    var senses: [Sense]
    /// The word among `Misspellings` that the piece was read as, where it is not written so.
    var correction: Int?
    /// The right word, where the piece is one of the wrong spellings that the commands list.
    var spelling: [UInt32]?
}

extension Sense {
    fileprivate var isPlace: Bool {
        switch self {
        case .city, .region, .province, .surroundings, .dealer: true
        default: false
        }
    }
}
