/// A text as the model reads it: in small letters, half width and simplified characters, every number as one 0, every
/// run of white space as one blank.
struct NormalText: Sendable {
    let symbols: [UInt16]
    /// By character of the text, and at its end: where in `symbols` it came to stand.
    let places: [Int32]
    /// The parts between commas, full stops, question marks and blanks, each with the mark that ends it.
    let clauses: [Range<Int32>]
    /// Whether something in it asks: a question mark, 吗, 呢.
    let isAsking: Bool

    static let blank: UInt16 = 0x20
    static let number: UInt16 = 0x30

    init(_ text: UnsafeBufferPointer<UInt8>, characters: Int, forms: CharacterForms) {
        var clauses: [Range<Int32>] = []
        clauses.reserveCapacity(16)
        var isAsking = false
        var symbols: [UInt16] = []
        places = [Int32](unsafeUninitializedCapacity: characters + 1) { places, placed in
            symbols = [UInt16](unsafeUninitializedCapacity: characters) { symbols, filled in
                var reader = Reader(places: places, symbols: symbols)
                forms.withForms { reader.read(text, $0, characters, &clauses) }
                (placed, filled, isAsking) = (reader.placed, reader.length, reader.isAsking)
            }
        }
        self.symbols = symbols
        self.clauses = clauses
        self.isAsking = isAsking
    }

    /// The memory of a text's symbols while they are written.
    private struct Reader {
        let places: UnsafeMutableBufferPointer<Int32>
        let symbols: UnsafeMutableBufferPointer<UInt16>
        var placed = 0
        var length = 0
        var isAsking = false

        @inline(__always)
        mutating func read(
            _ text: UnsafeBufferPointer<UInt8>, _ forms: UnsafeBufferPointer<UInt16>, _ characters: Int,
            _ clauses: inout [Range<Int32>]
        ) {
            var byte = 0
            var previous = NormalText.blank
            var clause = 0
            while byte < text.count, placed < characters {
                let symbol = CharacterForms.form(of: Scan.scalar(in: text, at: &byte), in: forms)
                if symbol == previous, symbol == NormalText.blank || symbol == NormalText.number {
                    place(max(0, length - 1))
                    continue
                }
                place(length)
                symbols[length] = symbol
                length += 1
                previous = symbol
                if CharacterForms.asks(symbol) { isAsking = true }
                if CharacterForms.endsClause(symbol) {
                    clauses.append(NormalText.span(clause, length))
                    clause = length
                }
            }
            if clause < length { clauses.append(NormalText.span(clause, length)) }
            place(length)
        }

        @inline(__always)
        private mutating func place(_ position: Int) {
            places[placed] = Int32(truncatingIfNeeded: position)
            placed += 1
        }
    }

    private static func span(_ start: Int, _ end: Int) -> Range<Int32> {
        Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end)
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
