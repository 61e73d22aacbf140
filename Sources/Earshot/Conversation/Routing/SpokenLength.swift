/// A length of time of one or more units, as it is written in the place of one: 两天三小时, 一天半, 十分钟左右, 100年.
struct SpokenLength: Equatable {
    var seconds: Int
    /// Whether it is a number of one unit that `ExpressionScanner` reads as well, if it knows the unit.
    var isPlain: Bool
    /// The position behind it among the scalars.
    var end: Int

    /// As slots hold it: `30m`, `2h` or `1d`; nothing where it is less than a minute.
    var duration: String? {
        if seconds < 60 { return nil }
        if seconds % SpokenLength.day == 0 {
            return "\(min(seconds / SpokenLength.day, SpokenLength.longestInDays))d"
        }
        let minutes = (seconds + 59) / 60
        if minutes > SpokenLength.longestInDays {
            return "\(min(minutes / 1440, SpokenLength.longestInDays))d"
        }
        return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    }

    /// The length that begins at a position; nothing where none does.
    init?(_ scalars: [UInt32], at start: Int) {
        guard let longest = SpokenLength.all(in: scalars, at: start).first else { return nil }
        self = longest
    }

    private init(seconds: Int, isPlain: Bool, end: Int) {
        (self.seconds, self.isPlain, self.end) = (seconds, isPlain, end)
    }

    /// The length that begins at a position, and what is left of it without its last units: the longest comes first.
    static func all(in scalars: [UInt32], at start: Int) -> [SpokenLength] {
        var lengths: [SpokenLength] = []
        while lengths.count < mostUnits,
            let part = part(scalars, at: lengths.last?.end ?? start, isFirst: lengths.isEmpty)
        {
            lengths.append(
                SpokenLength(
                    seconds: (lengths.last?.seconds ?? 0) + part.seconds,
                    isPlain: lengths.isEmpty && part.isPlain, end: part.end))
        }
        return lengths.reversed()
    }

    private static let mostUnits = 4
    private static let day = 86_400
    /// More than this is not told apart.
    private static let longestInDays = 99_999

    /// A number and its unit: 两天, 半小时, 一个半小时, 1.5天, 一天半.
    private static func part(
        _ scalars: [UInt32], at start: Int, isFirst: Bool
    ) -> (seconds: Int, isPlain: Bool, end: Int)? {
        var position = start
        if !isFirst, position < scalars.count, between.contains(scalars[position]) { position += 1 }
        guard position < scalars.count else { return nil }
        var tenths: Int
        var isPlain = true
        if scalars[position] == Sign.half {
            (tenths, position) = (5, position + 1)
        } else {
            guard let number = Numerals.read(scalars, at: position) else { return nil }
            (tenths, position) = (number.value * 10, number.end)
            if position + 1 < scalars.count, scalars[position] == point,
                let digit = tenth(scalars[position + 1])
            {
                (tenths, position, isPlain) = (tenths + digit, position + 2, false)
            } else if scalars[position...].starts(with: [piece, Sign.half]) {
                // 一个半小时
                (tenths, position) = (tenths + 5, position + 2)
            }
        }
        guard let unit = unit(scalars, at: position) else { return nil }
        position = unit.end
        // 一天半, but 一天半小时 is a day and half an hour.
        if position < scalars.count, scalars[position] == Sign.half,
            self.unit(scalars, at: position + 1) == nil
        {
            (tenths, position, isPlain) = (tenths + 5, position + 1, false)
        }
        return (tenths * unit.seconds / 10, isPlain, position)
    }

    private static func unit(_ scalars: [UInt32], at position: Int) -> (seconds: Int, end: Int)? {
        guard position < scalars.count else { return nil }
        for unit in units where scalars[position...].starts(with: unit.scalars) {
            let end = position + unit.scalars.count
            // d of 2d3h, and no letter of a word.
            let isWord =
                unit.scalars.last.map(isLetter) == true && end < scalars.count && isLetter(scalars[end])
            if !isWord { return (unit.seconds, end) }
        }
        return nil
    }

    private static func tenth(_ scalar: UInt32) -> Int? {
        (0x30...0x39).contains(scalar) ? Int(scalar) - 0x30 : nil
    }
    private static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }

    private static let point: UInt32 = 0x2E
    private static let piece: UInt32 = 0x4E2A  // 个
    /// 两天零三小时, 两天 三小时.
    private static let between = Set("零又加和 ".unicodeScalars.map(\.value))
    private static let names: [(String, Int)] = [
        ("年", 31_536_000), ("个季度", 7_776_000), ("季度", 7_776_000), ("个月", 2_592_000), ("个星期", 604_800),
        ("个礼拜", 604_800), ("星期", 604_800), ("礼拜", 604_800), ("周", 604_800), ("天", 86_400), ("个小时", 3600),
        ("小时", 3600), ("个钟头", 3600), ("钟头", 3600), ("个钟", 3600), ("刻钟", 900), ("分钟", 60), ("分", 60),
        ("秒钟", 1), ("秒", 1), ("d", 86_400), ("h", 3600), ("min", 60), ("m", 60), ("s", 1),
    ]
    private static let units: [(scalars: [UInt32], seconds: Int)] = names.map { name, seconds in
        (name.unicodeScalars.map(\.value), seconds)
    }
}
