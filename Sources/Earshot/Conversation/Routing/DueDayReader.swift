/// Reads the day until which something is to be done: 月底, 12月15日, 下周五, 10天内.
struct DueDayReader: Sendable {
    private let named: [(words: String, end: End)]

    private enum End: Sendable {
        case month(ahead: Int)
        case year
        case week(ahead: Int)
        case days(Int)
    }

    init(_ words: [String: [String]]) {
        let lists: [(String, End)] = [
            ("due_month", .month(ahead: 0)), ("due_next_month", .month(ahead: 1)), ("due_year", .year),
            ("due_week", .week(ahead: 0)), ("due_next_week", .week(ahead: 1)), ("due_today", .days(0)),
            ("due_tomorrow", .days(1)), ("due_day_after", .days(2)),
        ]
        named = lists.flatMap { name, end in (words[name] ?? []).map { ($0, end) } }
            .sorted { $0.0.count > $1.0.count }
    }

    /// The day that a whole text names; nothing for a text of anything else, and for a day that is over.
    func day(_ text: String, today: Day) -> Day? {
        let day = namedDay(text, today: today) ?? counted(text, today: today) ?? date(text, today: today)
        return day.flatMap { $0 >= today && today.distance(to: $0) <= DueDayReader.farthest ? $0 : nil }
    }

    /// The same, but no day of another year that is more than half a year ahead where the text names none: 12月15日 on 12/16
    /// means the one that is over.
    func comingDay(_ text: String, today: Day) -> Day? {
        guard let day = day(text, today: today) else { return nil }
        let isPlain = namedDay(text, today: today) != nil || counted(text, today: today) != nil
        let namesYear = text.prefix { $0.isASCII && $0.isNumber }.count == 4
        let isFar = day.civil.year > today.civil.year && today.distance(to: day) > DueDayReader.halfYear
        return isFar && !isPlain && !namesYear ? nil : day
    }

    /// Whether a text names a week, a month or a year as a whole, whose last day `day` gives: 本周.
    func namesStretch(_ text: String) -> Bool {
        guard let (words, end) = named.first(where: { text.hasPrefix($0.words) }), text.count == words.count
        else { return false }
        return switch end {
        case .week, .month, .year: true
        case .days: false
        }
    }

    private static let halfYear = 183
    private static let farthest = 3 * 366

    private func namedDay(_ text: String, today: Day) -> Day? {
        guard let (words, end) = named.first(where: { text.hasPrefix($0.words) }) else { return nil }
        let rest = text.dropFirst(words.count)
        if case .week(let ahead) = end {
            guard !rest.isEmpty else { return today.startOfWeek + 7 * ahead + 6 }
            guard rest.count == 1, let digit = rest.first, let weekday = DueDayReader.weekdays[digit] else {
                return nil
            }
            return today.startOfWeek + 7 * ahead + weekday
        }
        guard rest.isEmpty else { return nil }
        switch end {
        case .days(let count): return today + count
        case .year: return Day(year: today.civil.year, month: 12, day: 31)
        case .month(let ahead):
            var start = today.startOfMonth
            for _ in 0...ahead { start = (start + 31).startOfMonth }
            return start - 1
        case .week: return nil
        }
    }

    private static let weekdays: [Character: Int] = [
        "一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6,
    ]

    /// How many days a whole text counts: 10天, 2周, 一个月; nothing for a text of anything else.
    func span(_ text: String) -> Int? {
        guard text != "半个月" else { return 15 }
        guard let (number, unit) = DueDayReader.count(text) else { return nil }
        switch unit {
        case "天", "日": return number
        case "周", "个星期", "星期": return 7 * number
        case "个月": return 30 * number
        default: return nil
        }
    }

    /// 10天, 2周, 两周, 3个月.
    private func counted(_ text: String, today: Day) -> Day? {
        guard let (number, unit) = DueDayReader.count(text) else { return nil }
        switch unit {
        case "天", "日内", "天内", "天后": return today + number
        case "周", "周内", "个星期", "星期": return today + 7 * number
        case "个月", "个月内": return today + 30 * number
        default: return nil
        }
    }

    private static func count(_ text: String) -> (number: Int, unit: Substring)? {
        let digits = text.prefix { $0.isNumber || $0 == "两" }
        let number =
            digits == "两" ? 2 : Int(digits) ?? (digits.count == 1 ? digits.first?.wholeNumberValue : nil)
        guard let number, (1...400).contains(number) else { return nil }
        return (number, text.dropFirst(digits.count))
    }

    /// 2026-12-15, 12月15日, 12/15, 15号, 12月底.
    private func date(_ text: String, today: Day) -> Day? {
        if let day = Day(text) { return day }
        var parts: [Int] = []
        var signs: [Character] = []
        var rest = Substring(text)
        while !rest.isEmpty, parts.count < 3 {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int(digits), digits.count <= 4 else { break }
            parts.append(number)
            rest = rest.dropFirst(digits.count)
            if let sign = rest.first {
                signs.append(sign)
                rest = rest.dropFirst()
            }
        }
        let civil = today.civil
        switch (parts.count, String(signs), rest) {
        case (1, "日", ""), (1, "号", ""):
            let this = Day(year: civil.year, month: civil.month, day: parts[0])
            if let this, this >= today { return this }
            let next = (today.startOfMonth + 31).civil
            return Day(year: next.year, month: next.month, day: parts[0])
        case (2, "月日", ""), (2, "月号", ""), (2, "月", ""), (2, "/", ""), (2, ".", ""):
            let this = Day(year: civil.year, month: parts[0], day: parts[1])
            return this.flatMap {
                $0 >= today ? $0 : Day(year: civil.year + 1, month: parts[0], day: parts[1])
            }
        case (1, "月", "底"), (1, "月", "末"):
            guard (1...12).contains(parts[0]) else { return nil }
            let year = parts[0] >= civil.month ? civil.year : civil.year + 1
            return Day(year: year, month: parts[0], day: 1).map { ($0 + 31).startOfMonth - 1 }
        case (3, "年月日", ""), (3, "年月号", ""), (3, "//", ""), (3, "..", ""):
            return Day(year: parts[0], month: parts[1], day: parts[2])
        default: return nil
        }
    }
}
