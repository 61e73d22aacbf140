/// Words by their characters or their sounds, one step after the other.
struct WordTrie: Sendable {
    private struct Node {
        let key: UInt32
        /// The first node below it, and the next one beside it; -1 for none.
        var below: Int32 = -1
        var beside: Int32
    }

    static let root = 0
    private var nodes = [Node(key: 0, beside: -1)]
    private var edges: [UInt64: Int32] = [:]
    /// The words that end at a node.
    private var words: [Int32: [Int]] = [:]

    mutating func add(_ steps: [UInt32], _ word: Int) {
        var node = Int32(WordTrie.root)
        for step in steps {
            let edge = UInt64(node) << 32 | UInt64(step)
            if let next = edges[edge] {
                node = next
            } else {
                let next = Int32(nodes.count)
                nodes.append(Node(key: step, beside: nodes[Int(node)].below))
                nodes[Int(node)].below = next
                edges[edge] = next
                node = next
            }
        }
        words[node, default: []].append(word)
    }

    func step(_ node: Int, _ key: UInt32) -> Int? {
        edges[UInt64(node) << 32 | UInt64(key)].map(Int.init)
    }

    func words(at node: Int) -> [Int] { words[Int32(node)] ?? [] }

    /// Every node right below another.
    func below(_ node: Int) -> [Int] {
        var found: [Int] = []
        var next = nodes[node].below
        while next >= 0 {
            found.append(Int(next))
            next = nodes[Int(next)].beside
        }
        return found
    }
}
