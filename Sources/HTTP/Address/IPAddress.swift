internal import Glibc

/// An IPv4 or IPv6 address.
///
/// An IPv4-mapped IPv6 address (`::ffff:10.0.0.1`) is the IPv4 address itself, so that no rule about an
/// address can be escaped by writing it the other way.
public struct IPAddress: Hashable, Sendable {
    /// The sixteen bytes in network order as two numbers; IPv4 in its mapped form.
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    init(v4 number: UInt32) {
        self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(number))
    }

    /// The address of a textual form (`203.0.113.7`, `2001:db8::1`), or nothing. Zone suffixes and brackets
    /// are not part of an address.
    public init?(_ text: some StringProtocol) {
        let text = String(text)
        guard !text.utf8.contains(0) else { return nil }
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(v4: UInt32(bigEndian: four.s_addr))
            return
        }
        var six = in6_addr()
        guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
        self.init(six)
    }

    init(_ six: in6_addr) {
        (high, low) = withUnsafeBytes(of: six) { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    /// The address in a socket address, or nothing for a family other than IPv4 and IPv6.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let number = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                $0.pointee.sin_addr.s_addr
            }
            self.init(v4: UInt32(bigEndian: number))
        case AF_INET6:
            self.init(
                address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { $0.pointee.sin6_addr })
        default:
            return nil
        }
    }

    /// Whether this is an IPv4 address.
    public var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    /// The first address of the block that one subscriber holds: of IPv6 the /64, within which anybody can take as
    /// many addresses as there are (RFC 7421); of IPv4 the address itself.
    public var block: IPAddress { isIPv4 ? self : IPAddress(high: high, low: 0) }

    /// The four bytes of an IPv4 address as a number.
    var v4: UInt32? { isIPv4 ? UInt32(truncatingIfNeeded: low) : nil }
}

extension IPAddress: CustomStringConvertible {
    /// The canonical text: dotted for IPv4, RFC 5952 for IPv6.
    public var description: String {
        if let v4 {
            return "\(v4 >> 24).\(v4 >> 16 & 255).\(v4 >> 8 & 255).\(v4 & 255)"
        }
        var six = in6_addr()
        withUnsafeMutableBytes(of: &six) { bytes in
            bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
            bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
        }
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(AF_INET6, &six, &buffer, socklen_t(buffer.count)) != nil else { return "::" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
