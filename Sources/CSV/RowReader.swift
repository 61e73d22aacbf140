/// Reads comma-separated values as they come in: bytes go in, rows come out.
///
/// Format: RFC 4180, with any line end, in UTF-8 with or without byte order mark or in GB18030. Blank lines
/// are passed over. A row that cannot be read is handed out as its error, and reading goes on behind it.
public struct RowReader: ~Copyable {
    private let options: Options
    private var decoder = TextDecoder()
    private var lineEnds = LineEnds()
    private var scanner: RowScanner
    private var header: Header?

    public init(options: Options = Options()) {
        self.options = options
        scanner = RowScanner(options: options)
    }

    /// The columns, once their row has been read.
    public var columns: Header? { header }

    /// Takes the next bytes of the file, of any length, and hands out the rows they complete.
    ///
    /// - Throws: `RowError` when the file as a whole cannot be read (`unsupportedEncoding`, `badHeader`), and
    ///   whatever `each` throws. Reading cannot go on then.
    public mutating func read(_ bytes: ArraySlice<UInt8>, each: (Result<Row, RowError>) throws -> Void) throws
    {
        let text = lineEnds.unified(try decoder.decode(bytes, isLast: false), isLast: false)
        // Local, because the closure may not reach into the reader while the scanner is at work.
        var header = header
        let options = options
        try scanner.scan(text) { row, error in
            try RowReader.take(row, error, header: &header, options: options, each: each)
        }
        self.header = header
    }

    /// The same for an array.
    public mutating func read(_ bytes: [UInt8], each: (Result<Row, RowError>) throws -> Void) throws {
        try read(bytes[...], each: each)
    }

    /// Hands out what is left at the end of the file. Nothing may be read afterwards.
    public mutating func finish(each: (Result<Row, RowError>) throws -> Void) throws {
        let text = lineEnds.unified(try decoder.decode([], isLast: true), isLast: true)
        var header = header
        let options = options
        let take = { (row: borrowing Row, error: RowError?) in
            try RowReader.take(row, error, header: &header, options: options, each: each)
        }
        try scanner.scan(text, each: take)
        try scanner.finish(each: take)
        self.header = header
        if options.hasHeader, header == nil {
            throw RowError(.badHeader, line: 1, "the file has no header row")
        }
    }

    private static func take(
        _ row: borrowing Row, _ error: RowError?, header: inout Header?, options: Options,
        each: (Result<Row, RowError>) throws -> Void
    ) throws {
        guard let columns = header else {
            if let error, options.hasHeader { throw error }
            if options.hasHeader {
                header = try columnNames(in: row, options: options)
            } else {
                try each(error.map(Result.failure) ?? .success(copy row))
            }
            return
        }
        if var error {
            if let position = error.field.flatMap({ Int($0) }), columns.names.indices.contains(position - 1) {
                error.field = columns.names[position - 1]
            }
            try each(.failure(error))
        } else if row.count != columns.names.count {
            let code = row.count < columns.names.count ? RowError.Code.tooFewFields : .tooManyFields
            let message = "\(row.count) fields, but the header has \(columns.names.count)"
            try each(.failure(RowError(code, line: row.line, message)))
        } else {
            var named = copy row
            named.header = columns
            try each(.success(named))
        }
    }

    private static func columnNames(in row: borrowing Row, options: Options) throws(RowError) -> Header {
        let names = row.texts.map { name in
            String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        }
        if let separator = Header.foreignSeparator(in: names) {
            throw RowError(
                .badHeader, line: row.line,
                "the columns seem to be separated by \(separator); save the table with commas")
        }
        let header = try Header(
            names: options.ignoresCaseOfColumns ? names.map { $0.lowercased() } : names, line: row.line)
        for name in options.requiredColumns where header.position(of: name) == nil {
            throw RowError(
                .badHeader, line: row.line, field: name,
                "the column \"\(name)\" is missing; there are \(names.joined(separator: ", "))")
        }
        return header
    }
}
