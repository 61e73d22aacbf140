/// Why a row, or a whole file, cannot be read.
public struct RowError: Error, Sendable, Hashable, CustomStringConvertible {
    public var code: Code
    /// The line of the file on which the row begins; 1 for the first.
    public var line: Int
    /// The column's name, or its number where there is no header; nothing when no single field is meant.
    public var field: String?
    /// What is wrong, for the person who made the file.
    public var message: String

    public init(_ code: Code, line: Int, field: String? = nil, _ message: String) {
        self.code = code
        self.line = line
        self.field = field
        self.message = message
    }

    /// `line 7, city: longer than 4096 bytes`.
    public var description: String { "line \(line)\(field.map { ", \($0)" } ?? ""): \(message)" }

    /// The kind of mistake. More kinds may be added.
    public struct Code: Sendable, Hashable {
        public let name: String

        public init(name: String) {
            self.name = name
        }

        /// A quoted field that does not end, or not within the limits.
        public static let unclosedQuote = Code(name: "unclosedQuote")
        /// Text between a closing quote and the separator.
        public static let textAfterQuote = Code(name: "textAfterQuote")
        public static let tooFewFields = Code(name: "tooFewFields")
        public static let tooManyFields = Code(name: "tooManyFields")
        public static let fieldTooLong = Code(name: "fieldTooLong")
        public static let rowTooLong = Code(name: "rowTooLong")
        /// Bytes that are no text in the file's encoding.
        public static let brokenText = Code(name: "brokenText")
        /// The whole file is in an encoding that is not read here.
        public static let unsupportedEncoding = Code(name: "unsupportedEncoding")
        /// The header names a column twice, leaves one without a name, or lacks a required one.
        public static let badHeader = Code(name: "badHeader")
    }
}
