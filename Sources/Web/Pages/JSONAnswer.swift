import FoundationEssentials
import HTTP

extension Response {
    /// A value as JSON that nobody keeps.
    static func data(_ value: some Encodable, status: Int = 200) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return .json(Array(try encoder.encode(value)), status: status, headers: SecurityHeaders.data)
    }

    /// `{"error":{"code":…,"message":…}}`. The code is for programs, the message for the person in front.
    static func failure(_ status: Int, _ code: String, _ message: String) -> Response {
        let body = ["error": ["code": code, "message": message]]
        // Two strings always encode; should that ever change, the status says enough.
        return (try? .data(body, status: status)) ?? .empty(status: status, headers: SecurityHeaders.data)
    }
}

/// Reads a JSON body, or nothing when it is of another form.
func decodeJSON<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) -> Value? {
    try? JSONDecoder().decode(type, from: Data(body))
}
