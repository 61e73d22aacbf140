import FoundationEssentials

/// A JSON document that was read: members have no order, so that documents that say the same are equal.
public enum JSONValue: Hashable, Sendable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a document in UTF-8.
    ///
    /// - Throws: what `JSONDecoder` throws for what is no JSON.
    public init(_ bytes: [UInt8]) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }

    /// Reads a document, as `init(_:)` does.
    public init(text: String) throws {
        try self.init(Array(text.utf8))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The member of an object; null where there is none.
    public subscript(name: String) -> JSONValue {
        get {
            if case .object(let members) = self { members[name] ?? .null } else { .null }
        }
        set {
            guard case .object(var members) = self else { return }
            members[name] = newValue == .null ? nil : newValue
            self = .object(members)
        }
    }

    /// The element of an array; null where there is none.
    public subscript(index: Int) -> JSONValue {
        elements.indices.contains(index) ? elements[index] : .null
    }

    /// The elements of an array; none for anything else.
    public var elements: [JSONValue] {
        if case .array(let elements) = self { elements } else { [] }
    }

    /// The text of a string; empty for anything else.
    public var text: String {
        if case .string(let text) = self { text } else { "" }
    }

    /// The value of a number; zero for anything else.
    public var number: Int64 {
        if case .number(let number) = self { Int64(exactly: number.rounded(.towardZero)) ?? 0 } else { 0 }
    }

    /// The document in UTF-8, members sorted.
    public var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(self))
        }
    }
}

extension JSONValue: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value):
            // Without a fraction where it has none, and as it is where it is more than an integer holds.
            if let whole = Int64(exactly: value) {
                try container.encode(whole)
            } else {
                try container.encode(value)
            }
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
