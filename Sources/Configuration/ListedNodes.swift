/// A list's elements, one after the other.
struct ListedNodes: UnkeyedDecodingContainer {
    let node: Node
    let elements: [Node]
    let path: FieldPath
    let session: DecodingSession
    private(set) var currentIndex = 0

    init(node: Node, elements: [Node], path: FieldPath, session: DecodingSession) {
        self.node = node
        self.elements = elements
        self.path = path
        self.session = session
    }

    var codingPath: [any CodingKey] { path.keys }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard case .null? = isAtEnd ? nil : elements[currentIndex].kind else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try next().decode(type)
    }

    mutating func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { try next() }

    private mutating func next() throws -> NodeDecoder {
        guard !isAtEnd else {
            session.report(
                .wrongType, line: node.line, path, "must have more than \(elements.count) elements")
            throw AlreadyReported()
        }
        let decoder = NodeDecoder(
            node: elements[currentIndex], path: path.appending(currentIndex), session: session)
        currentIndex += 1
        return decoder
    }
}
