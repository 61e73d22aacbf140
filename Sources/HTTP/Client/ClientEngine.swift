internal import CCurl
internal import Glibc
internal import Synchronization

/// The thread that carries all transfers of one client, on libcurl's multi interface.
final class ClientEngine: Sendable {
    private enum Order {
        case begin(Transfer)
        case cancel(Transfer)
    }

    private struct Inbox {
        var orders: [Order] = []
        var isStopped = false
    }

    private let inbox = Mutex(Inbox())
    // Only `curl_multi_wakeup` is called from other threads, which libcurl permits.
    nonisolated(unsafe) private let multi: UnsafeMutableRawPointer
    // Used by the engine's thread alone.
    nonisolated(unsafe) private var running: [UnsafeMutableRawPointer: Transfer] = [:]

    /// libcurl wants to be initialised once, before any other use.
    private static let isInitialised = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    init(configuration: ClientConfiguration) throws(ClientError) {
        guard ClientEngine.isInitialised, let multi = curl_multi_init() else { throw .outOfMemory }
        earshot_multi_set_long(multi, CURLMOPT_MAXCONNECTS, max(1, configuration.idleConnections))
        self.multi = multi
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        guard pthread_create(&thread, nil, carryTransfers, context.toOpaque()) == 0 else {
            context.release()
            throw .outOfMemory
        }
        pthread_detach(thread)
    }

    deinit { curl_multi_cleanup(multi) }

    func begin(_ transfer: Transfer) { order(.begin(transfer)) }

    func cancel(_ transfer: Transfer) { order(.cancel(transfer)) }

    func stop() {
        inbox.withLock { inbox in
            inbox.isStopped = true
            // Under the lock: the thread, and with it the handle, may be gone right after.
            curl_multi_wakeup(multi)
        }
    }

    private func order(_ order: Order) {
        inbox.withLock { inbox in
            inbox.orders.append(order)
            curl_multi_wakeup(multi)
        }
    }

    fileprivate func run() {
        while true {
            let (orders, isStopped) = inbox.withLock { inbox in
                defer { inbox.orders = [] }
                return (inbox.orders, inbox.isStopped)
            }
            for order in orders { obey(order) }
            if isStopped { break }
            var count: Int32 = 0
            curl_multi_perform(multi, &count)
            collectFinished()
            curl_multi_poll(multi, nil, 0, 1000, nil)
        }
        for transfer in running.values { remove(transfer, with: .failure(.cancelled)) }
    }

    private func obey(_ order: Order) {
        switch order {
        case .begin(let transfer):
            guard !transfer.isOver else { return }
            guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
                return transfer.end(with: .failure(.outOfMemory))
            }
            running[transfer.handle] = transfer
        case .cancel(let transfer):
            remove(transfer, with: .failure(.cancelled))
        }
    }

    private func collectFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let transfer = running[handle]
            else { continue }
            // The message is libcurl's and gone once the handle is removed.
            let code = message.pointee.data.result
            remove(transfer, with: transfer.result(of: code))
        }
    }

    private func remove(_ transfer: Transfer, with result: Result<ClientResponse, ClientError>) {
        if running.removeValue(forKey: transfer.handle) != nil {
            curl_multi_remove_handle(multi, transfer.handle)
        }
        transfer.end(with: result)
    }
}

private func carryTransfers(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<ClientEngine>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
