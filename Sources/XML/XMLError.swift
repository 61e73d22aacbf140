/// Why a document was refused.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
    public let code: Code
    public let message: String
    /// 1 for the first line; nothing where the document as a whole is meant.
    public let line: Int?

    init(_ code: Code, _ message: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.line = line
    }

    public var description: String {
        line.map { "line \($0): \(message)" } ?? message
    }

    /// A kind of refusal; more may be added.
    public struct Code: Hashable, Sendable, RawRepresentable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Not well-formed, or not UTF-8.
        public static let malformed = Code(rawValue: "malformed")
        /// A document type, and with it everything that could declare an entity.
        public static let documentType = Code(rawValue: "document_type")
        public static let tooLarge = Code(rawValue: "too_large")
        public static let tooDeep = Code(rawValue: "too_deep")
        public static let tooManyElements = Code(rawValue: "too_many_elements")
        public static let outOfMemory = Code(rawValue: "out_of_memory")
    }
}
