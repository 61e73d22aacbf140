/// An HTTP client on libcurl, for a few configured hosts.
///
/// All transfers of a client share one thread and its connections. Redirects, cookies, the environment's
/// proxies, `.netrc` and compression are not used.
public final class Client: Sendable {
    private let configuration: ClientConfiguration
    private let engine: ClientEngine

    /// Throws `outOfMemory` when the system has no thread or memory for it.
    public init(configuration: ClientConfiguration) throws(ClientError) {
        self.configuration = configuration
        engine = try ClientEngine(configuration: configuration)
    }

    deinit { engine.stop() }

    /// Sends a request and gives the response with whatever status. Cancelling the task ends the transfer.
    public func send(_ request: ClientRequest) async throws(ClientError) -> ClientResponse {
        try request.checkFields()
        let destination = try Destination(request.url, allowed: configuration.allowedHosts)
        let transfer = try Transfer(request, to: destination, configuration: configuration)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                transfer.expect(continuation)
                engine.begin(transfer)
            }
        } onCancel: {
            engine.cancel(transfer)
        }
        return try result.get()
    }
}
