/// Finds all terms of a fixed set in one pass over a text: an Aho-Corasick automaton whose transitions lie in a
/// double array.
///
/// Methods: A. V. Aho and M. J. Corasick, "Efficient string matching", CACM 18 (1975); J. Aoe, "An efficient
/// digital search algorithm by using a double-array structure", IEEE TSE 15 (1989).
struct Automaton: Sendable {
    static let root: Int32 = 0

    /// One state; 16 bytes.
    struct Cell: Sendable {
        /// Where the transitions begin: the successor over class `c` is the cell `base + c` if that cell's
        /// `owner` is this state.
        var base: Int32 = 0
        var owner: Int32 = -1
        /// The state of the longest proper suffix.
        var failure: Int32 = 0
        /// The first state on the chain of suffixes, this one included, that ends a term; -1 for none.
        var output: Int32 = -1
    }

    private(set) var cells: [Cell]
    /// By state: the term that ends here (-1 for none), its length, and where the chain of outputs goes on.
    private(set) var endings: [Ending]

    struct Ending: Sendable {
        var term: Int32 = -1
        var length: Int32 = 0
        var next: Int32 = -1
    }

    /// The state after reading one more character.
    @inline(__always)
    static func step(
        _ state: Int32, _ symbol: UInt16, in cells: UnsafeBufferPointer<Cell>
    ) -> Int32 {
        var state = state
        while true {
            let next = cells[Int(state)].base + Int32(symbol)
            if cells[Int(next)].owner == state { return next }
            if state == root { return root }
            state = cells[Int(state)].failure
        }
    }

    /// Builds the automaton; `terms[i]` is found as term `i`. Terms are distinct and not empty, classes are
    /// above zero and below `classCount`.
    init(terms: [[UInt16]], classCount: Int) {
        var trie = Trie()
        for (index, codes) in terms.enumerated() { trie.insert(codes, as: Int32(index)) }
        let layout = trie.laidOut(classCount: classCount)
        cells = layout.cells
        endings = layout.endings
    }
}
