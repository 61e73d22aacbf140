/// The rows of a design that have steps of some range, with a count and a weight for each step: what a fit learns from.
struct CountRows: Sendable {
    /// Of each block the rows.
    var blocks: [Block]

    struct Block: Sendable {
        /// The block's rows by their numbers in the design.
        fileprivate(set) var rows: Range<Int>
        fileprivate(set) var counts: [Lanes]
        /// 0 where there is no step or no data.
        var weights: [Lanes]
    }

    /// - Parameter weights: one for each step of the range.
    init(_ design: CountDesign, _ counts: [Double], _ range: Range<Int>, _ weights: [Double]) {
        var rows = [Range<Int>?](repeating: nil, count: design.numbers.count)
        for position in design.positions[range] {
            let known = rows[position.block]
            rows[position.block] = (known?.lowerBound ?? position.row)..<(position.row + 1)
        }
        blocks = rows.map { rows in
            let empty = [Lanes](repeating: .zero, count: rows?.count ?? 0)
            return Block(rows: rows ?? 0..<0, counts: empty, weights: empty)
        }
        for (step, weight) in zip(range, weights) where weight > 0 {
            let position = design.positions[step]
            let row = position.row - blocks[position.block].rows.lowerBound
            blocks[position.block].counts[row][position.lane] = counts[step]
            blocks[position.block].weights[row][position.lane] = weight
        }
    }
}
