/// Reads whole numbers written in digits or Chinese numerals.
enum Numerals {
    /// The number that begins at `start` and the position after it; nothing when none does or when it has
    /// more than six digits.
    static func read(_ scalars: [UInt32], at start: Int) -> (value: Int, end: Int)? {
        guard start < scalars.count else { return nil }
        if isDigit(scalars[start]) { return readDigits(scalars, at: start) }
        guard begins(scalars[start]) else { return nil }
        return readChinese(scalars, at: start)
    }

    /// Whether a Chinese number can begin with this character.
    static func begins(_ scalar: UInt32) -> Bool {
        scalar == ten || scalar == hundred || digit(scalar) != nil
    }

    private static func readDigits(_ scalars: [UInt32], at start: Int) -> (value: Int, end: Int)? {
        var value = 0
        var index = start
        while index < scalars.count, isDigit(scalars[index]) {
            guard index - start < 6 else { return nil }
            value = value * 10 + Int(scalars[index] - 0x30)
            index += 1
        }
        return (value, index)
    }

    /// 十二, 二十, 一百零五, and digits in a row (二〇二六).
    private static func readChinese(_ scalars: [UInt32], at start: Int) -> (value: Int, end: Int)? {
        var index = start
        var total = 0
        var pending: Int?
        var positional = false
        while index < scalars.count, index - start < 7 {
            let scalar = scalars[index]
            if scalar == ten {
                total += (pending ?? 1) * 10
                pending = nil
            } else if scalar == hundred {
                total += (pending ?? 1) * 100
                pending = nil
            } else if let value = digit(scalar) {
                if let before = pending, before != 0 || positional {
                    pending = before * 10 + value
                    positional = true
                } else {
                    pending = value
                }
            } else {
                break
            }
            index += 1
        }
        return (total + (pending ?? 0), index)
    }

    private static let ten: UInt32 = 0x5341
    private static let hundred: UInt32 = 0x767E

    private static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x96F6, 0x3007: 0
        case 0x4E00: 1
        case 0x4E8C, 0x4E24, 0x4FE9: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }
}
