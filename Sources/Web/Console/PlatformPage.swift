import HTTP

/// The page that shows what the chat platforms were sent, and what it asks for.
struct PlatformPage: Sendable {
    /// More of them nobody looks at on a page.
    static let mostMessages = 100

    let desk: any PlatformDesk

    /// Everything below `/console/platforms`.
    ///
    /// - Parameter answer: Responds to whoever may use the console.
    func routes(
        _ answer:
            @escaping @Sendable (HTTP.Request, (HTTP.Request) async throws -> Response) async throws
            -> Response
    ) -> [Route] {
        PageFile.routes(of: "platforms") + [
            .get("/console/platforms/messages") { try await answer($0, show) },
            .post("/console/platforms/messages", bodyLimit: 32 << 10) { try await answer($0, send) },
        ]
    }

    /// The newest first.
    private func show(_ request: HTTP.Request) async throws -> Response {
        struct Body: Encodable {
            let addressees: [PlatformAddressee]
            let waiting: Int
            let messages: [PlatformMessage]
        }
        return try .data(
            Body(
                addressees: desk.addressees, waiting: try await desk.waiting(),
                messages: desk.messages(PlatformPage.mostMessages).reversed()))
    }

    private func send(_ request: HTTP.Request) async throws -> Response {
        struct Body: Decodable {
            let to: String
            let text: String
        }
        guard let body = decodeJSON(Body.self, request.body) else {
            return .failure(400, "console.malformed", "请求格式不正确")
        }
        guard !body.text.allSatisfy(\.isWhitespace) else {
            return .failure(400, "console.empty", "消息是空的")
        }
        switch try await desk.send(body.text, to: body.to) {
        case nil: return .json("{}", headers: SecurityHeaders.data)
        case .unknownAddressee: return .failure(404, "console.unknown-addressee", "没有这个接收者")
        case .tooLong: return .failure(413, "console.too-long", "消息太长，平台显示不全")
        }
    }
}
