/// Why a lexicon or product catalogue cannot be used: a mistake of the person who edits the file.
public struct LexiconError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of mistake it is. More may be added.
    public struct Code: Sendable, Hashable {
        let name: String
        /// A word list whose words are not of the expected form.
        public static let malformed = Code(name: "malformed")
        /// A section name or number that has no meaning.
        public static let unknownName = Code(name: "unknown_name")
        /// A dotted name that the vocabulary of aspects does not have.
        public static let unknownAspect = Code(name: "unknown_aspect")
        /// A term without characters, or with characters that cannot be matched.
        public static let emptyTerm = Code(name: "empty_term")
        /// One term with two meanings that exclude each other.
        public static let conflict = Code(name: "conflict")
    }

    public let code: Code
    /// The name of the file, as given by the caller.
    public let file: String
    /// Where in the file it stands, `targets.fule`; empty when that is not known.
    public let field: String
    /// The term or name concerned; empty when the whole file is.
    public let term: String
    public let message: String
    /// What to do about it.
    public let hint: String

    /// What is wrong with which term.
    public var sentence: String { term.isEmpty ? message : "\"\(term)\" \(message)" }

    public var description: String {
        "\(file): \(field.isEmpty ? "" : "\(field): ")\(sentence) (\(hint))"
    }
}
