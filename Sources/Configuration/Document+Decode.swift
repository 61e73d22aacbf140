extension Document {
    /// The document as a value of a `Decodable` type, strictly.
    ///
    /// A key of the file that the type's decoding never asks for is unknown, and so a problem; `null` counts as
    /// absent for optional values. Decoding goes on after a problem wherever it can, so that all of them are
    /// found at once.
    ///
    /// - Throws: every problem.
    public func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws(Problems) -> Value {
        let (value, problems) = salvage(type)
        guard let value, problems.isEmpty else { throw Problems(problems) }
        return value
    }

    /// As much of the document as can be decoded, and every problem.
    ///
    /// Where there are problems the value is good for finding further ones and for nothing else: what is broken is
    /// left out of lists, and a default, an empty text or a zero stands for it elsewhere.
    ///
    /// - Returns: no value when the document as a whole is of another type.
    public func salvage<Value: Decodable>(
        _ type: Value.Type = Value.self
    ) -> (value: Value?, problems: [Problem]) {
        let session = DecodingSession(file: file, problems: duplicates)
        let value = session.value(type, of: root, path: FieldPath())
        session.reportUnknownKeys()
        return (value, session.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }

    /// Reads a file as a value of a `Decodable` type, strictly.
    ///
    /// - Throws: every problem; one if the file cannot be read or is not JSON5.
    public static func reading<Value: Decodable>(
        _ file: String, as type: Value.Type = Value.self
    ) throws(Problems) -> (document: Document, value: Value) {
        let document: Document
        do {
            document = try Document(file: file)
        } catch {
            throw Problems([error])
        }
        return (document, try document.decode(type))
    }
}
