extension RowReader {
    /// What a file is expected to look like, and how much of it is taken.
    public struct Options: Sendable {
        /// The ASCII character between fields.
        public var separator = UInt8(ascii: ",")
        /// Whether the first row names the columns; every other row must then be as wide.
        public var hasHeader = true
        /// Columns the header must have.
        public var requiredColumns: [String] = []
        /// Whether a column is meant whatever the case of its name; it is known by its small letters then.
        public var ignoresCaseOfColumns = false
        /// The most fields in a row.
        public var mostFields = 256
        /// The longest field, in bytes of UTF-8.
        public var longestField = 256 * 1024
        /// The longest row, in bytes of UTF-8; also how far a quote is followed before it counts as unclosed.
        public var longestRow = 1024 * 1024

        public init() {}
    }
}
