/// How much of some bytes is UTF-8 (RFC 3629, section 4).
struct UTF8Validity: Equatable {
    /// Characters of more than one byte.
    var characters = 0
    /// Bytes that begin or continue no character.
    var broken = 0

    /// - Parameter isCut: the bytes may end within a character, which then is not counted as broken.
    init(of bytes: ArraySlice<UInt8>, isCut: Bool) {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while let start = firstBeyondASCII(in: bytes, from: index) {
                switch lengthOfCharacter(in: bytes, at: start) {
                case .whole(let length):
                    characters += 1
                    index = start + length
                case .cut where isCut:
                    index = bytes.count
                case .cut, .broken:
                    broken += 1
                    index = start + 1
                }
            }
        }
    }
}

/// Whether every byte belongs to a whole character.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while let start = firstBeyondASCII(in: bytes, from: index) {
            guard case .whole(let length) = lengthOfCharacter(in: bytes, at: start) else { return false }
            index = start + length
        }
        return true
    }
}

/// The first byte at or after `start` that is not ASCII; looks at eight bytes at a time.
func firstBeyondASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
        if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
    }
    while index < bytes.count {
        if bytes[index] >= 0x80 { return index }
        index += 1
    }
    return nil
}

private enum CharacterLength {
    case whole(Int)
    /// The bytes end before the character does.
    case cut
    case broken
}

/// The table of RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF.
@inline(__always)
private func lengthOfCharacter(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> CharacterLength {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .broken
    }
    guard index + 1 < bytes.count else { return .cut }
    guard second.contains(bytes[index + 1]) else { return .broken }
    for offset in 2..<max(length, 2) {
        guard index + offset < bytes.count else { return .cut }
        guard bytes[index + offset] & 0xC0 == 0x80 else { return .broken }
    }
    return .whole(length)
}
