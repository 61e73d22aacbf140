import HTTP

/// Runs `body` against a server on a free port, and stops the server afterwards.
func withServer(
    _ routes: [Route], configuration: ServerConfiguration = ServerConfiguration(),
    onRequest: @escaping @Sendable (RequestReport) -> Void = { _ in },
    onError: @escaping @Sendable (any Error, String) -> Void = { _, _ in },
    _ body: (UInt16) async throws -> Void
) async throws {
    let server = Server(
        configuration: configuration, routes: routes, onRequest: onRequest, onError: onError)
    let port = try server.start()
    do {
        try await body(port)
    } catch {
        await server.stop(grace: .seconds(1))
        throw error
    }
    await server.stop(grace: .seconds(1))
}

/// Sends one request over a connection of its own and gives the answer.
func ask(
    _ port: UInt16, _ line: String, headers: String = "", body: String = "", hasBody: Bool = true
) async -> RawAnswer? {
    let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
    return await RawSocket(port: port)?.ask(
        "\(line) HTTP/1.1\r\nHost: test\r\n\(length)\(headers)\r\n\(body)", hasBody: hasBody)
}
