/// What a template is filled with.
///
/// Literals make it readable: `["city": "杭州", "total": 1284, "quotes": [["text": "…"]]]`.
public enum Value: Sendable, Hashable {
    case string(String)
    case number(Double)
    case bool(Bool)
    case list([Value])
    case object([String: Value])
    case null

    /// Whether a section of this value is rendered.
    ///
    /// The specification leaves strings and numbers to the language. Here an empty text is nothing to show,
    /// while zero is a figure like any other.
    var isTruthy: Bool {
        switch self {
        case .null, .bool(false): false
        case .list(let elements): !elements.isEmpty
        case .string(let text): !text.isEmpty
        case .bool(true), .number, .object: true
        }
    }
}

extension Value {
    /// A whole number; exact up to 2^53.
    public static func number(_ number: Int) -> Value { .number(Double(number)) }

    /// The text, or null where there is none.
    public init(_ text: String?) {
        self = text.map(Value.string) ?? .null
    }
}

extension Value: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension Value: ExpressibleByFloatLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
}

extension Value: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension Value: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
}

extension Value: ExpressibleByDictionaryLiteral {
    /// A name given twice keeps its last value.
    public init(dictionaryLiteral elements: (String, Value)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
    }
}

extension Value: ExpressibleByNilLiteral {
    public init(nilLiteral: ()) { self = .null }
}
