internal import CMicrohttpd

/// A response with the identifier of its request, ready for the wire.
struct Answer: Sendable {
    var response: Response
    let requestID: String
    var closes = false

    /// The server's own words for a status: plain, nothing about the inside.
    static func refusal(_ status: Int, id: String, headers: Headers = [], closes: Bool = false) -> Answer {
        let text = "\(reasonPhrase(status).lowercased()); reference \(id)\n"
        return Answer(
            response: .text(text, status: status, headers: headers), requestID: id, closes: closes)
    }

    /// Queues the answer on a connection that can take it, and says whether libmicrohttpd did.
    func queue(on connection: OpaquePointer) -> Bool {
        let body = response.body
        let made = body.withUnsafeBytes { bytes in
            MHD_create_response_from_buffer(
                bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
        }
        guard let made else { return false }
        defer { MHD_destroy_response(made) }
        for field in fields where MHD_add_response_header(made, field.name, field.value) != .YES {
            return false
        }
        return MHD_queue_response(connection, UInt32(response.status), made) == .YES
    }

    /// The whole answer as bytes, for a connection whose body libmicrohttpd is still reading.
    func serialised(withBody: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(response.status) \(reasonPhrase(response.status))\r\n"
        for field in fields where field.name.lowercased() != "connection" {
            head += "\(field.name): \(field.value)\r\n"
        }
        head += "Content-Length: \(response.body.count)\r\nConnection: close\r\n\r\n"
        return Array(head.utf8) + (withBody ? response.body : [])
    }

    /// The most bytes of an answer's own fields; what the server adds needs less than 512 more.
    static let fieldsLimit = 4 << 10

    /// Whether status and fields can be put on the wire without saying something else there.
    var isSound: Bool {
        (200...599).contains(response.status)
            && response.headers.fields.allSatisfy { field in
                !field.name.isEmpty && field.name.utf8.allSatisfy(\.isToken)
                    && field.value.utf8.allSatisfy(\.isFieldValue)
            }
            && response.headers.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 }
                <= Answer.fieldsLimit
    }

    private var fields: [Headers.Field] {
        let framing = ["content-length", "transfer-encoding", "connection", "date", "x-request-id"]
        var fields = response.headers.fields.filter { !framing.contains($0.name.lowercased()) }
        fields.append(Headers.Field("X-Request-ID", requestID))
        if closes { fields.append(Headers.Field("Connection", "close")) }
        return fields
    }
}
