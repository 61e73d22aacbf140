/// Finds the rows of newline-delimited JSON: one a line, blank lines passed over.
struct LineSplitter: Sendable {
    private var row = RowBuffer()
    private var line: Int

    /// - Parameters:
    ///   - line: the line the next byte stands on.
    ///   - start: bytes of the first row that were taken from the stream already.
    init(line: Int, start: [UInt8]) {
        self.line = line
        row.begin(line: line)
        start.withUnsafeBufferPointer { row.append($0[...]) }
    }

    mutating func feed(_ chunk: UnsafeBufferPointer<UInt8>.SubSequence, into rows: inout [IntakeRow]) {
        var rest = chunk
        while let end = rest.firstIndex(of: 0x0A) {
            row.append(rest[..<end])
            if let row = row.take() { rows.append(row) }
            line += 1
            row.begin(line: line)
            rest = rest[(end + 1)...]
        }
        row.append(rest)
    }

    /// The last row, which needs no line feed.
    mutating func finish(into rows: inout [IntakeRow]) {
        if let row = row.take() { rows.append(row) }
    }
}
