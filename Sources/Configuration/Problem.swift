/// Something in a configuration file that the program cannot work with.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    public var code: Code
    /// The file as it was named when it was read.
    public var file: String
    /// 1 for the first line; nothing when no place in the file is meant.
    public var line: Int?
    /// The path to the value, `dingtalk[0].secret`; empty for the file as a whole.
    public var field: String
    /// What is wrong.
    public var message: String
    /// What to do about it, if that can be said.
    public var hint: String?

    public init(
        _ code: Code, file: String, line: Int? = nil, field: String = "", _ message: String,
        hint: String? = nil
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.field = field
        self.message = message
        self.hint = hint
    }

    /// `bot-config/earshot.json:12: listen.port: must be between 1 and 65535 (…)`.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = field.isEmpty ? "" : " \(field):"
        return "\(place):\(subject) \(message)\(hint.map { " (\($0))" } ?? "")"
    }

    /// The kind of problem. More kinds may be added.
    public struct Code: Sendable, Hashable {
        public let name: String

        public init(name: String) {
            self.name = name
        }

        /// The file is missing or cannot be read.
        public static let unreadable = Code(name: "unreadable")
        /// The file is not JSON5.
        public static let syntax = Code(name: "syntax")
        /// The file is larger or nests deeper than is read.
        public static let tooLarge = Code(name: "tooLarge")
        public static let unknownKey = Code(name: "unknownKey")
        public static let missingKey = Code(name: "missingKey")
        public static let duplicateKey = Code(name: "duplicateKey")
        /// A text where a number is expected, and the like.
        public static let wrongType = Code(name: "wrongType")
        /// The right type with a value that does not work.
        public static let badValue = Code(name: "badValue")
        /// A secret that is not there, or that others on this machine can read.
        public static let secret = Code(name: "secret")
    }
}

/// Every problem of a configuration, in the order of the files' lines.
public struct Problems: Error, Sendable, CustomStringConvertible {
    public var all: [Problem]

    public init(_ all: [Problem]) {
        self.all = all
    }

    /// One problem a line.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}
