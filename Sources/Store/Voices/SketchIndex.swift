import Earshot

/// The sketches of the latest voices in memory, by anchor, so that a text costs no look at the disk unless something
/// like it is there.
///
/// It holds two generations of voices. A full one becomes the older one, and what was older is forgotten: the latest
/// half a million to a million voices are known at any time, in 64 bytes each.
struct SketchIndex {
    /// The newest voice that is in it; 0 when there is none.
    private(set) var newest: Int64 = 0
    private var younger: Generation
    private var older: Generation?
    private let capacity: Int

    /// Voices a generation holds.
    static let usualCapacity = 1 << 19

    init(capacity: Int = usualCapacity) {
        self.capacity = capacity
        younger = Generation(first: 0)
    }

    /// The oldest voice that is still known; everything before it may be forgotten on disk too.
    var oldest: Int64 { (older ?? younger).first }

    /// Adds a voice. One whose number is not above all that are in it goes to its own generation, and nowhere where that is
    /// forgotten.
    mutating func add(_ voice: Int64, anchors: [Int64], sketch: UInt64) {
        if voice - younger.first >= Int64(capacity) {
            // After a gap of a whole generation nothing of the older voices is recent any more.
            older = voice - younger.first < Int64(2 * capacity) ? younger : nil
            younger = Generation(first: voice)
        }
        newest = max(newest, voice)
        if voice >= younger.first {
            younger.add(voice, anchors: anchors, sketch: sketch)
        } else if let first = older?.first, voice >= first {
            older?.add(voice, anchors: anchors, sketch: sketch)
        }
    }

    /// The voices that may be nearly the same text, the earliest first.
    func candidates(anchors: [Int64], sketch: UInt64) -> [Int64] {
        var found: [Int64] = []
        for anchor in anchors {
            older?.collect(anchor, sketch, into: &found)
            younger.collect(anchor, sketch, into: &found)
        }
        // A voice that shares both anchors is found twice.
        return found.count > 1 ? Set(found).sorted() : found
    }
}

/// Voices of consecutive numbers in a hash table with open addressing, from an anchor to the voices that have it.
private struct Generation {
    /// The number from which the voices are counted.
    let first: Int64
    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    private var used = 0

    /// A voice under one of its anchors. The sketch stands in it, not elsewhere: the voices of an anchor lie side by
    /// side and are looked through without a jump in memory.
    private struct Slot {
        /// 32 bits of the anchor, and one more than the voice's place after `first`; 0 for an empty slot.
        var key: UInt64 = 0
        var sketch: UInt64 = 0

        var tag: Int { Int(key >> 32) }
        var place: Int64 { Int64(key & 0xFFFF_FFFF) - 1 }
    }

    /// Voices that are found under one anchor: of a phrase that thousands of texts begin with, the first ones.
    private static let mostSharers = 32

    init(first: Int64) {
        self.first = first
    }

    mutating func add(_ voice: Int64, anchors: [Int64], sketch: UInt64) {
        let place = UInt64(voice - first)
        for anchor in anchors {
            if used * 2 >= slots.count { grow() }
            let tag = Generation.tag(anchor)
            var sharers = 0
            var index = tag & mask
            while slots[index].key != 0 {
                if slots[index].tag == tag { sharers += 1 }
                index = (index + 1) & mask
            }
            guard sharers < Generation.mostSharers else { continue }
            slots[index] = Slot(key: UInt64(tag) << 32 | (place + 1), sketch: sketch)
            used += 1
        }
    }

    func collect(_ anchor: Int64, _ sketch: UInt64, into found: inout [Int64]) {
        let tag = Generation.tag(anchor)
        var index = tag & mask
        while slots[index].key != 0 {
            let slot = slots[index]
            if slot.tag == tag, Fingerprint.mayBeNear(sketch, slot.sketch) {
                found.append(first + slot.place)
            }
            index = (index + 1) & mask
        }
    }

    private mutating func grow() {
        let earlier = slots
        slots = [Slot](repeating: Slot(), count: earlier.count * 2)
        for slot in earlier where slot.key != 0 {
            var index = slot.tag & mask
            while slots[index].key != 0 { index = (index + 1) & mask }
            slots[index] = slot
        }
    }

    private var mask: Int { slots.count - 1 }

    /// Anchors are the smallest of many hashes: their upper bits are alike, their lower ones are not.
    private static func tag(_ anchor: Int64) -> Int {
        Int(truncatingIfNeeded: UInt64(bitPattern: anchor) & 0xFFFF_FFFF)
    }
}
