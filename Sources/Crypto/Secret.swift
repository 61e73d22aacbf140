import COpenSSL

/// Bytes that must not be seen: a key, a token, a password.
///
/// Its description is `<secret>`, a mirror or `dump` of it is empty, it cannot be encoded, and its memory is
/// overwritten when the last copy goes away. It is compared in constant time.
public struct Secret: Sendable {
    private let storage: Storage

    /// The secret with the given bytes. The array itself stays with the caller.
    public init(_ bytes: some Collection<UInt8>) {
        storage = Storage(copying: bytes)
    }

    /// The secret written as text, in UTF-8.
    public init(_ text: String) {
        self.init(text.utf8)
    }

    /// The parts one after the other, without a copy outside protected memory.
    public init(joining parts: [Secret]) {
        storage = Storage(count: parts.reduce(0) { $0 + $1.count })
        var offset = 0
        for part in parts {
            part.withUnsafeBytes { storage.bytes[offset..<offset + $0.count].copyBytes(from: $0) }
            offset += part.count
        }
    }

    /// The number of bytes.
    public var count: Int { storage.bytes.count }

    public var isEmpty: Bool { count == 0 }

    /// The first bytes as a secret of its own, or nothing when there are fewer.
    public func prefix(_ length: Int) -> Secret? {
        guard (0...count).contains(length) else { return nil }
        return withUnsafeBytes { Secret($0.prefix(length)) }
    }

    /// Lends the bytes for the length of the call. Copies that the caller makes are not overwritten.
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeBufferPointer(storage.bytes.assumingMemoryBound(to: UInt8.self)).span)
    }

    /// The text the secret stands for, for handing it to the system that wants it and to nobody else.
    public func revealText() -> String {
        withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(storage.bytes))
    }

    // @unchecked because the buffer is written only inside the initialisers, before anyone else has it.
    private final class Storage: @unchecked Sendable {
        let bytes: UnsafeMutableRawBufferPointer

        init(count: Int) {
            bytes = .allocate(byteCount: count, alignment: 1)
        }

        convenience init(copying source: some Collection<UInt8>) {
            self.init(count: source.count)
            if source.withContiguousStorageIfAvailable({ bytes.copyMemory(from: UnsafeRawBufferPointer($0)) })
                == nil
            {
                bytes.copyBytes(from: source)
            }
        }

        deinit {
            // Unlike memset, a call that the optimiser may not remove.
            OPENSSL_cleanse(bytes.baseAddress, bytes.count)
            bytes.deallocate()
        }
    }
}

extension Secret: Equatable {
    /// Takes a time that depends on the lengths alone.
    public static func == (left: Secret, right: Secret) -> Bool {
        left.withUnsafeBytes { left in
            right.withUnsafeBytes { right in constantTimeEqual(left, right) }
        }
    }

    /// Whether the secret consists of these bytes, in a time that depends on the lengths alone.
    public func equals(_ bytes: [UInt8]) -> Bool {
        withUnsafeBytes { own in
            bytes.withUnsafeBytes { constantTimeEqual(own, $0) }
        }
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "<secret>" }
    public var debugDescription: String { "<secret>" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
