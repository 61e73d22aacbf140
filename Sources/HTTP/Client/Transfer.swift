internal import CCurl
internal import Glibc
internal import Synchronization

/// One request at libcurl: its handle, what has come of the response, and who waits for it.
///
/// The handle is made by the sender and then belongs to the engine's thread until the transfer ends.
final class Transfer: Sendable {
    // Handed over once, with the start, and only ever used by one thread at a time.
    nonisolated(unsafe) let handle: UnsafeMutableRawPointer
    nonisolated(unsafe) private let url: OpaquePointer
    nonisolated(unsafe) private var fields: UnsafeMutablePointer<curl_slist>?

    // What libcurl's callbacks gather on the engine's thread.
    nonisolated(unsafe) private var headers = Headers()
    nonisolated(unsafe) private var headerBytes = 0
    nonisolated(unsafe) private var body: [UInt8] = []
    nonisolated(unsafe) private var isTooLarge = false
    nonisolated(unsafe) private var wasRefused = false

    private let host: String
    private let responseLimit: Int
    private let allowsAnyAddress: Bool
    private let state = Mutex(State())

    private static let headerLimit = 64 << 10

    private struct State {
        var continuation: CheckedContinuation<Result<ClientResponse, ClientError>, Never>?
        /// Set once; it may come before the one who waits for it.
        var result: Result<ClientResponse, ClientError>?
    }

    init(
        _ request: ClientRequest, to destination: borrowing Destination, configuration: ClientConfiguration
    ) throws(ClientError) {
        guard let url = curl_url_dup(destination.parsed) else { throw .outOfMemory }
        guard let handle = curl_easy_init() else {
            curl_url_cleanup(url)
            throw .outOfMemory
        }
        self.url = url
        self.handle = handle
        host = destination.host
        responseLimit = request.responseLimit
        allowsAnyAddress = destination.allowsPrivateAddresses || configuration.proxy != nil
        let options = TransferOptions(handle)
        options.confine(to: url, usesTLS: destination.usesTLS, configuration)
        options.limit(time: request.timeLimit, connect: configuration.connectTimeLimit)
        options.method(request.method, body: request.body)
        fields = options.fields(request.headers)
        options.callbacks(context: Unmanaged.passUnretained(self).toOpaque())
        guard options.succeeded else { throw .outOfMemory }
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_url_cleanup(url)
        curl_slist_free_all(fields)
    }

    func expect(_ continuation: CheckedContinuation<Result<ClientResponse, ClientError>, Never>) {
        let result = state.withLock { state in
            if state.result == nil { state.continuation = continuation }
            return state.result
        }
        if let result { continuation.resume(returning: result) }
    }

    /// Gives the result to the one who waits; only the first counts.
    func end(with result: Result<ClientResponse, ClientError>) {
        let continuation = state.withLock { state in
            if state.result == nil { state.result = result }
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: result)
    }

    var isOver: Bool { state.withLock { $0.result != nil } }

    /// What libcurl says of the finished transfer.
    func result(of code: CURLcode) -> Result<ClientResponse, ClientError> {
        if wasRefused { return .failure(.addressRefused(host)) }
        if isTooLarge { return .failure(.responseTooLarge(host, limit: responseLimit)) }
        guard code == CURLE_OK else {
            let error = ClientError(code, host: host)
            return .failure(hasSent ? error.sent() : error)
        }
        var status = 0
        guard earshot_get_long(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK, status >= 200 else {
            return .failure(ClientError(CURLE_WEIRD_SERVER_REPLY, host: host).sent())
        }
        return .success(ClientResponse(status: status, headers: headers, body: body))
    }

    /// Whether a byte of the request has left. Source: curl.se, CURLINFO_REQUEST_SIZE.
    private var hasSent: Bool {
        var bytes = 0
        return earshot_get_long(handle, CURLINFO_REQUEST_SIZE, &bytes) != CURLE_OK || bytes > 0
    }

    /// Keeps a piece of the body; says whether to go on.
    func receive(_ piece: UnsafeRawBufferPointer) -> Bool {
        guard body.count + piece.count <= responseLimit else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: piece)
        return true
    }

    /// Keeps a header line; says whether to go on. A status line begins a new header (after 100 Continue).
    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        headerBytes += line.count
        guard headerBytes <= Transfer.headerLimit else {
            isTooLarge = true
            return false
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), !line.starts(with: "HTTP/".utf8) else {
            if line.starts(with: "HTTP/".utf8) { headers = Headers() }
            return true
        }
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        var value = line[(colon + 1)...].drop(while: isBlank)
        while let last = value.last, isBlank(last) { value = value.dropLast() }
        headers.append(
            String(decoding: line[..<colon], as: UTF8.self), String(decoding: value, as: UTF8.self))
        return true
    }

    /// A socket for the address that the name was resolved to, or -1 for one that is refused. This is asked
    /// for every address, so a name that changes its address between check and use gains nothing.
    func openSocket(for address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        let ip = withUnsafePointer(to: &address.pointee.addr) { IPAddress($0) }
        guard let ip, allowsAnyAddress || ip.isPublic else {
            wasRefused = true
            return -1
        }
        wasRefused = false
        let type = earshot_closing_on_exec(address.pointee.socktype)
        return socket(address.pointee.family, type, address.pointee.protocol)
    }
}
