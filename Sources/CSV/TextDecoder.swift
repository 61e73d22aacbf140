/// Finds out a file's encoding from its bytes and hands them on as UTF-8.
///
/// A byte order mark decides at once. Otherwise ASCII passes, and the first 64 KiB from the first other byte
/// on decide between UTF-8 and GB18030: whichever fits. A UTF-8 file with a few broken bytes stays UTF-8, for
/// most of its characters would be valid GB18030 as well, and wrong.
public struct TextDecoder: ~Copyable {
    private static let window = 64 * 1024

    private enum Encoding {
        /// Nothing read yet that could be told from a byte order mark.
        case unread
        case undecided
        case utf8
        case gb18030
    }

    private var encoding = Encoding.unread
    /// Bytes that wait for the decision.
    private var held: [UInt8] = []
    private var converter: GB18030?

    public init() {}

    /// The UTF-8 that is certain after these bytes; may be nothing. Bytes that are no text stay broken.
    ///
    /// - Throws: `unsupportedEncoding`.
    public mutating func decode(
        _ bytes: ArraySlice<UInt8>, isLast: Bool
    ) throws(RowError) -> ArraySlice<UInt8> {
        switch encoding {
        case .utf8:
            return bytes
        case .gb18030:
            guard let text = converter?.convert(bytes, isLast: isLast) else { return [] }
            return text[...]
        case .unread:
            held += bytes
            guard held.count >= 3 || isLast else { return [] }
            let start = try byteOrderMark()
            let rest = held[start...]
            held = []
            return try decode(rest, isLast: isLast)
        case .undecided:
            let ascii = bytes.withUnsafeBufferPointer { firstBeyondASCII(in: $0, from: 0) ?? $0.count }
            let known = bytes.prefix(held.isEmpty ? ascii : 0)
            held += bytes.dropFirst(known.count)
            guard held.count >= TextDecoder.window || (isLast && !held.isEmpty) else { return known }
            try decide(isLast: isLast)
            let rest = held[...]
            held = []
            return try known + decode(rest, isLast: isLast)
        }
    }

    /// Where the text begins.
    private mutating func byteOrderMark() throws(RowError) -> Int {
        if held.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8
            return 3
        }
        if held.starts(with: [0xFF, 0xFE]) || held.starts(with: [0xFE, 0xFF]) {
            throw RowError(
                .unsupportedEncoding, line: 1, "the file is in UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)"
            )
        }
        encoding = .undecided
        return 0
    }

    private mutating func decide(isLast: Bool) throws(RowError) {
        let asUTF8 = UTF8Validity(of: held[...], isCut: !isLast)
        let brokenAsGB = GB18030.brokenBytes(in: held[...], isCut: !isLast)
        if asUTF8.broken > 0, asUTF8.broken * 4 > asUTF8.characters, brokenAsGB * 8 < asUTF8.broken {
            converter = try GB18030()
            encoding = .gb18030
        } else {
            encoding = .utf8
        }
    }
}
