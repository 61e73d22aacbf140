/// A text as the model reads it: in small letters, half width and simplified characters, every number as one 0, every
/// run of white space as one blank.
struct NormalText: Sendable {
    private(set) var symbols: [UInt32] = []
    /// By character of the text, and at its end: where in `symbols` it came to stand.
    private(set) var places: [Int32] = []
    /// The parts between commas, full stops, question marks and blanks, each with the mark that ends it.
    private(set) var clauses: [Range<Int32>] = []

    static let blank: UInt32 = 0x20
    static let number: UInt32 = 0x30

    init(_ text: UnsafeBufferPointer<UInt8>, characters: Int, forms: CharacterForms) {
        symbols.reserveCapacity(characters)
        places.reserveCapacity(characters + 1)
        var byte = 0
        var previous: UInt32 = NormalText.blank
        var clause: Int32 = 0
        while byte < text.count {
            let symbol = forms[Scan.scalar(in: text, at: &byte)]
            if symbol == previous, symbol == NormalText.blank || symbol == NormalText.number {
                places.append(Int32(truncatingIfNeeded: max(0, symbols.count - 1)))
                continue
            }
            places.append(Int32(truncatingIfNeeded: symbols.count))
            symbols.append(symbol)
            previous = symbol
            if CharacterForms.endsClause(symbol) {
                let end = Int32(truncatingIfNeeded: symbols.count)
                clauses.append(clause..<end)
                clause = end
            }
        }
        let end = Int32(truncatingIfNeeded: symbols.count)
        places.append(end)
        if clause < end { clauses.append(clause..<end) }
    }

    /// The symbols that a span of characters became.
    func span(_ start: Int32, _ end: Int32) -> Range<Int32> {
        let first = places[Int(start)]
        return first..<max(first, places[Int(end)])
    }

    /// The first character that became a symbol, or the end of the text.
    func character(of symbol: Int32) -> Int32 {
        var (low, high) = (0, places.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < symbol { low = middle + 1 } else { high = middle }
        }
        return Int32(truncatingIfNeeded: low)
    }
}
