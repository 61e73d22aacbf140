/// The different character n-grams of a text, each as the number of a bucket (feature hashing: Weinberger et al.,
/// "Feature Hashing for Large Scale Multitask Learning", ICML 2009; without signs, as each is counted once).
struct GramSet: Sendable {
    /// The first `count` are the buckets, in the order in which they were met.
    private var storage: [UInt32]
    private(set) var count = 0
    /// Bucket + 1 by place of an open hash table; 0 is free.
    private var slots: [UInt32]
    private var mask = 0

    init() {
        storage = [UInt32](repeating: 0, count: 256)
        slots = [UInt32](repeating: 0, count: 512)
    }

    var buckets: ArraySlice<UInt32> { storage[..<count] }

    /// Empties the set and makes room for so many.
    mutating func clear(for most: Int) {
        count = 0
        var size = 64
        while size < most * 2 { size *= 2 }
        if size > slots.count {
            slots = [UInt32](repeating: 0, count: size)
        } else {
            slots.withUnsafeMutableBufferPointer { slots in
                UnsafeMutableBufferPointer(rebasing: slots[..<size]).update(repeating: 0)
            }
        }
        mask = size - 1
        if storage.count < most { storage = [UInt32](repeating: 0, count: most) }
    }

    /// Adds one n-gram by its hash.
    ///
    /// - Precondition: no more are added than `clear` made room for.
    mutating func insert(_ hash: UInt64, bits: Int) {
        withTable { $0.insert(GramSet.bucket(hash, bits: bits)) }
    }

    /// Adds all n-grams of 1 to `longest` symbols.
    ///
    /// - Parameter kind: keeps grams of one kind apart from those of another.
    /// - Precondition: no more are added than `clear` made room for.
    mutating func insert(_ symbols: ArraySlice<UInt32>, longest: Int, kind: UInt64 = 0, bits: Int) {
        symbols.withUnsafeBufferPointer { symbols in
            withTable { table in
                for start in symbols.indices {
                    var hash = kind
                    for index in start..<min(start + longest, symbols.count) {
                        hash = GramSet.extended(hash, symbols[index])
                        table.insert(GramSet.bucket(hash, bits: bits))
                    }
                }
            }
        }
    }

    /// The table while grams are added to it.
    private struct Table {
        var buckets: UnsafeMutableBufferPointer<UInt32>
        var slots: UnsafeMutableBufferPointer<UInt32>
        var mask: Int
        var count: Int

        @inline(__always)
        mutating func insert(_ bucket: UInt32) {
            var slot = Int(bucket &* 0x9E37_79B1) & mask
            while slots[slot] != 0 {
                if slots[slot] == bucket + 1 { return }
                slot = (slot + 1) & mask
            }
            slots[slot] = bucket + 1
            buckets[count] = bucket
            count += 1
        }
    }

    @inline(__always)
    private mutating func withTable(_ body: (inout Table) -> Void) {
        let (mask, count) = (mask, count)
        self.count = storage.withUnsafeMutableBufferPointer { storage in
            slots.withUnsafeMutableBufferPointer { slots in
                precondition(mask < slots.count)
                var table = Table(buckets: storage, slots: slots, mask: mask, count: count)
                body(&table)
                return table.count
            }
        }
    }

    /// The hash of a gram with one symbol more.
    @inline(__always)
    static func extended(_ hash: UInt64, _ symbol: UInt32) -> UInt64 {
        ((hash << 23 | hash >> 41) ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15
    }

    @inline(__always)
    static func bucket(_ hash: UInt64, bits: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: ((hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9) >> UInt64(64 - bits))
    }
}
