/// Splits UTF-8 into rows and fields (RFC 4180), whatever the pieces it comes in.
///
/// A state machine over bytes. A row's bytes are kept as they are and its fields are ranges in them, so that a
/// plain row costs one copy, and so that the lines behind a quote that nobody closed can be read again as rows.
struct RowScanner {
    /// What the next byte may be.
    private enum State {
        case fieldStart
        case plain
        case quoted
        /// After a quote within a quoted field: its end, or the first of two.
        case quoteSeen
        /// After that and a carriage return: only a line feed may follow.
        case quoteAndReturn
        /// The row is already rejected; its line is passed over.
        case skipping
    }

    /// Pieces are cut to this size, so that limits are noticed in time.
    private static let piece = 64 * 1024

    private let options: RowReader.Options
    private var state = State.fieldStart
    private(set) var row = Row()
    private var fieldStart = 0
    private var quoteEnd = 0
    private var hasDoubledQuotes = false
    private var hasQuotes = false
    /// Why the row that is being read will be rejected.
    private var rejection: RowError?
    /// How many bytes may still be read a second time after unclosed quotes: without a bound, a file of such
    /// quotes would be read once for each of its lines.
    private var budget = 0

    init(options: RowReader.Options) {
        self.options = options
    }

    mutating func scan(
        _ bytes: ArraySlice<UInt8>, each: (borrowing Row, RowError?) throws -> Void
    ) throws {
        budget += bytes.count * 2
        try scanInPieces(bytes, each: each)
    }

    private mutating func scanInPieces(
        _ bytes: ArraySlice<UInt8>, each: (borrowing Row, RowError?) throws -> Void
    ) throws {
        var waiting = [bytes]
        while let next = waiting.popLast() {
            let head = next.prefix(RowScanner.piece)
            if head.count < next.count { waiting.append(next.dropFirst(head.count)) }
            try head.withUnsafeBufferPointer { try scan($0, each: each) }
            if let again = try enforceLimits(each: each) { waiting.append(again) }
        }
    }

