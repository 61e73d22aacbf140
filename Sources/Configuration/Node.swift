/// A value of a document, and where it stands.
struct Node: Sendable {
    indirect enum Kind: Sendable {
        case null
        case bool(Bool)
        /// `integer` when the value is whole and fits.
        case number(Double, integer: Int?)
        case string(String)
        case array([Node])
        case object([Member])
    }

    struct Member: Sendable {
        var key: String
        var line: Int
        var value: Node
    }

    var kind: Kind
    var line: Int
    /// Where it begins in the file; no two values of a document share it.
    var offset: Int

    /// What a person calls it.
    var noun: String {
        switch kind {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
