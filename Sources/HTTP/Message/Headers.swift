/// Header fields in their order; names compare without regard to case (RFC 9110, 5.1).
public struct Headers: Sendable, Equatable, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    public struct Field: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }

        func isNamed(_ other: String) -> Bool {
            let (left, right) = (name.utf8, other.utf8)
            return left.count == right.count && zip(left, right).allSatisfy { $0.lowercased == $1.lowercased }
        }
    }

    public private(set) var fields: [Field]

    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field($0.0, $0.1) }
    }

    public init(arrayLiteral elements: Field...) {
        fields = elements
    }

    /// The first value of the field; setting replaces every one of that name, nothing removes them.
    public subscript(name: String) -> String? {
        get { fields.first { $0.isNamed(name) }?.value }
        set {
            fields.removeAll { $0.isNamed(name) }
            if let newValue { fields.append(Field(name, newValue)) }
        }
    }

    /// Every value of the field in the order received.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.isNamed(name) }.map(\.value)
    }

    /// Adds a field and keeps others of the same name.
    public mutating func append(_ name: String, _ value: String) {
        fields.append(Field(name, value))
    }
}

extension UInt8 {
    /// The byte with A…Z turned to a…z.
    var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

    /// Whether the byte may stand in a token: a method or a field name (RFC 9110, 5.6.2).
    var isToken: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
        default: false
        }
    }

    /// Whether the byte may stand in a field value: anything but controls, tab excepted (RFC 9110, 5.5).
    var isFieldValue: Bool { self == 0x09 || (self >= 0x20 && self != 0x7F) }
}
