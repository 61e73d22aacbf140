internal import CMicrohttpd

/// The request line and header fields, as far as they are sound.
struct RequestHead: Sendable {
    let method: Method
    let path: String
    let rawQuery: String?
    let headers: Headers
    let framing: Framing

    /// How much body follows.
    enum Framing: Sendable, Equatable {
        case none
        case length(Int)
        case chunked
    }

    /// Reads the head of a request, or says which status refuses it.
    ///
    /// libmicrohttpd is lenient where two readers of one request could disagree about where it ends (RFC
    /// 9112, 11.2), so lengths given twice, unknown transfer codings and malformed names are refused here.
    init(
        method: String, target: String, connection: OpaquePointer, fieldLimit: Int
    ) throws(RefusedHead) {
        // Cookies and arguments are taken apart by libmicrohttpd itself, into the same list.
        let listed = [MHD_ValueKind.HEADER_KIND, .COOKIE_KIND, .GET_ARGUMENT_KIND].reduce(0) {
            $0 + MHD_get_connection_values_n(connection, $1, nil, nil)
        }
        guard listed <= fieldLimit else { throw RefusedHead(status: 431) }
        guard !method.isEmpty, method.utf8.allSatisfy(\.isToken) else { throw RefusedHead(status: 400) }
        self.method = Method(rawValue: method)
        var fields: [Headers.Field] = []
        withUnsafeMutablePointer(to: &fields) { pointer in
            _ = MHD_get_connection_values_n(connection, .HEADER_KIND, collectField, pointer)
        }
        headers = Headers(fields)
        for field in fields {
            guard !field.name.isEmpty, field.name.utf8.allSatisfy(\.isToken),
                field.value.utf8.allSatisfy(\.isFieldValue)
            else { throw RefusedHead(status: 400) }
        }
        guard headers.all("Host").count <= 1 else { throw RefusedHead(status: 400) }
        framing = try RequestHead.framing(headers)
        guard target.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw RefusedHead(status: 400) }
        let origin = RequestHead.originForm(target)
        if let mark = origin.utf8.firstIndex(of: UInt8(ascii: "?")) {
            path = String(origin[..<mark])
            rawQuery = String(origin[origin.index(after: mark)...])
        } else {
            path = String(origin)
            rawQuery = nil
        }
    }

    /// Whether the client waits for a word before it sends its body.
    var expectsContinue: Bool {
        framing != .none && headers["Expect"]?.lowercased() == "100-continue"
    }

    private static func framing(_ headers: Headers) throws(RefusedHead) -> Framing {
        let codings = headers.all("Transfer-Encoding")
        let lengths = headers.all("Content-Length")
        if let coding = codings.first {
            guard codings.count == 1, lengths.isEmpty else { throw RefusedHead(status: 400) }
            guard coding.lowercased() == "chunked" else { throw RefusedHead(status: 501) }
            return .chunked
        }
        guard let text = lengths.first else { return .none }
        guard lengths.count == 1, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw RefusedHead(status: 400)
        }
        guard let length = Int(text) else { throw RefusedHead(status: 413) }
        return length == 0 ? .none : .length(length)
    }

    /// The path and query of an absolute-form target, which a server must accept (RFC 9112, 3.2.2).
    private static func originForm(_ target: String) -> Substring {
        for scheme in ["http://", "https://"] where target.lowercased().hasPrefix(scheme) {
            let rest = target.dropFirst(scheme.count)
            guard let end = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return "/" }
            return rest[end] == "/" ? rest[end...] : "/" + rest[end...]
        }
        return target[...]
    }
}

/// A head that is not answered by any route, and the status that says so.
struct RefusedHead: Error {
    let status: Int
}

private func collectField(
    context: UnsafeMutableRawPointer?, kind: MHD_ValueKind, name: UnsafePointer<CChar>?, nameSize: Int,
    value: UnsafePointer<CChar>?, valueSize: Int
) -> MHD_Result {
    guard let context else { return .NO }
    let fields = context.assumingMemoryBound(to: [Headers.Field].self)
    fields.pointee.append(Headers.Field(text(name, nameSize), text(value, valueSize)))
    return .YES
}

private func text(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    let raw = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return String(decoding: raw, as: UTF8.self)
}
