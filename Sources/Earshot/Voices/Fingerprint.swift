/// By what a repost is recognised: the same text after normalising, or nearly the same.
///
/// Normalising keeps letters, digits and Chinese characters, folds full-width forms and case, and drops everything
/// else, so that emoji, blanks and punctuation make no difference; forwarding marks (转发, //@name:) go as well, and so do
/// the names of people who are called (@name), a site's own emoji ([捂脸]) and what stands where a site cut the text
/// (…全文).
public struct Fingerprint: Sendable, Hashable {
    /// Equal for equal normalised texts. Stable over builds, because it is stored.
    public var exact: Int64
    /// The same as editions before the fourth of `voices.db` stored it; nothing where that makes no difference.
    public var former: Int64?
    /// Whether an equal text is the same one. What many people say in the same few words (油耗高) is not, unless one author
    /// does.
    public var isTelling: Bool
    /// The smallest hashes of the text's shingles (windows of five characters): nearly equal texts share one with
    /// high probability. Empty for a text too short to be judged by its parts.
    ///
    /// Method: bottom-k sketch of MinHash, Broder, "On the resemblance and containment of documents", 1997.
    public var anchors: [Int64]
    /// 64 bits of which nearly equal texts share almost all.
    ///
    /// Method: SimHash, Charikar, "Similarity estimation techniques from rounding algorithms", 2002.
    public var sketch: UInt64

    /// Texts with fewer characters are only compared as a whole.
    static let shortestForParts = 12
    static let shingleLength = 5
    /// Anchors of a text that is long enough to have any.
    public static let anchorCount = 2

    /// - Parameter author: as the source names who wrote it.
    public init(of text: String, by author: String? = nil) {
        let kept = NormalisedText(text)
        let isShort = kept.hasWords && kept.characters.count < Fingerprint.shortestForParts
        isTelling = !isShort || author != nil
        if isShort, let author {
            exact = Int64(bitPattern: kept.hash(by: author))
        } else {
            exact = Int64(bitPattern: kept.hash)
            if kept.hadMarks {
                former = Int64(bitPattern: NormalisedText(text, keepingMarks: true).hash)
            }
        }
        guard kept.characters.count >= Fingerprint.shortestForParts else {
            anchors = []
            sketch = 0
            return
        }
        var smallest = (UInt64.max, UInt64.max)
        var bits = BitVotes()
        kept.forEachShingle { hash in
            bits.add(hash)
            if hash < smallest.0 {
                smallest = (hash, smallest.0)
            } else if hash < smallest.1, hash != smallest.0 {
                smallest.1 = hash
            }
        }
        anchors = [smallest.0, smallest.1].map { Int64(bitPattern: $0) }
        sketch = bits.majority
    }

    /// Whether two texts may be nearly the same; true for all that are, and for few others.
    public static func mayBeNear(_ left: UInt64, _ right: UInt64) -> Bool {
        (left ^ right).nonzeroBitCount <= 20
    }
}

/// How often each of 64 bits was set, for the majority of every one.
private struct BitVotes {
    private var counts = [Int32](repeating: 0, count: 64)
    /// Eight bits to eight bytes: byte counters that are emptied before one can overflow.
    private var packed = SIMD8<UInt64>()
    private var pending = 0
    private var total: Int32 = 0

    private static let spread: [UInt64] = (0..<256).map { (byte: UInt64) -> UInt64 in
        var lanes: UInt64 = 0
        for bit: UInt64 in 0..<8 { lanes |= (byte >> bit & 1) << (bit * 8) }
        return lanes
    }

    mutating func add(_ hash: UInt64) {
        for lane in 0..<8 {
            packed[lane] &+= BitVotes.spread[Int(hash >> UInt64(lane * 8) & 0xFF)]
        }
        pending += 1
        total += 1
        if pending == 255 { unpack() }
    }

    private mutating func unpack() {
        for lane in 0..<8 {
            for bit in 0..<8 {
                counts[lane * 8 + bit] += Int32(packed[lane] >> UInt64(bit * 8) & 0xFF)
            }
        }
        packed = SIMD8()
        pending = 0
    }

    var majority: UInt64 {
        var final = self
        final.unpack()
        var sketch: UInt64 = 0
        for bit in 0..<64 where final.counts[bit] * 2 > total { sketch |= 1 << UInt64(bit) }
        return sketch
    }
}
