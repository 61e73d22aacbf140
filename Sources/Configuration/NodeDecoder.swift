/// Gives a type's `init(from:)` the parts of one node.
struct NodeDecoder: Decoder {
    let node: Node
    let path: FieldPath
    let session: DecodingSession

    var codingPath: [any CodingKey] { path.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = node.kind else { throw wrongType("an object") }
        session.visit(node, members, at: path)
        return KeyedDecodingContainer(
            KeyedNodes<Key>(node: node, members: members, path: path, session: session))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = node.kind else { throw wrongType("a list") }
        return ListedNodes(node: node, elements: elements, path: path, session: session)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    private func wrongType(_ wanted: String) -> Mismatch {
        Mismatch(.wrongType, "must be \(wanted), not \(node.noun)")
    }
}

extension NodeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool {
        if case .null = node.kind { true } else { false }
    }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let flag) = node.kind else { throw wrongType("true or false") }
        return flag
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .string(let text) = node.kind else { throw wrongType("a text") }
        return text
    }

    func decode(_ type: Double.Type) throws -> Double {
        guard case .number(let number, _) = node.kind else { throw wrongType("a number") }
        guard number.isFinite else { throw wrongType("a finite number") }
        return number
    }

    func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

    private func integer<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard case .number(let number, let integer) = node.kind else { throw wrongType("a whole number") }
        guard let integer else {
            throw Mismatch(.wrongType, "must be a whole number, not \(number)")
        }
        guard let exact = Number(exactly: integer) else {
            throw Mismatch(.badValue, "must be between \(Number.min) and \(Number.max)")
        }
        return exact
    }

    func decode(_ type: Int.Type) throws -> Int { try integer(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // A list collects the problems of its elements; anything else is the same node seen as another type.
        guard type is any DecodableList.Type else { return try Value(from: self) }
        guard let value = session.value(type, of: node, path: path) else { throw AlreadyReported() }
        return value
    }
}
