/// Finds the rows in a stream of voices that arrives in chunks of any size: newline-delimited JSON, or one
/// JSON array when the first byte that is not blank is `[`.
///
/// Memory is bounded by one row (`IntakeRow.byteLimit`) and one chunk, whatever is sent.
public struct RowSplitter: Sendable {
    private enum Form {
        /// Nothing but blanks and the start of a byte-order mark so far.
        case undecided
        case lines(LineSplitter)
        case list(ListSplitter)
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private var form = Form.undecided
    private var line = 1
    private var hasBegun = false
    /// Bytes seen that may turn out to be a byte-order mark.
    private var mark: [UInt8] = []
    /// Whether the stream has ended within a JSON array: something was probably lost on the way.
    public private(set) var isCutOff = false

    public init() {}

    /// The rows that the chunk completes.
    public mutating func feed(_ chunk: Span<UInt8>) -> [IntakeRow] {
        var rows: [IntakeRow] = []
        chunk.withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            while case .undecided = form, let byte = rest.first {
                if decide(byte) { rest = rest.dropFirst() }
            }
            pass(rest, into: &rows)
        }
        return rows
    }

    /// The rows that the chunk completes.
    public mutating func feed(_ chunk: [UInt8]) -> [IntakeRow] {
        feed(chunk.span)
    }

    /// The rows that the end of the stream completes. Nothing is fed afterwards.
    public mutating func finish() -> [IntakeRow] {
        if case .undecided = form, !mark.isEmpty { beginLines() }
        var rows: [IntakeRow] = []
        switch form {
        case .undecided: break
        case .lines(var splitter): splitter.finish(into: &rows)
        case .list(var splitter):
            isCutOff = splitter.isOpen
            splitter.finish(into: &rows)
        }
        form = .undecided
        return rows
    }

    /// Looks at the next byte of the beginning; false when it belongs to what follows.
    private mutating func decide(_ byte: UInt8) -> Bool {
        if !hasBegun {
            if byte == RowSplitter.byteOrderMark[mark.count] {
                mark.append(byte)
                guard mark == RowSplitter.byteOrderMark else { return true }
                mark = []
                hasBegun = true
                return true
            }
            hasBegun = true
            guard mark.isEmpty else {
                beginLines()
                return false
            }
        }
        switch byte {
        case 0x0A:
            line += 1
            return true
        case _ where byte.isJSONBlank:
            return true
        case UInt8(ascii: "["):
            form = .list(ListSplitter(line: line))
            return true
        default:
            beginLines()
            return false
        }
    }

    private mutating func beginLines() {
        form = .lines(LineSplitter(line: line, start: mark))
        mark = []
    }

    private mutating func pass(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence, into rows: inout [IntakeRow])
    {
        switch form {
        case .undecided:
            break
        case .lines(var splitter):
            // Emptied first, so that the splitter's buffer is changed in place.
            form = .undecided
            splitter.feed(bytes, into: &rows)
            form = .lines(splitter)
        case .list(var splitter):
            form = .undecided
            splitter.feed(bytes, into: &rows)
            form = .list(splitter)
        }
    }
}