    /// Ends the last row, which may lack its line end.
    mutating func finish(each: (borrowing Row, RowError?) throws -> Void) throws {
        while state == .quoted {
            let again = try giveUpQuote(.unclosedQuote, "the quote that opens here is not closed", each: each)
            try scanInPieces(again ?? [], each: each)
        }
        switch state {
        case .fieldStart where row.fields.isEmpty, .skipping, .quoted: break
        case .fieldStart:
            fieldStart = row.bytes.count
            hasDoubledQuotes = false
            try endRow(fieldEnd: fieldStart, each: each)
        case .plain: try endRow(fieldEnd: row.bytes.count, each: each)
        case .quoteSeen, .quoteAndReturn: try endRow(fieldEnd: quoteEnd, each: each)
        }
    }

    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, each: (borrowing Row, RowError?) throws -> Void
    ) throws {
        let separator = options.separator
        var index = 0
        /// Where the bytes begin that are not yet in `row.bytes`.
        var kept = 0
        while index < bytes.count {
            /// Where the byte at `index` stands, or will stand, in `row.bytes`.
            let place = row.bytes.count + index - kept
            switch state {
            case .fieldStart:
                hasDoubledQuotes = false
                if bytes[index] == quote {
                    hasQuotes = true
                    fieldStart = place + 1
                    state = .quoted
                    index += 1
                } else {
                    fieldStart = place
                    state = .plain
                }
            case .plain:
                let start = index
                while index < bytes.count, bytes[index] != separator, bytes[index] != lineFeed { index += 1 }
                guard index < bytes.count else { break }
                let end = place + index - start
                if bytes[index] == separator {
                    endField(at: end)
                } else {
                    row.bytes.append(contentsOf: bytes[kept..<index])
                    kept = index + 1
                    try endRow(fieldEnd: end, each: each)
                }
                index += 1
            case .quoted:
                while index < bytes.count, bytes[index] != quote { index += 1 }
                guard index < bytes.count else { break }
                quoteEnd = row.bytes.count + index - kept
                state = .quoteSeen
                index += 1
            case .quoteSeen:
                switch bytes[index] {
                case quote:
                    hasDoubledQuotes = true
                    state = .quoted
                case separator:
                    endField(at: quoteEnd)
                case lineFeed:
                    row.bytes.append(contentsOf: bytes[kept..<index])
                    kept = index + 1
                    try endRow(fieldEnd: quoteEnd, each: each)
                case carriageReturn:
                    state = .quoteAndReturn
                default:
                    rejectStrayText()
                    continue
                }
                index += 1
            case .quoteAndReturn:
                guard bytes[index] == lineFeed else {
                    rejectStrayText()
                    continue
                }
                row.bytes.append(contentsOf: bytes[kept..<index])
                kept = index + 1
                try endRow(fieldEnd: quoteEnd, each: each)
                index += 1
            case .skipping:
                while index < bytes.count, bytes[index] != lineFeed { index += 1 }
                guard index < bytes.count else { break }
                row.bytes.append(contentsOf: bytes[kept..<index])
                kept = index + 1
                try endRow(fieldEnd: nil, each: each)
                index += 1
            }
        }
        row.bytes.append(contentsOf: bytes[kept...])
    }

    // MARK: Fields and rows

    private mutating func endField(at end: Int) {
        state = .fieldStart
        guard row.fields.count < options.mostFields else {
            reject(.tooManyFields, field: nil, "more than \(options.mostFields) fields")
            return
        }
        if end - fieldStart > options.longestField {
            reject(
                .fieldTooLong, field: row.fields.count, "longer than \(options.longestField) bytes")
        }
        row.fields.append(
            Row.Field(start: Int32(fieldStart), end: Int32(end), hasDoubledQuotes: hasDoubledQuotes))
    }

    /// - Parameter fieldEnd: nothing when the rest of the row was passed over.
    private mutating func endRow(
        fieldEnd: Int?, each: (borrowing Row, RowError?) throws -> Void
    ) throws {
        if var end = fieldEnd {
            if state == .plain, row.bytes.last == carriageReturn { end = max(fieldStart, end - 1) }
            endField(at: end)
        }
        defer { startRow(after: hasQuotes ? row.bytes.count { $0 == lineFeed } + 1 : 1) }
        if rejection == nil, fieldEnd == nil { return }
        if rejection == nil, !isUTF8(row.bytes) {
            reject(.brokenText, field: firstBrokenField(), "bytes that are no text")
        }
        let isBlank = !hasQuotes && row.fields.count == 1 && row.fields[0].start == row.fields[0].end
        if rejection != nil || !isBlank { try each(row, rejection) }
    }

    private mutating func startRow(after lines: Int) {
        row.line += lines
        row.bytes.removeAll(keepingCapacity: true)
        row.fields.removeAll(keepingCapacity: true)
        fieldStart = 0
        hasQuotes = false
        rejection = nil
        state = .fieldStart
    }

    // MARK: Rejecting

    /// - Parameter field: the field's position, named later by the header's name.
    private mutating func reject(_ code: RowError.Code, field: Int?, _ message: String) {
        guard rejection == nil else { return }
        rejection = RowError(code, line: row.line, field: field.map { String($0 + 1) }, message)
    }

    private mutating func rejectStrayText() {
        reject(
            .textAfterQuote, field: row.fields.count,
            "text after the closing quote; a quote within a quoted field is written twice")
        state = .skipping
    }

    private func firstBrokenField() -> Int? {
        row.fields.indices.first { !isUTF8(Array(row.bytes(at: $0))) }
    }

    /// Rejects what has grown too long by the end of a piece.
    ///
    /// - Returns: bytes that must be read again as rows of their own.
    private mutating func enforceLimits(
        each: (borrowing Row, RowError?) throws -> Void
    ) throws -> ArraySlice<UInt8>? {
        switch state {
        case .skipping:
            // Only its line breaks matter any more, and those are counted when there are quotes.
            if !hasQuotes { row.bytes.removeAll(keepingCapacity: true) }
            if row.bytes.count > options.longestRow { compactSkipped() }
        case .quoted where row.bytes.count > options.longestRow:
            // Without a line break it is one long field; with some, the quote may have been meant otherwise.
            if !row.bytes.contains(lineFeed) {
                return try giveUpQuote(
                    .fieldTooLong, "longer than \(options.longestField) bytes", each: each)
            }
            return try giveUpQuote(
                .unclosedQuote, "the quote that opens here is not closed within \(options.longestRow) bytes",
                each: each)
        case .fieldStart, .plain, .quoteSeen, .quoteAndReturn, .quoted:
            guard row.bytes.count > options.longestRow else { break }
            reject(.rowTooLong, field: nil, "longer than \(options.longestRow) bytes")
            state = .skipping
        }
        return nil
    }

    /// Keeps the count of lines of a row that is passed over, without its bytes.
    private mutating func compactSkipped() {
        let lines = row.bytes.count { $0 == lineFeed }
        row.bytes.removeAll(keepingCapacity: true)
        row.bytes.append(contentsOf: repeatElement(lineFeed, count: lines))
    }

    /// Rejects the row whose quote does not end; the lines below it count as rows again.
    private mutating func giveUpQuote(
        _ code: RowError.Code, _ message: String,
        each: (borrowing Row, RowError?) throws -> Void
    ) throws -> ArraySlice<UInt8>? {
        let bytes = row.bytes
        let lines = bytes.count { $0 == lineFeed }
        let below = bytes.firstIndex(of: lineFeed).map { bytes[($0 + 1)...] } ?? []
        let readsAgain = lines > 0 && below.count <= budget
        let consequence =
            readsAgain || lines == 0 ? "" : "; the lines up to \(row.line + lines) are passed over"
        rejection = nil
        reject(code, field: row.fields.count, "\(message)\(consequence)")
        try each(row, rejection)
        if readsAgain {
            budget -= below.count
            startRow(after: 1)
            return below
        }
        startRow(after: lines)
        state = .skipping
        return nil
    }
}
