/// Reads numerals, Chinese and Arabic, out of a row of characters.
struct NumeralReader {
    let characters: [Character]

    /// A numeral and where it ends. Its value is in ten-thousandths, nothing where it states none that is certain: 十几, 三四百.
    struct Numeral {
        var value: Int64?
        var end: Int
    }

    /// The numeral that begins at an index; nothing where none does.
    func numeral(at index: Int) -> Numeral? {
        if NumeralReader.digit(characters[index]) != nil { return arabic(from: index) }
        return NumeralReader.isChinese(characters[index]) ? chinese(from: index) : nil
    }

    // MARK: Arabic

    /// 1,284 and 1.5 and 3万, in half or full width.
    private func arabic(from start: Int) -> Numeral {
        var (index, whole, fraction, scale) = (start, Int64(0), Int64(0), StatedNumber.one)
        var isCertain = true
        func digit(_ index: Int) -> Int64? {
            index < characters.count ? NumeralReader.digit(characters[index]) : nil
        }
        while index < characters.count {
            if let value = digit(index) {
                guard whole < 100_000_000_000 else {
                    return Numeral(value: nil, end: endOfDigits(from: index))
                }
                whole = whole * 10 + value
                index += 1
            } else if ",，".contains(characters[index]), (1...3).allSatisfy({ digit(index + $0) != nil }),
                digit(index + 4) == nil, whole > 0
            {
                index += 1
            } else {
                break
            }
        }
        if index < characters.count, ".．".contains(characters[index]), digit(index + 1) != nil {
            index += 1
            while let value = digit(index) {
                scale /= 10
                // Finer than anything that is told.
                if scale == 0 { isCertain = false } else { fraction += value * scale }
                index += 1
            }
        }
        var value = whole * StatedNumber.one + fraction
        // 12.5 万 and 12.5万.
        let next = index < characters.count && characters[index] == " " ? index + 1 : index
        if next < characters.count, let factor = NumeralReader.factors[characters[next]] {
            if let product = NumeralReader.product(value, factor) {
                value = product
            } else {
                isCertain = false
            }
            index = next + 1
        }
        return Numeral(value: isCertain ? value : nil, end: index)
    }

    private func endOfDigits(from start: Int) -> Int {
        var end = start
        while end < characters.count, NumeralReader.digit(characters[end]) != nil { end += 1 }
        return end
    }

    /// The value of a digit in half or full width.
    static func digit(_ character: Character) -> Int64? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
            return nil
        }
        switch scalar.value {
        case 0x30...0x39: return Int64(scalar.value - 0x30)
        case 0xFF10...0xFF19: return Int64(scalar.value - 0xFF10)
        default: return nil
        }
    }

    // MARK: Chinese

    private static let digits: [Character: Int64] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let factors: [Character: Int64] = [
        "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000,
    ]

    static func isChinese(_ character: Character) -> Bool {
        digits[character] != nil || factors[character] != nil
    }

    /// 一千二百八十四, 二〇二六, 一点五.
    private func chinese(from start: Int) -> Numeral {
        var end = start
        while end < characters.count, NumeralReader.isChinese(characters[end]) { end += 1 }
        var value = NumeralReader.value(of: characters[start..<end]).flatMap {
            NumeralReader.product($0, StatedNumber.one)
        }
        if end + 1 < characters.count, characters[end] == "点",
            NumeralReader.digits[characters[end + 1]] != nil
        {
            end += 1
            var scale = StatedNumber.one
            while end < characters.count, let digit = NumeralReader.digits[characters[end]] {
                scale /= 10
                value = scale == 0 ? nil : value.flatMap { NumeralReader.sum($0, digit * scale) }
                end += 1
            }
        }
        return Numeral(value: value, end: end)
    }

    /// Nothing for a row that is no one number.
    private static func value(of row: ArraySlice<Character>) -> Int64? {
        guard row.count <= 16 else { return nil }
        if row.allSatisfy({ digits[$0] != nil }) {
            // 三四 is one or the other; years and telephone numbers have a row of digits.
            guard row.count == 1 || row.count > 2 else { return nil }
            return row.reduce(Int64?(0)) { value, character in
                value.flatMap { product($0, 10) }.flatMap { sum($0, digits[character] ?? 0) }
            }
        }
        var (total, section, digit, last): (Int64, Int64, Int64?, Int64) = (0, 0, nil, .max)
        var lastLarge = Int64.max
        var followsZero = false
        for character in row {
            if let value = digits[character] {
                if value == 0, digit == nil {
                    followsZero = true
                    continue
                }
                guard digit == nil else { return nil }
                digit = value
            } else if let factor = factors[character] {
                if factor >= 10_000 {
                    let part = section + (digit ?? 0)
                    // 一亿二千万; 一亿一亿 is no number, and 一万二千亿 is more than is counted here.
                    guard part > 0, factor < lastLarge,
                        let larger = product(part, factor).flatMap({ sum(total, $0) })
                    else { return nil }
                    (total, lastLarge) = (larger, factor)
                    (section, digit, last, followsZero) = (0, nil, .max, false)
                } else {
                    // 十 at the beginning is ten; 百 alone, as in 百余, is none.
                    guard factor < last, digit != nil || factor == 10 && section == 0 && total == 0 else {
                        return nil
                    }
                    section += (digit ?? 1) * factor
                    (digit, last, followsZero) = (nil, factor, false)
                }
            }
        }
        // 一万二 is 12,000 to whoever says it.
        let isShort = digit != nil && !followsZero && (last == .max ? total > 0 : last > 10)
        return isShort ? nil : sum(total, section + (digit ?? 0))
    }

    /// Nothing for what is too large to be counted.
    private static func product(_ one: Int64, _ other: Int64) -> Int64? {
        let (product, overflows) = one.multipliedReportingOverflow(by: other)
        return overflows ? nil : product
    }

    private static func sum(_ one: Int64, _ other: Int64) -> Int64? {
        let (sum, overflows) = one.addingReportingOverflow(other)
        return overflows ? nil : sum
    }
}
