/// A block of addresses in CIDR notation, for example `10.0.0.0/8` or `fd00::/8`.
public struct IPNetwork: Hashable, Sendable {
    private let base: IPAddress
    private let highMask: UInt64
    private let lowMask: UInt64

    /// The network of `10.0.0.0/8`, `fd00::/8` or a single address, or nothing when it is malformed.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        let width = address.isIPv4 ? 32 : 128
        var length = width
        if parts.count == 2 {
            guard let given = Int(parts[1]), (0...width).contains(given), parts[1].utf8.count <= 3,
                parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            length = given
        }
        self.init(address, prefix: length + 128 - width)
    }

    /// The network of `address` with the first `prefix` of 128 bits fixed.
    init(_ address: IPAddress, prefix: Int) {
        highMask = prefix >= 64 ? .max : prefix == 0 ? 0 : ~(.max >> UInt64(prefix))
        lowMask = prefix >= 128 ? .max : prefix <= 64 ? 0 : ~(.max >> UInt64(prefix - 64))
        base = IPAddress(high: address.high & highMask, low: address.low & lowMask)
    }

    /// Whether `address` lies within the block.
    public func contains(_ address: IPAddress) -> Bool {
        address.high & highMask == base.high && address.low & lowMask == base.low
    }
}
