extension Document {
    /// The document as a value of a `Decodable` type, strictly.
    ///
    /// A key of the file that the type's decoding never asks for is unknown, and so a problem; `null` counts as
    /// absent for optional values. Decoding goes on after a problem wherever it can, so that all of them are
    /// found at once.
    ///
    /// - Throws: every problem.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws(Problems) -> Value {
        let session = DecodingSession(file: file, problems: duplicates)
        let value = session.value(type, of: root, path: FieldPath())
        session.reportUnknownKeys()
        guard let value, session.problems.isEmpty else {
            throw Problems(session.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
        }
        return value
    }
}
