import COpenSSL

/// Whether both hold the same bytes. The time taken tells the lengths and nothing else.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left.withUnsafeBytes { left in
        right.withUnsafeBytes { right in constantTimeEqual(left, right) }
    }
}

/// Whether both texts have the same UTF-8 bytes. The time taken tells the lengths and nothing else.
public func constantTimeEqual(_ left: String, _ right: String) -> Bool {
    constantTimeEqual(Array(left.utf8), Array(right.utf8))
}

func constantTimeEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    guard left.count == right.count else { return false }
    guard let left = left.baseAddress, let other = right.baseAddress else { return true }
    return CRYPTO_memcmp(left, other, right.count) == 0
}
