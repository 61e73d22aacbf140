internal import CMicrohttpd
internal import Glibc

// What libmicrohttpd calls, from its own threads. Each unwraps and forwards; nothing more happens here.

/// A connection was accepted or is about to be closed.
func connectionChanged(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
    slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, change: MHD_ConnectionNotificationCode
) {
    guard let context, let handle, let slot else { return }
    let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    if change == .CONNECTION_NOTIFY_STARTED {
        let descriptor = connectionFact(handle, .CONNECTION_INFO_CONNECTION_FD)?.pointee.connect_fd ?? -1
        let address = connectionFact(handle, .CONNECTION_INFO_CLIENT_ADDRESS)?.pointee.client_addr
        let peer = address.flatMap { IPAddress($0) } ?? IPAddress(high: 0, low: 0)
        slot.pointee = Unmanaged.passRetained(core.opened(descriptor, from: peer)).toOpaque()
    } else if let pointer = slot.pointee {
        let connection = Unmanaged<Connection>.fromOpaque(pointer).takeRetainedValue()
        slot.pointee = nil
        // libmicrohttpd 0.9.75 forgets to complete a request when its own answer to a malformed one fails.
        if let forgotten = connection.exchange {
            forgotten.complete(answered: false)
            Unmanaged.passUnretained(forgotten).release()
        }
        core.closed(connection)
    }
}

/// A request line has been read; what is returned accompanies the request.
func requestBegan(
    context: UnsafeMutableRawPointer?, target: UnsafePointer<CChar>?, handle: OpaquePointer?
) -> UnsafeMutableRawPointer? {
    guard let context, let handle, let connection = connection(of: handle) else { return nil }
    let core = Unmanaged<ServerCore>.fromOpaque(context).takeUnretainedValue()
    return Unmanaged.passRetained(
        Exchange(core: core, connection: connection, handle: handle, target: target)
    ).toOpaque()
}

/// A head, a piece of a body, or the end of a request has been read, or the connection was resumed.
func requestAdvanced(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?, url: UnsafePointer<CChar>?,
    method: UnsafePointer<CChar>?, version: UnsafePointer<CChar>?, data: UnsafePointer<CChar>?,
    size: UnsafeMutablePointer<Int>?, slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let pointer = slot?.pointee, let method, let size else { return .NO }
    let exchange = Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
    let advanced = exchange.advance(
        method: method, version: version,
        piece: UnsafeRawBufferPointer(start: data, count: size.pointee))
    size.pointee = advanced.unread
    return advanced.goesOn ? .YES : .NO
}

/// A request is over, well or not.
func requestCompleted(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?,
    slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, reason: MHD_RequestTerminationCode
) {
    guard let pointer = slot?.pointee else { return }
    slot?.pointee = nil
    Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue()
        .complete(answered: reason == .REQUEST_TERMINATED_COMPLETED_OK)
}

/// Leaves escapes alone: the router decodes by its own rules, from the target as it was sent.
func keepEscapes(
    context: UnsafeMutableRawPointer?, handle: OpaquePointer?, text: UnsafeMutablePointer<CChar>?
) -> Int {
    text.map { strlen($0) } ?? 0
}

private func connection(of handle: OpaquePointer) -> Connection? {
    let slot = connectionFact(handle, .CONNECTION_INFO_SOCKET_CONTEXT)?.pointee.socket_context
    return slot.map { Unmanaged<Connection>.fromOpaque($0).takeUnretainedValue() }
}

/// The bytes of the request line and the header fields that were read.
func headSize(of handle: OpaquePointer) -> Int {
    connectionFact(handle, .CONNECTION_INFO_REQUEST_HEADER_SIZE)?.pointee.header_size ?? 0
}

private func connectionFact(
    _ handle: OpaquePointer, _ kind: MHD_ConnectionInfoType
) -> UnsafePointer<MHD_ConnectionInfo>? {
    // The variadic twin has no arguments for these kinds; the shim calls it.
    earshot_connection_fact(handle, kind)
}
