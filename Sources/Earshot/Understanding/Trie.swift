/// The tree of all terms from which the automaton is laid out.
struct Trie {
    /// Children are kept as a linked list of siblings: most nodes have one child.
    private struct Node {
        var symbol: UInt16
        var firstChild: Int32 = -1
        var sibling: Int32 = -1
        var term: Int32 = -1
        var depth: Int32
    }

    private var nodes = [Node(symbol: 0, depth: 0)]
    /// Children of the root by symbol; the root alone has many.
    private var rootChildren: [Int32] = []

    mutating func insert(_ codes: [UInt16], as term: Int32) {
        var node = 0
        for code in codes { node = child(of: node, over: code) }
        nodes[node].term = term
    }

    private mutating func child(of node: Int, over symbol: UInt16) -> Int {
        if node == 0 {
            if Int(symbol) < rootChildren.count, rootChildren[Int(symbol)] > 0 {
                return Int(rootChildren[Int(symbol)])
            }
        } else {
            var next = nodes[node].firstChild
            while next >= 0 {
                if nodes[Int(next)].symbol == symbol { return Int(next) }
                next = nodes[Int(next)].sibling
            }
        }
        let new = Int32(nodes.count)
        nodes.append(Node(symbol: symbol, sibling: nodes[node].firstChild, depth: nodes[node].depth + 1))
        nodes[node].firstChild = new
        if node == 0 {
            while rootChildren.count <= Int(symbol) { rootChildren.append(-1) }
            rootChildren[Int(symbol)] = new
        }
        return Int(new)
    }

    private func children(of node: Int) -> [Int] {
        var found: [Int] = []
        var next = nodes[node].firstChild
        while next >= 0 {
            found.append(Int(next))
            next = nodes[Int(next)].sibling
        }
        return found
    }

    /// Places every node in a double array, breadth first, and links suffixes and outputs.
    func laidOut(classCount: Int) -> (cells: [Automaton.Cell], endings: [Automaton.Ending]) {
        var cells = [Automaton.Cell](repeating: .init(), count: nodes.count + 2 * classCount)
        var endings = [Automaton.Ending](repeating: .init(), count: cells.count)
        var place = [Int32](repeating: 0, count: nodes.count)
        var queue = [0]
        queue.reserveCapacity(nodes.count)
        cells[0].owner = -2
        var firstFree = 1
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            let state = place[node]
            let children = children(of: node)
            guard !children.isEmpty else {
                // Any base inside the array will do: no cell there is owned by this state.
                cells[Int(state)].base = 0
                continue
            }
            while firstFree < cells.count, cells[firstFree].owner != -1 { firstFree += 1 }
            let lowest = children.reduce(Int.max) { min($0, Int(nodes[$1].symbol)) }
            var base = max(0, firstFree - lowest)
            search: while true {
                if base + classCount >= cells.count {
                    let grown = cells.count + cells.count / 4 + classCount
                    cells.append(contentsOf: repeatElement(.init(), count: grown - cells.count))
                    endings.append(contentsOf: repeatElement(.init(), count: grown - endings.count))
                }
                for child in children where cells[base + Int(nodes[child].symbol)].owner != -1 {
                    base += 1
                    continue search
                }
                break
            }
            cells[Int(state)].base = Int32(base)
            for child in children {
                let target = base + Int(nodes[child].symbol)
                cells[target].owner = state
                place[child] = Int32(target)
                link(child, at: target, under: state, isTop: node == 0, &cells, &endings)
                queue.append(child)
            }
        }
        return (cells, endings)
    }

    /// Suffix and output links of a node whose parent is already linked.
    private func link(
        _ node: Int, at target: Int, under parent: Int32, isTop: Bool,
        _ cells: inout [Automaton.Cell], _ endings: inout [Automaton.Ending]
    ) {
        var failure = Automaton.root
        if !isTop {
            // Shallower states are complete, so one step from the parent's suffix finds this one's.
            failure = cells.withUnsafeBufferPointer {
                Automaton.step(cells[Int(parent)].failure, nodes[node].symbol, in: $0)
            }
        }
        cells[target].failure = failure
        if nodes[node].term >= 0 {
            endings[target] = .init(
                term: nodes[node].term, length: nodes[node].depth, next: cells[Int(failure)].output)
            cells[target].output = Int32(target)
        } else {
            cells[target].output = cells[Int(failure)].output
        }
    }
}
