/// An object's members, remembering which were asked for.
struct KeyedNodes<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let node: Node
    let members: [Node.Member]
    let path: FieldPath
    let session: DecodingSession

    var codingPath: [any CodingKey] { path.keys }

    /// A type that wants to see all keys takes any, as a dictionary does.
    var allKeys: [Key] {
        session.leaveUnjudged(node)
        return members.compactMap { Key(stringValue: $0.key) }
    }

    func contains(_ key: Key) -> Bool { member(key) != nil }

    func decodeNil(forKey key: Key) -> Bool {
        if case .null? = member(key)?.kind { true } else { false }
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        guard let child = member(key) else {
            // An empty text, a zero or an empty list stands in, so that the other keys are looked at too; the
            // problem that was reported keeps it from ever being used.
            guard let placeholder = placeholder(type) else { throw leaving(without: key) }
            session.report(.missingKey, line: node.line, path.appending(key), "is missing")
            return placeholder
        }
        if let value = session.value(type, of: child, path: path.appending(key)) { return value }
        if let placeholder = placeholder(type) { return placeholder }
        session.leaveUnjudged(node)
        throw AlreadyReported()
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let child = member(key) else { return nil }
        if case .null = child.kind { return nil }
        return session.value(type, of: child, path: path.appending(key))
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try decoder(for: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(for: key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { NodeDecoder(node: node, path: path, session: session) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(for: key) }

    private func member(_ key: Key) -> Node? {
        session.ask(for: key.stringValue, of: node)
        return members.last { $0.key == key.stringValue }?.value
    }

    /// Reports a missing key and that the type is left early. It never gets to tell of unknown keys then, so one that
    /// stands there and is spelt nearly like the missing one is named here.
    private func leaving(without key: Key) -> AlreadyReported {
        let mistyped = nearest(to: key.stringValue, among: session.notAsked(among: members, of: node))
        session.report(
            .missingKey, line: node.line, path.appending(key), "is missing",
            hint: mistyped.map { "is \"\($0)\" meant to be it?" })
        session.leaveUnjudged(node)
        return AlreadyReported()
    }

    private func decoder(for key: Key) throws -> NodeDecoder {
        guard let child = member(key) else {
            throw leaving(without: key)
        }
        return NodeDecoder(node: child, path: path.appending(key), session: session)
    }

    private func placeholder<Value>(_ type: Value.Type) -> Value? {
        ("" as? Value) ?? (0 as? Value) ?? (false as? Value) ?? (0.0 as? Value)
            ?? ((type as? any DecodableList.Type)?.init(decoding: [], session: session, path: path) as? Value)
    }
}
