/// Finds the expressions that no word list can hold: numbers, dates, spans, durations, clock times,
/// recurrences and the numbers of warnings and suggestions.
struct ExpressionScanner {
    let scalars: [UInt32]
    let dates: DateReader

    /// Appends the expressions that begin at `position`.
    func appendTokens(at position: Int, to tokens: inout [Token]) {
        let scalar = scalars[position]
        if scalar < 0x80 {
            if isDigit(scalar) {
                guard position == 0 || !isASCIIWord(scalars[position - 1]) else { return }
                appendNumber(at: position, to: &tokens)
                appendClock(at: position, to: &tokens)
            } else {
                appendIdentifier(at: position, to: &tokens)
            }
            return
        }
        appendNamedPeriod(at: position, to: &tokens)
        appendPartOfYear(at: position, to: &tokens)
        appendSpan(at: position, to: &tokens)
        switch scalar {
        case Sign.every, Sign.whenever:
            appendRecurrence(at: position, to: &tokens)
        case Sign.upper, Sign.lower, Sign.this, Sign.own, Sign.week, Sign.star, Sign.rite:
            appendWeekday(at: position, to: &tokens)
            appendClock(at: position, to: &tokens)
        case Sign.half:
            appendHalf(at: position, to: &tokens)
        case Sign.ordinal:
            appendOrdinal(at: position, to: &tokens)
        case Sign.until:
            appendDeadline(at: position, to: &tokens)
        default:
            if Numerals.begins(scalar) { appendNumber(at: position, to: &tokens) }
            appendClock(at: position, to: &tokens)
        }
    }

    private func appendNumber(at position: Int, to tokens: inout [Token]) {
        guard let number = Numerals.read(scalars, at: position) else { return }
        appendCounted(number.value, position, number.end, &tokens)
        appendTenths(of: number.value, position, number.end, &tokens)
        appendDate(at: position, number.value, number.end, &tokens)
    }

    func add(_ senses: [Sense], _ range: Range<Int>, _ tokens: inout [Token]) {
        tokens.append(Token(range: range, senses: senses))
    }

    /// The scalar at a position, zero beyond the end.
    func scalar(_ position: Int) -> UInt32 { position < scalars.count ? scalars[position] : 0 }

    /// The position after the first of `words` that stands at `position`.
    func after(_ words: [Literal], at position: Int) -> Int? {
        for word in words {
            if let end = word.end(in: scalars, at: position) { return end }
        }
        return nil
    }

    /// The position after one of `words` when it stands there, otherwise `position`.
    func skip(_ words: [Literal], at position: Int) -> Int { after(words, at: position) ?? position }
}

/// A word as scalars, written as a string literal.
struct Literal: ExpressibleByStringLiteral, Sendable {
    let scalars: [UInt32]

    init(stringLiteral value: String) { scalars = value.unicodeScalars.map(\.value) }

    func end(in text: [UInt32], at position: Int) -> Int? {
        guard position + scalars.count <= text.count else { return nil }
        for offset in scalars.indices where text[position + offset] != scalars[offset] { return nil }
        return position + scalars.count
    }
}

/// Characters that begin an expression.
enum Sign {
    static let every: UInt32 = 0x6BCF  // 每
    static let whenever: UInt32 = 0x9022  // 逢
    static let upper: UInt32 = 0x4E0A  // 上
    static let lower: UInt32 = 0x4E0B  // 下
    static let this: UInt32 = 0x8FD9  // 这
    static let own: UInt32 = 0x672C  // 本
    static let week: UInt32 = 0x5468  // 周
    static let star: UInt32 = 0x661F  // 星
    static let rite: UInt32 = 0x793C  // 礼
    static let half: UInt32 = 0x534A  // 半
    static let until: UInt32 = 0x5230  // 到
    static let night: UInt32 = 0x665A  // 晚
    static let dark: UInt32 = 0x591C  // 夜
    static let ordinal: UInt32 = 0x7B2C  // 第
    static let month: UInt32 = 0x6708  // 月
    static let day: UInt32 = 0x65E5  // 日
    static let number: UInt32 = 0x53F7  // 号
    static let year: UInt32 = 0x5E74  // 年
    static let heaven: UInt32 = 0x5929  // 天
    static let one: UInt32 = 0x4E00  // 一
}
