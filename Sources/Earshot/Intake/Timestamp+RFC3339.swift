extension Timestamp {
    /// The moment written as RFC 3339 (`2026-11-20T08:30:00.250+08:00`), or nothing for anything else and
    /// for dates that do not exist.
    ///
    /// Takes `T`, `t` or a space between date and time and `Z` or `z` (section 5.6), a leap second at the
    /// end of a UTC day (5.7), any number of fraction digits, of which milliseconds are kept. A time without
    /// an offset is not RFC 3339: nobody could tell which moment it is.
    public init?(rfc3339 text: String) {
        var text = text
        guard let moment = text.withUTF8({ parseRFC3339($0) }) else { return nil }
        self = moment
    }
}

private func parseRFC3339(_ bytes: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    // The shortest form, 2026-11-20T08:30:00Z; nobody needs sixty digits of a second.
    guard (20...80).contains(bytes.count) else { return nil }

    func number(at start: Int, digits count: Int) -> Int? {
        var value = 0
        for index in start..<(start + count) {
            guard index < bytes.count, case let digit = bytes[index] &- 0x30, digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }
    func isByte(at index: Int, _ characters: StaticString) -> Bool {
        characters.withUTF8Buffer { $0.contains(bytes[index]) }
    }

    guard let year = number(at: 0, digits: 4), isByte(at: 4, "-"),
        let month = number(at: 5, digits: 2), isByte(at: 7, "-"),
        let dayOfMonth = number(at: 8, digits: 2), isByte(at: 10, "Tt "),
        let hour = number(at: 11, digits: 2), hour < 24, isByte(at: 13, ":"),
        let minute = number(at: 14, digits: 2), minute < 60, isByte(at: 16, ":"),
        let second = number(at: 17, digits: 2), second <= 60,
        let day = Day(year: year, month: month, day: dayOfMonth)
    else { return nil }

    var index = 19
    var milliseconds = 0
    if isByte(at: index, ".") {
        index += 1
        let start = index
        var weight = 100
        while index < bytes.count, let digit = number(at: index, digits: 1) {
            milliseconds += digit * weight
            weight /= 10
            index += 1
        }
        guard index > start, index < bytes.count else { return nil }
    }

    var offset = 0
    if isByte(at: index, "Zz") {
        index += 1
    } else if isByte(at: index, "+-") {
        guard bytes.count - index == 6, let hours = number(at: index + 1, digits: 2), hours < 24,
            isByte(at: index + 3, ":"), let minutes = number(at: index + 4, digits: 2), minutes < 60
        else { return nil }
        offset = (hours * 60 + minutes) * (isByte(at: index, "-") ? -1 : 1)
        index += 6
    }
    // Without an offset a byte is left over here.
    guard index == bytes.count else { return nil }

    let minutes = day.number * 1440 + hour * 60 + minute - offset
    guard second < 60 || (minutes % 1440 + 1440) % 1440 == 1439 else { return nil }
    return Timestamp(milliseconds: Int64((minutes * 60 + second) * 1000 + milliseconds))
}
