/// Finds the rows of one JSON array while it streams in: its elements, whatever they are.
///
/// Follows only quotes and brackets; the element itself is read by who takes the row. One byte at a time
/// and a count for the depth, so nesting costs nothing.
struct ListSplitter: Sendable {
    /// `first` → element → next → element …; `first` or an element → ended; ended → failed.
    private enum State {
        /// After `[`: an element or the end.
        case first
        /// After a comma: an element.
        case next
        case element
        /// After `]`.
        case ended
        /// What follows cannot be told apart into rows, and has been reported.
        case failed
    }

    private var state = State.first
    private var row = RowBuffer()
    private var line: Int
    /// The elements that have begun, empty ones among them.
    private var elements = 0
    private var depth = 0
    private var isInText = false
    private var isEscaped = false

    /// - Parameter line: the line the next byte, the one after `[`, stands on.
    init(line: Int) {
        self.line = line
    }

    mutating func feed(_ chunk: UnsafeBufferPointer<UInt8>.SubSequence, into rows: inout [IntakeRow]) {
        // Where the element's bytes that have not yet been copied begin.
        var start = chunk.startIndex
        for index in chunk.indices {
            let byte = chunk[index]
            if byte == 0x0A { line += 1 }
            switch state {
            case .first, .next:
                start = index
                enter(byte, into: &rows)
                // The byte that opens an element may open a text or a level as well.
                if case .element = state { follow(byte) }
            case .element:
                if ends(byte) {
                    row.append(chunk[start..<index])
                    if let row = row.take() { rows.append(row) }
                    state = byte == UInt8(ascii: ",") ? .next : .ended
                } else {
                    follow(byte)
                }
            case .ended:
                if !byte.isJSONBlank { fail("has something after the end of the JSON array", into: &rows) }
            case .failed:
                break
            }
        }
        if case .element = state { row.append(chunk[start...]) }
    }

    /// Whether the array's closing bracket is still to come.
    var isOpen: Bool {
        switch state {
        case .first, .next, .element: true
        case .ended, .failed: false
        }
    }

    /// Reports an array that was not closed.
    mutating func finish(into rows: inout [IntakeRow]) {
        switch state {
        case .first, .next: fail("is where the JSON array ends without its closing bracket", into: &rows)
        case .element where depth == 0 && !isInText:
            // The element is whole: only what should stand behind it is missing.
            if let row = row.take() { rows.append(row) }
            fail("is where the JSON array ends without its closing bracket", into: &rows)
        case .element:
            row.reject("ends in the middle of the JSON array")
            if let row = row.take() { rows.append(row) }
        case .ended, .failed: break
        }
        state = .failed
    }

    /// Decides what a byte between elements is.
    private mutating func enter(_ byte: UInt8, into rows: inout [IntakeRow]) {
        switch byte {
        case _ where byte.isJSONBlank:
            break
        case UInt8(ascii: "]"):
            if case .next = state { reportEmpty("a comma before the closing bracket", into: &rows) }
            state = .ended
        case UInt8(ascii: ","):
            reportEmpty("a comma without a value", into: &rows)
            state = .next
        default:
            elements += 1
            row.begin(line: line, element: elements)
            state = .element
        }
    }

    /// Whether the byte, which is not part of the element any more, ends it.
    private func ends(_ byte: UInt8) -> Bool {
        depth == 0 && !isInText && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
    }

    /// Keeps track of texts and levels within the element.
    private mutating func follow(_ byte: UInt8) {
        if isInText {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInText = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""):
            isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            if depth > IntakeRow.depthLimit { row.reject("nests too deeply") }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth = max(0, depth - 1)
        default:
            break
        }
    }

    private mutating func reportEmpty(_ reason: String, into rows: inout [IntakeRow]) {
        elements += 1
        rows.append(IntakeRow(line: line, element: elements, content: .problem("is empty: \(reason)")))
    }

    /// Reports what is wrong with the array and with none of its elements.
    private mutating func fail(_ reason: String, into rows: inout [IntakeRow]) {
        rows.append(IntakeRow(line: line, content: .problem(reason)))
        state = .failed
    }
}
