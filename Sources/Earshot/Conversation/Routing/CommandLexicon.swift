/// All words the router knows, in a trie over normalised scalars.
struct CommandLexicon: Sendable {
    /// Senses of the words that end at a node.
    private var senses: [[Sense]] = [[]]
    private var edges: [UInt64: Int32] = [:]

    /// Adds a sense to a word; the word is normalised first. An empty word is ignored.
    mutating func add(_ word: String, _ sense: Sense) {
        let scalars = Normalization(word).scalars
        guard !scalars.isEmpty else { return }
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
        if !senses[node].contains(sense) { senses[node].append(sense) }
    }

    /// What a word means, nothing when it is not known.
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
            let splitsLatin =
                index < scalars.count && isASCIILetter(scalars[index - 1]) && isASCIILetter(scalars[index])
            if !senses[node].isEmpty, !splitsLatin {
                tokens.append(Token(range: start..<index, senses: senses[node]))
            }
        }
    }

    @inline(__always)
    private static func key(_ node: Int, _ scalar: UInt32) -> UInt64 { UInt64(node) << 32 | UInt64(scalar) }
}

/// A piece of a message with its meanings.
struct Token: Sendable {
    /// Positions among the normalised scalars.
    var range: Range<Int>
    var senses: [Sense]
}
