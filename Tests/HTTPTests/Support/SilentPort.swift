import Glibc

@testable import HTTP

/// A port of loopback where connections are made and nobody ever says a word.
final class SilentPort: Sendable {
    private let descriptor: Int32
    let number: UInt16

    init?() {
        guard let loopback = IPAddress("127.0.0.1") else { return nil }
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                loopback.withSocketAddress(port: 0) { bind(descriptor, $0, $1) } == 0
                    && listen(descriptor, 4) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        number = UInt16(bigEndian: address.sin_port)
        // The deinitialiser closes it in either case.
        guard isListening else { return nil }
    }

    deinit { close(descriptor) }
}
