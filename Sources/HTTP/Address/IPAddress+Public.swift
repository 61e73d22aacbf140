extension IPAddress {
    /// Whether the address belongs to the public internet.
    ///
    /// False for everything that the IANA special-purpose registries do not call globally reachable: private,
    /// loopback, link-local, shared, documentation, benchmarking, multicast and reserved addresses, and for
    /// those that carry an IPv4 address on (6to4, Teredo, NAT64), through which the others could be reached.
    public var isPublic: Bool {
        if isIPv4 { return !IPAddress.specialIPv4.contains { $0.contains(self) } }
        return IPAddress.globalIPv6.contains(self) && !IPAddress.specialIPv6.contains { $0.contains(self) }
    }

    /// IPv4-mapped, so the lengths of the table are counted from bit 96.
    private static func v4(_ first: UInt32, _ second: UInt32, _ third: UInt32, prefix: Int) -> IPNetwork {
        IPNetwork(IPAddress(v4: first << 24 | second << 16 | third << 8), prefix: 96 + prefix)
    }

    private static func v6(_ high: UInt64, prefix: Int) -> IPNetwork {
        IPNetwork(IPAddress(high: high, low: 0), prefix: prefix)
    }

    /// IANA IPv4 Special-Purpose Address Registry; multicast and the reserved rest.
    private static let specialIPv4 = [
        v4(0, 0, 0, prefix: 8), v4(10, 0, 0, prefix: 8), v4(100, 64, 0, prefix: 10),
        v4(127, 0, 0, prefix: 8), v4(169, 254, 0, prefix: 16), v4(172, 16, 0, prefix: 12),
        v4(192, 0, 0, prefix: 24), v4(192, 0, 2, prefix: 24), v4(192, 31, 196, prefix: 24),
        v4(192, 52, 193, prefix: 24), v4(192, 88, 99, prefix: 24), v4(192, 168, 0, prefix: 16),
        v4(192, 175, 48, prefix: 24), v4(198, 18, 0, prefix: 15), v4(198, 51, 100, prefix: 24),
        v4(203, 0, 113, prefix: 24), v4(224, 0, 0, prefix: 4), v4(240, 0, 0, prefix: 4),
    ]

    /// Global unicast: all that is assigned to the public lies in 2000::/3.
    private static let globalIPv6 = v6(0x2000_0000_0000_0000, prefix: 3)

    /// What is special within it: protocol assignments with Teredo, documentation twice, 6to4.
    private static let specialIPv6 = [
        v6(0x2001_0000_0000_0000, prefix: 23), v6(0x2001_0DB8_0000_0000, prefix: 32),
        v6(0x2002_0000_0000_0000, prefix: 16), v6(0x3FFF_0000_0000_0000, prefix: 20),
    ]
}
