/// Why a template cannot be used, and where in which file.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    public var code: Code
    /// What is wrong, for the person who edits the template.
    public var message: String
    /// The file as it was named when the template was read.
    public var file: String
    /// 1 for the first line.
    public var line: Int
    /// 1 for the first character of the line.
    public var column: Int

    init(_ code: Code, _ message: String, file: String, at position: Position) {
        self.code = code
        self.message = message
        self.file = file
        self.line = position.line
        self.column = position.column
    }

    /// `prompts/zh-CN/overview.mustache:3:7: unknown name "ctiy"`.
    public var description: String { "\(file):\(line):\(column): \(message)" }

    /// The kind of mistake. More kinds may be added.
    public struct Code: Sendable, Hashable {
        public let name: String

        /// The text between the delimiters is no tag.
        public static let malformedTag = Code(name: "malformedTag")
        /// A tag or a section is opened and never closed.
        public static let unclosed = Code(name: "unclosed")
        /// A section is closed that is not the innermost open one.
        public static let mismatched = Code(name: "mismatched")
        /// Sections or partials nest deeper than `Template.deepestNesting`.
        public static let tooDeep = Code(name: "tooDeep")
        /// A name is used that the program does not fill.
        public static let unknownName = Code(name: "unknownName")
        /// A name is used as something it is not, such as a list printed as a text.
        public static let wrongUse = Code(name: "wrongUse")
        /// A partial is used that does not exist.
        public static let unknownPartial = Code(name: "unknownPartial")
        /// The template's file cannot be read.
        public static let unreadable = Code(name: "unreadable")
    }
}

/// A place in a template's text; both count from 1.
struct Position: Sendable, Hashable {
    var line: Int
    var column: Int

    static let start = Position(line: 1, column: 1)
}
