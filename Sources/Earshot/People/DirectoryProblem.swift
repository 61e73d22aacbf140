/// Something in the people, dealers or regions files that cannot be so.
public struct DirectoryProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public var code: Code
    public var place: RowPlace
    /// The column or key.
    public var field: String
    public var message: String
    /// What to do about it, if that can be said.
    public var hint: String?

    init(_ code: Code, _ place: RowPlace, _ field: String, _ message: String, hint: String? = nil) {
        self.code = code
        self.place = place
        self.field = field
        self.message = message
        self.hint = hint
    }

    /// `people.csv:7: dealer: there is no dealer "D12"`.
    public var description: String {
        "\(place.file):\(place.line): \(field): \(message)\(hint.map { " (\($0))" } ?? "")"
    }

    /// The kind of problem. More kinds may be added.
    public struct Code: Sendable, Hashable {
        public let name: String

        public static let missing = Code(name: "missing")
        /// Filled where it has no meaning.
        public static let superfluous = Code(name: "superfluous")
        public static let duplicate = Code(name: "duplicate")
        public static let malformed = Code(name: "malformed")
        public static let unknownPerson = Code(name: "unknownPerson")
        public static let unknownRole = Code(name: "unknownRole")
        public static let unknownDealer = Code(name: "unknownDealer")
        public static let unknownRegion = Code(name: "unknownRegion")
        public static let unknownCity = Code(name: "unknownCity")
        public static let unknownProvince = Code(name: "unknownProvince")
    }
}

/// Every problem of the files, in the order of files and lines.
public struct DirectoryProblems: Error, Sendable, CustomStringConvertible {
    public var all: [DirectoryProblem]

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
