/// Writes comma-separated values (RFC 4180) as UTF-8.
public struct RowWriter: Sendable {
    /// How the file is written.
    public struct Options: Sendable {
        /// The ASCII character between fields.
        public var separator = UInt8(ascii: ",")
        /// CRLF as RFC 4180 says, or LF.
        public var lineEnd = "\r\n"
        /// A byte order mark, by which Excel recognises UTF-8.
        public var hasByteOrderMark = false
        /// Puts an apostrophe before text that a spreadsheet would take for a formula. For files that show
        /// what strangers wrote; never for files that are read back.
        ///
        /// Source: OWASP, "CSV Injection".
        public var disarmsFormulas = false

        public init() {}
    }

    private let options: Options
    /// What has been written and not yet taken.
    public private(set) var bytes: [UInt8] = []

    public init(options: Options = Options()) {
        self.options = options
        if options.hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Adds one row.
    public mutating func write(_ fields: [String]) {
        for (position, field) in fields.enumerated() {
            if position > 0 { bytes.append(options.separator) }
            // A row of one empty field would be a blank line, which readers pass over.
            write(field, quoted: fields.count == 1 && field.isEmpty)
        }
        bytes.append(contentsOf: options.lineEnd.utf8)
    }

    /// Hands over what has been written so far and forgets it, for writing large files in pieces.
    public mutating func take() -> [UInt8] {
        let taken = bytes
        bytes = []
        return taken
    }

    private mutating func write(_ field: String, quoted isQuoted: Bool) {
        let apostrophe = options.disarmsFormulas && RowWriter.isFormula(field) ? "'" : ""
        let needsQuotes =
            isQuoted || field.utf8.first == 0x20 || field.utf8.last == 0x20
            || field.utf8.contains { byte in
                byte == options.separator || byte == quote || byte == lineFeed || byte == carriageReturn
            }
        guard needsQuotes else {
            bytes.append(contentsOf: apostrophe.utf8)
            bytes.append(contentsOf: field.utf8)
            return
        }
        bytes.append(quote)
        bytes.append(contentsOf: apostrophe.utf8)
        for byte in field.utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Whether a spreadsheet would calculate the text. A plain number is none, though it may begin with a sign.
    private static func isFormula(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else {
            return false
        }
        let isNumber = field.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        }
        return !isNumber || Double(field) == nil
    }
}
