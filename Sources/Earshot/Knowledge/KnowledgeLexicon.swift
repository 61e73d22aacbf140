/// The content of `knowledge.json5` as people write it: words are separated by blanks. Decoding takes the known fields; whoever
/// decodes sees to unknown ones.
public struct KnowledgePart: Decodable, Sendable {
    /// Words of asking and of talking, which say nothing of the matter: 怎么跟客户解释, 请问.
    var talk: String
    /// Words of which each may stand for the others, a list a line.
    var same: [String]
    /// The same of words that tell what is asked about a matter, and not which one: 多少钱, 多久.
    var kinds: [String]

    private enum CodingKeys: String, CodingKey { case talk, same, kinds }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        talk = try keys.decodeIfPresent(String.self, forKey: .talk) ?? ""
        same = try keys.decodeIfPresent([String].self, forKey: .same) ?? []
        kinds = try keys.decodeIfPresent([String].self, forKey: .kinds) ?? []
    }

    public init(talk: String = "", same: [String] = [], kinds: [String] = []) {
        (self.talk, self.same, self.kinds) = (talk, same, kinds)
    }
}

/// The words by which questions and entries are compared, ready to be looked up.
public struct KnowledgeLexicon: Sendable {
    enum Meaning: Sendable, Hashable {
        /// It says nothing of the matter.
        case nothing
        /// It may be said by the others of these lists as well.
        case groups([Group])
    }

    /// A list of words of the same meaning, by its position.
    struct Group: Sendable, Hashable {
        var number: Int
        var isKind: Bool
    }

    private let meanings: [[UInt32]: Meaning]
    /// The lengths of the phrases that begin with a character, the longest first.
    private let lengths: [UInt32: [Int]]

    /// - Parameter part: the content of `knowledge.json5`; without words nothing is known to mean the same.
    public init(_ part: KnowledgePart = KnowledgePart()) {
        var meanings: [[UInt32]: Meaning] = [:]
        for word in KnowledgeLexicon.words(of: part.talk) { meanings[word] = .nothing }
        let lists = part.same.map { ($0, false) } + part.kinds.map { ($0, true) }
        for (number, (list, isKind)) in lists.enumerated() {
            let group = Group(number: number, isKind: isKind)
            for word in Set(KnowledgeLexicon.words(of: list)) {
                if case .groups(let groups)? = meanings[word] {
                    meanings[word] = .groups(groups + [group])
                } else {
                    meanings[word] = .groups([group])
                }
            }
        }
        self.meanings = meanings
        lengths = Dictionary(grouping: meanings.keys) { $0[0] }
            .mapValues { Set($0.map(\.count)).sorted(by: >) }
    }

    private static func words(of list: String) -> [[UInt32]] {
        list.split(whereSeparator: \.isWhitespace).map { SearchText(String($0)).characters }
            .filter { !$0.isEmpty && !$0.contains(0) }
    }

    /// The longest phrase that stands at a place.
    func phrase(at start: Int, in text: SearchText) -> (length: Int, meaning: Meaning)? {
        for length in lengths[text.characters[start]] ?? [] {
            let end = start + length
            guard end <= text.characters.count, text.hasWholeWord(start..<end) else { continue }
            if let meaning = meanings[Array(text.characters[start..<end])] { return (length, meaning) }
        }
        return nil
    }
}
