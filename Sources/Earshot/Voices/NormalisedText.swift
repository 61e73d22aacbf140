/// A text reduced to what two reposts of it have in common.
struct NormalisedText {
    let characters: [UInt32]
    /// Whether the text is more than marks and emoji, which are otherwise all there is to compare.
    let hasWords: Bool
    /// Whether platforms' marks were left out, which editions before the fourth of `voices.db` kept.
    let hadMarks: Bool

    /// - Parameter keepingMarks: as editions before the fourth of `voices.db` normalised.
    init(_ text: String, keepingMarks: Bool = false) {
        let words = NormalisedText.withoutForwarding(text)
        var kept: [UInt32] = []
        kept.reserveCapacity(text.utf8.count / 3 + 8)
        let remaining = keepingMarks ? nil : PlatformMarks.removed(from: words)
        if let remaining {
            for scalar in remaining {
                if let character = NormalisedText.fold(scalar) { kept.append(character) }
            }
        } else {
            for scalar in words.unicodeScalars {
                if let character = NormalisedText.fold(scalar) { kept.append(character) }
            }
        }
        hadMarks = remaining != nil
        hasWords = !kept.isEmpty
        characters = kept.isEmpty ? text.unicodeScalars.map(\.value) : kept
    }

    /// 转发, 转: and the names of those who forwarded (//@name:) stand before or behind the text itself.
    private static func withoutForwarding(_ text: String) -> Substring {
        let scalars = text.unicodeScalars
        let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
        var rest = text[start...]
        // Bytes: this is done for every voice, and nothing here depends on where a character ends.
        if let mark = forwardingMarks.first(where: { rest.utf8.starts(with: $0) }) {
            rest = rest[rest.utf8.index(rest.startIndex, offsetBy: mark.count)...]
        }
        if let names = forwarders(in: rest), names > rest.startIndex { rest = rest[..<names] }
        return rest
    }

    private static let forwardingMarks = ["转发微博", "【转发】", "[转发]", "转发", "【转】", "转:", "转："].map {
        Array($0.utf8)
    }

    /// Where the first //@ stands.
    private static func forwarders(in text: Substring) -> String.Index? {
        let bytes = text.utf8
        var start = bytes.startIndex
        while let at = bytes[start...].firstIndex(of: UInt8(ascii: "@")) {
            if let begin = bytes.index(at, offsetBy: -2, limitedBy: bytes.startIndex),
                bytes[begin..<at].elementsEqual("//".utf8)
            {
                return begin
            }
            start = bytes.index(after: at)
        }
        return nil
    }

    /// Lower-case half-width form of a letter, a digit or a Chinese character; nothing for anything else.
    private static func fold(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar.value {
        case 0x30...0x39, 0x61...0x7A: scalar.value
        case 0x41...0x5A: scalar.value + 0x20
        case 0xFF10...0xFF19, 0xFF41...0xFF5A: scalar.value - 0xFEE0
        case 0xFF21...0xFF3A: scalar.value - 0xFEE0 + 0x20
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x2_0000...0x3_FFFF: scalar.value
        case 0x00...0x7F, 0x2000...0x2BFF, 0x3000...0x303F, 0xFE00...0xFFFF, 0x1_F000...0x1_FAFF: nil
        default: scalar.properties.isAlphabetic ? scalar.value : nil
        }
    }

    /// The hash of the whole.
    var hash: UInt64 { NormalisedText.hash(characters[...]) }

    /// The hash of the whole as one author's words.
    func hash(by author: String) -> UInt64 {
        NormalisedText.hash((characters + [0] + author.unicodeScalars.map(\.value))[...])
    }

    /// The hash of every window of five characters.
    func forEachShingle(_ body: (UInt64) -> Void) {
        characters.withUnsafeBufferPointer { characters in
            guard characters.count >= Fingerprint.shingleLength else { return }
            for start in 0...(characters.count - Fingerprint.shingleLength) {
                var hash = NormalisedText.basis
                for offset in 0..<Fingerprint.shingleLength {
                    hash = (hash ^ UInt64(characters[start + offset])) &* NormalisedText.prime
                }
                body(NormalisedText.mixed(hash))
            }
        }
    }

    /// The hashes of all windows, ascending, each once; of the whole where the text is shorter than one.
    var shingles: [UInt64] {
        var all: [UInt64] = []
        all.reserveCapacity(characters.count)
        forEachShingle { all.append($0) }
        guard !all.isEmpty else { return [hash] }
        all.sort()
        var kept = 1
        for index in 1..<all.count where all[index] != all[kept - 1] {
            all[kept] = all[index]
            kept += 1
        }
        all.removeSubrange(kept...)
        return all
    }

    private static func hash(_ characters: ArraySlice<UInt32>) -> UInt64 {
        mixed(characters.reduce(basis) { ($0 ^ UInt64($1)) &* prime })
    }

    // FNV-1a (draft-eastlake-fnv) over characters, finished with the mixer of MurmurHash3: stable over builds, unlike
    // Swift's own hashing, and spread well enough to take the smallest.
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    private static func mixed(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }
}
