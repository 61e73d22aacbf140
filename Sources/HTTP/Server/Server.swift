internal import CMicrohttpd
internal import Glibc
internal import Synchronization

/// An HTTP/1.1 server on libmicrohttpd whose handlers are asynchronous.
///
/// A handler starts on the thread that read the request and, where it waits, leaves that thread to others:
/// its connection is suspended until the answer is there. A server runs until `stop`, even when nobody holds
/// it any more.
public final class Server: Sendable {
    let core: ServerCore
    private let lifecycle = Lifecycle()

    /// - Parameters:
    ///   - routes: A pattern may stand once for a method; a mistake in a pattern is the programmer's and
    ///     crashes here.
    ///   - onRequest: Called after each request, on one of the server's threads: it must not wait.
    ///   - onError: Called with what a handler threw and the identifier of its request, which is all that the
    ///     client was told.
    public init(
        configuration: ServerConfiguration = ServerConfiguration(), routes: [Route],
        onRequest: @escaping @Sendable (RequestReport) -> Void = { _ in },
        onError: @escaping @Sendable (any Error, _ requestID: String) -> Void = { _, _ in }
    ) {
        core = ServerCore(
            configuration: configuration, routes: routes, onRequest: onRequest, onError: onError)
    }

    /// Listens and answers; gives the port it listens on. A server starts once.
    @discardableResult
    public func start() throws(ServerError) -> UInt16 {
        guard lifecycle.started() else {
            throw ServerError(
                .alreadyStarted, "this server was started before", hint: "Make another one.")
        }
        do throws(ServerError) {
            let configuration = core.configuration
            let socket = try ListeningSocket(host: configuration.host, port: configuration.port)
            let port = socket.port
            try serve(on: socket.release())
            return port
        } catch {
            lifecycle.failed()
            throw error
        }
    }

    /// Makes sure that a server could listen, and lets the port go again: asked before long work that would be in vain.
    public static func probe(_ configuration: ServerConfiguration) throws(ServerError) {
        let socket = try ListeningSocket(host: configuration.host, port: configuration.port)
        close(socket.release())
    }

    /// Stops accepting, lets what has begun finish within `grace`, answers 503 to the rest, and ends. Returns
    /// when all threads have ended; calling it again waits for the same end.
    public func stop(grace: Duration = .seconds(10)) async {
        core.isStopping.store(true, ordering: .sequentiallyConsistent)
        await lifecycle.stop(by: MonotonicTime.now + grace)
    }

    private func serve(on descriptor: Int32) throws(ServerError) {
        let context = Unmanaged.passUnretained(core).toOpaque()
        let threads = max(1, core.configuration.threads)
        var options = daemonOptions(descriptor: descriptor, threads: threads, context: context)
        let flags =
            MHD_USE_INTERNAL_POLLING_THREAD.rawValue | MHD_USE_EPOLL.rawValue
            | MHD_ALLOW_SUSPEND_RESUME.rawValue
        guard let daemon = earshot_start_daemon(flags, requestAdvanced, context, &options) else {
            close(descriptor)
            throw Server.cannotStart
        }
        // The supervisor holds the core for as long as the daemon can call it.
        guard Supervisor(core: core, lifecycle: lifecycle, daemon: daemon).start() else {
            MHD_stop_daemon(daemon)
            throw Server.cannotStart
        }
    }

    private static let cannotStart = ServerError(
        .cannotStart, "the HTTP server's threads could not be started",
        hint: "Check the limits on threads and open files (ulimit -a).")

    private func daemonOptions(
        descriptor: Int32, threads: Int, context: UnsafeMutableRawPointer
    ) -> [MHD_OptionItem] {
        let configuration = core.configuration
        var options: [MHD_OptionItem] = []
        func add(_ option: MHD_OPTION, _ value: Int, _ pointer: UnsafeMutableRawPointer? = nil) {
            options.append(MHD_OptionItem(option: option, value: value, ptr_value: pointer))
        }
        func pointer<Function>(_ function: Function) -> Int { unsafeBitCast(function, to: Int.self) }

        add(.LISTEN_SOCKET, Int(descriptor))
        if threads > 1 { add(.THREAD_POOL_SIZE, threads) }
        // libmicrohttpd divides this among its threads.
        add(.CONNECTION_LIMIT, max(configuration.connectionLimit, threads))
        add(.CONNECTION_MEMORY_LIMIT, configuration.connectionMemory)
        add(.STRICT_FOR_CLIENT, 1)
        let changed: MHD_NotifyConnectionCallback = connectionChanged
        add(.NOTIFY_CONNECTION, pointer(changed), context)
        let began: RequestBeganCallback = requestBegan
        add(.URI_LOG_CALLBACK, pointer(began), context)
        let completed: MHD_RequestCompletedCallback = requestCompleted
        add(.NOTIFY_COMPLETED, pointer(completed), context)
        let unescape: UnescapeCallback = keepEscapes
        add(.UNESCAPE_CALLBACK, pointer(unescape), context)
        add(.END, 0)
        return options
    }
}

// libmicrohttpd documents these two types and does not declare them.
private typealias RequestBeganCallback =
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?
    ) -> UnsafeMutableRawPointer?
private typealias UnescapeCallback =
    @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int
