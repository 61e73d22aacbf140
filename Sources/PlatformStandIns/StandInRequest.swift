public import HTTP
public import JSON

/// A request as it came.
public struct StandInRequest: Sendable {
    public let method: HTTP.Method
    public let path: String
    public let rawQuery: String
    public let headers: Headers
    /// Byte for byte.
    public let body: [UInt8]
    let parameters: [String: String]

    init(_ request: HTTP.Request) {
        method = request.method
        path = request.path
        rawQuery = request.rawQuery ?? ""
        headers = request.headers
        body = request.body
        parameters = request.parameters
    }

    /// The body as JSON; null when it is not.
    public var json: JSONValue { (try? JSONValue(body)) ?? .null }

    public func query(_ name: String) -> String? { FormFields(decoding: rawQuery)[name] }

    /// The parts of a form that was sent as multipart/form-data: name, file name, bytes.
    public var parts: [(name: String, fileName: String?, bytes: [UInt8])] {
        guard let type = headers["Content-Type"], type.hasPrefix("multipart/form-data"),
            let mark = type.firstRange(of: "boundary=")
        else { return [] }
        let boundary = Array("--".utf8) + type[mark.upperBound...].filter { $0 != "\"" }.utf8
        var parts: [(name: String, fileName: String?, bytes: [UInt8])] = []
        let places = body.ranges(of: boundary)
        for (start, end) in zip(places, places.dropFirst()) {
            let part = Array(body[start.upperBound..<end.lowerBound])
            guard let head = part.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let text = String(decoding: part[..<head.lowerBound], as: UTF8.self)
            guard let name = StandInRequest.value("name", in: text) else { continue }
            parts.append(
                (
                    name, StandInRequest.value("filename", in: text),
                    Array(part[head.upperBound...].dropLast(2))
                ))
        }
        return parts
    }

    private static func value(_ name: String, in head: String) -> String? {
        guard let start = head.firstRange(of: " \(name)=\"") else { return nil }
        return String(head[start.upperBound...].prefix { $0 != "\"" })
    }
}

/// What a stand-in answers.
public struct StandInAnswer: Sendable {
    public var status: Int
    public var type: String
    public var headers: [String: String]
    public var body: [UInt8]

    public init(
        status: Int = 200, type: String = "application/json", headers: [String: String] = [:], body: [UInt8]
    ) {
        self.status = status
        self.type = type
        self.headers = headers
        self.body = body
    }

    /// JSON as it is given.
    public init(_ text: String, status: Int = 200) {
        self.init(status: status, body: Array(text.utf8))
    }

    /// A file as platforms give it, with a name.
    public init(file bytes: [UInt8]) {
        self.init(
            type: "application/octet-stream", headers: ["Content-Disposition": "attachment; filename=\"f\""],
            body: bytes)
    }

    init(_ json: JSON, status: Int = 200, headers: [String: String] = [:]) {
        self.init(status: status, headers: headers, body: json.bytes)
    }

    var response: Response {
        var response = Response.bytes(body, status: status, type: type)
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) { response.headers[name] = value }
        return response
    }
}
