import Earshot

/// What a transaction adds to `daily_count`: every count first by itself, the rows at the end in the order of their
/// key, so that neighbours are written side by side.
struct DailyCounts {
    /// Day, place, subject, aspect and polarity of one count, packed so that their order is that of the table's key
    /// and a comparison is one of numbers.
    private var counted: [UInt128] = []

    /// One row of `daily_count`.
    struct Row: Equatable {
        var day: Int
        var place: Int
        var subject: Int
        var aspect: Int
        var tally: Tally
    }

    mutating func add(day: Int, place: Int, subject: Int, aspect: Int, polarity: Polarity) {
        let key = PackedKey(day, place, subject, aspect)
        counted.append(key.packed << 2 | UInt128(polarity.sign + 1))
    }

    /// Gives each row once, in the order of the key, and forgets them.
    mutating func drain(_ write: (Row) throws -> Void) throws {
        counted.sort()
        defer { counted = [] }
        var index = 0
        while index < counted.count {
            let key = counted[index] >> 2
            var tally = Tally()
            while index < counted.count, counted[index] >> 2 == key {
                switch counted[index] & 3 {
                case 0: tally.negative += 1
                case 1: tally.neutral += 1
                default: tally.positive += 1
                }
                index += 1
            }
            let (day, place, subject, aspect) = PackedKey(packed: key).numbers
            try write(Row(day: day, place: place, subject: subject, aspect: aspect, tally: tally))
        }
    }
}
