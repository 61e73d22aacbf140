/// One row found in a stream: its bytes, or why it cannot be read.
public struct IntakeRow: Sendable, Equatable {
    /// The line on which it begins; the first is 1.
    public var line: Int
    /// The number of the element in a JSON array; the first is 1. Nothing outside of arrays.
    public var element: Int?
    public var content: Content

    public init(line: Int, element: Int? = nil, content: Content) {
        self.line = line
        self.element = element
        self.content = content
    }

    public enum Content: Sendable, Equatable {
        case bytes([UInt8])
        /// In the words of `RowProblem.reason`.
        case problem(String)
    }

    /// The most bytes of one row.
    public static let byteLimit = 1 << 20
    /// How deep a row may nest; a voice needs two.
    public static let depthLimit = 8
}
