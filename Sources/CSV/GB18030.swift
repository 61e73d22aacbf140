import Glibc

/// Turns GB18030, and with it GBK and GB2312, into UTF-8 as the bytes come in.
struct GB18030: ~Copyable {
    /// Stands in the output for bytes that are no text; never part of UTF-8, so that the row is rejected.
    static let broken: UInt8 = 0xFF

    private let descriptor: iconv_t
    /// The beginning of a character whose other bytes have not come yet.
    private var tail: [UInt8] = []

    init() throws(RowError) {
        guard let descriptor = iconv_open("UTF-8", "GB18030"), descriptor != iconv_t(bitPattern: -1) else {
            throw RowError(
                .unsupportedEncoding, line: 1,
                "the file is in GB18030, which this system's C library cannot convert; save it as UTF-8")
        }
        self.descriptor = descriptor
    }

    deinit { iconv_close(descriptor) }

    mutating func convert(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        var input = tail + bytes
        tail = []
        // No character of GB18030 grows by more than half: two bytes become at most three.
        var output = [UInt8](repeating: 0, count: input.count * 3 / 2 + 16)
        var read = 0
        var written = 0
        while read < input.count {
            guard step(&input, &read, &output, &written) else { continue }
            if errno == EINVAL, !isLast {
                tail = Array(input[read...])
                break
            }
            if errno != E2BIG {
                output[written] = GB18030.broken
                written += 1
                read += 1
            }
            output.append(contentsOf: repeatElement(0, count: 64))
        }
        output.removeLast(output.count - written)
        return output
    }

    /// One call of iconv(3); true when it stopped early, with the reason in `errno`.
    private func step(
        _ input: inout [UInt8], _ read: inout Int, _ output: inout [UInt8], _ written: inout Int
    ) -> Bool {
        input.withUnsafeMutableBytes { input in
            output.withUnsafeMutableBytes { output in
                var from = input.baseAddress?.advanced(by: read).assumingMemoryBound(to: CChar.self)
                var fromLeft = input.count - read
                var to = output.baseAddress?.advanced(by: written).assumingMemoryBound(to: CChar.self)
                var toLeft = output.count - written
                let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
                read = input.count - fromLeft
                written = output.count - toLeft
                return result == -1
            }
        }
    }

    /// How many bytes are no GB18030: the structure of GB 18030-2022, not its table of characters.
    ///
    /// - Parameter isCut: the bytes may end within a character, which then is not counted.
    static func brokenBytes(in bytes: ArraySlice<UInt8>, isCut: Bool) -> Int {
        var broken = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let rest = bytes[index...].prefix(4)
            let isLead = (0x81...0xFE).contains(bytes[index])
            guard isLead, rest.count > 1 else {
                if !isLead || !isCut { broken += 1 }
                index += 1
                continue
            }
            switch bytes[index + 1] {
            case 0x40...0x7E, 0x80...0xFE:
                index += 2
            case 0x30...0x39 where rest.count < 4 && isCut:
                index = bytes.endIndex
            case 0x30...0x39
            where rest.count == 4 && (0x81...0xFE).contains(bytes[index + 2])
                && (0x30...0x39).contains(bytes[index + 3]):
                index += 4
            default:
                broken += 1
                index += 1
            }
        }
        return broken
    }
}
