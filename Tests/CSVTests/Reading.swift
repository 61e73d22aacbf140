@testable import CSV

/// What a file gave: its rows as texts with their lines, and its errors.
struct Reading: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var errors: [RowError] = []

    /// - Parameter chunk: how many bytes the reader is fed at once.
    init(_ bytes: [UInt8], chunk: Int = .max, options: RowReader.Options = .init()) throws {
        var reader = RowReader(options: options)
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(chunk)
            rest = rest.dropFirst(piece.count)
            try reader.read(piece) { take($0) }
        }
        try reader.finish { take($0) }
    }

    init(_ text: String, chunk: Int = .max, header: Bool = false) throws {
        var options = RowReader.Options()
        options.hasHeader = header
        try self.init(Array(text.utf8), chunk: chunk, options: options)
    }

    private mutating func take(_ result: Result<Row, RowError>) {
        switch result {
        case .success(let row):
            rows.append(row.texts)
            lines.append(row.line)
        case .failure(let error):
            errors.append(error)
        }
    }
}
