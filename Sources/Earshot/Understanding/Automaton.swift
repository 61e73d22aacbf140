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

    /// Reads a text and reports where terms end.
    ///
    /// The states lie all over the memory, and each step must wait for the one before it. So the first two steps from every
    /// character are made beforehand: those do not depend on each other, and the processor waits for many at a time. Most
    /// of the way of most texts are these.
    ///
    /// - Parameters:
    ///   - symbols: classes of characters; `CharacterClasses.other` is in no term.
    ///   - found: takes the first state on the chain of outputs, and the position behind the last character.
    @inline(__always)
    func run(over symbols: UnsafeBufferPointer<UInt16>, _ found: (_ output: Int32, _ end: Int) -> Void) {
        guard !symbols.isEmpty else { return }
        cells.withUnsafeBufferPointer { cells in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: symbols.count) { firsts in
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: symbols.count) { seconds in
                    Automaton.lookAhead(symbols, firsts, seconds, in: cells)
                    var state = Automaton.root
                    for position in symbols.indices {
                        state = Automaton.step(state, position, symbols, firsts, seconds, in: cells)
                        let output = cells[Int(state)].output
                        if output >= 0 { found(output, position + 1) }
                    }
                }
            }
        }
    }

    /// By position the state after its symbol alone, and after it and the next one; the root where no term goes on so.
    @inline(__always)
    private static func lookAhead(
        _ symbols: UnsafeBufferPointer<UInt16>, _ firsts: UnsafeMutableBufferPointer<Int32>,
        _ seconds: UnsafeMutableBufferPointer<Int32>, in cells: UnsafeBufferPointer<Cell>
    ) {
        for position in symbols.indices {
            firsts[position] = child(of: root, over: symbols[position], in: cells)
        }
        for position in 0..<symbols.count - 1 {
            let first = firsts[position]
            seconds[position] =
                first == root ? root : child(of: first, over: symbols[position + 1], in: cells)
        }
        seconds[symbols.count - 1] = root
    }

    /// The state after one more symbol, or the root.
    @inline(__always)
    private static func child(
        of state: Int32, over symbol: UInt16, in cells: UnsafeBufferPointer<Cell>
    ) -> Int32 {
        let next = cells[Int(state)].base + Int32(symbol)
        return symbol != CharacterClasses.other && cells[Int(next)].owner == state ? next : root
    }

    @inline(__always)
    private static func step(
        _ state: Int32, _ position: Int, _ symbols: UnsafeBufferPointer<UInt16>,
        _ firsts: UnsafeMutableBufferPointer<Int32>, _ seconds: UnsafeMutableBufferPointer<Int32>,
        in cells: UnsafeBufferPointer<Cell>
    ) -> Int32 {
        var state = state
        while state != root {
            let isFirst = state == firsts[position - 1]
            let next = isFirst ? seconds[position - 1] : child(of: state, over: symbols[position], in: cells)
            if next != root { return next }
            state = isFirst ? root : cells[Int(state)].failure
        }
        return firsts[position]
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
