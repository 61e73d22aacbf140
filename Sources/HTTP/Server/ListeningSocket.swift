internal import CMicrohttpd
internal import Glibc

/// A TCP socket that listens. Made here and not by libmicrohttpd, which can neither report an exact error nor
/// listen on one given address of either family.
struct ListeningSocket: ~Copyable {
    private let descriptor: Int32
    let port: UInt16

    init(host: String, port: UInt16) throws(ServerError) {
        guard let address = IPAddress(host) else {
            throw ServerError(
                .invalidHost, "\"\(host)\" is not an address to listen on",
                hint: "Use an IP address: 127.0.0.1, 0.0.0.0 or ::.")
        }
        // "::" is not v4-mapped, so the family follows from the value alone.
        let family = address.isIPv4 ? AF_INET : AF_INET6
        let type = earshot_listening_socket_type()
        let descriptor = socket(family, type, 0)
        guard descriptor >= 0 else { throw ListeningSocket.failure("open a socket", host, port) }
        var (on, off): (Int32, Int32) = (1, 0)
        let size = socklen_t(MemoryLayout<Int32>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, size)
        if family == AF_INET6 {
            setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &off, size)
        }
        guard address.withSocketAddress(port: port, { bind(descriptor, $0, $1) }) == 0,
            listen(descriptor, 1024) == 0
        else {
            let error = ListeningSocket.failure("listen", host, port)
            close(descriptor)
            throw error
        }
        self.descriptor = descriptor
        self.port = ListeningSocket.boundPort(descriptor)
    }

    /// Hands the descriptor to somebody who closes it.
    consuming func release() -> Int32 { descriptor }

    private static func failure(_ action: String, _ host: String, _ port: UInt16) -> ServerError {
        let reason = String(cString: strerror(errno))
        return ServerError(
            .cannotListen, "cannot \(action) on \(host) port \(port): \(reason)",
            hint: "Choose another port, or stop the program that uses this one.")
    }

    private static func boundPort(_ descriptor: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutableBytes(of: &storage) { bytes in
            // The storage is larger than any socket address, so its base address exists.
            let address = bytes.baseAddress!.assumingMemoryBound(to: sockaddr.self)
            getsockname(descriptor, address, &length)
            // The port stands at the same place in both families' addresses.
            return UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self))
        }
    }
}

extension IPAddress {
    /// Calls `body` with the socket address of this address and port.
    func withSocketAddress<Result>(
        port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        if let v4 {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = v4.bigEndian
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        var address = sockaddr_in6()
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port.bigEndian
        withUnsafeMutableBytes(of: &address.sin6_addr) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in6>.size))
            }
        }
    }
}
