/// The words of `commands.json5` with which reports are paused and gone on with.
struct PauseWords: Sendable {
    let pause: [String]
    let resume: [String]
    let matter: [String]
    let quiet: [String]
    let quietOff: [String]
    /// In the place of how long something lasts: 永远.
    let forever: [String]
    let due: DueDayReader
    private let until: [String]
    private let ahead: [String]
    private let filler: [String]
    private let anyWeek: [String]
    private let nextYear: [String]
    /// With which a report is not wished beside the words that end a subscription (今天不发日报), and what means something else
    /// before them: 要不发.
    private let unwished: [[UInt32]]
    private let wishing: [[UInt32]]
    private let today: [[UInt32]]
    private let excepting: [[UInt32]]
    private let sending: [[UInt32]]
    private let from: [[UInt32]]
    private let run: [[UInt32]]
    private let nextWeek: [String]
    private let nextMonth: [String]
    private let onceMore: [String]
    /// Behind a day on which reports come again: 再发.
    private let again: [[UInt32]]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (pause, resume, matter) = (list("pause"), list("resume"), list("pause_matter"))
        (quiet, quietOff, forever) = (list("quiet"), list("quiet_off"), list("silence_forever"))
        ahead = list("pause_before")
        (until, filler) = (list("pause_until"), list("pause_filler"))
        (anyWeek, nextYear) = (list("pause_week"), list("pause_next_year"))
        unwished = ReplyWords(words).words("pause_unwished")
        wishing = ReplyWords(words).words("pause_wishing")
        today = ReplyWords(words).words("pause_today")
        excepting = ReplyWords(words).words("pause_except")
        sending = ReplyWords(words).words("pause_sending")
        (from, run) = (ReplyWords(words).words("pause_from"), ReplyWords(words).words("pause_run"))
        (nextWeek, nextMonth) = (list("pause_next_week"), list("pause_next_month"))
        onceMore = list("pause_once_more")
        again = ReplyWords(words).words("pause_again")
        due = DueDayReader(words)
    }

    /// Whether a report is said not to be wished.
    func isUnwished(_ text: Normalization) -> Bool { !unwishedRanges(text).isEmpty }

    /// Where that is said.
    func unwishedRanges(_ text: Normalization) -> [Range<Int>] {
        let scalars = text.scalars
        return scalars.indices.flatMap { start in
            wishing.contains { scalars[..<start].suffix($0.count).elementsEqual($0) }
                ? []
                : unwished.filter { scalars[start...].starts(with: $0) }.map { start..<(start + $0.count) }
        }
    }

    /// Whether a report is said to be sent in another place than those where it is not wished.
    func isWished(_ text: Normalization, beside unwished: [Range<Int>]) -> Bool {
        text.scalars.indices.contains { position in
            sending.contains { text.scalars[position...].starts(with: $0) }
                && !unwished.contains { $0.contains(position) }
        }
    }

    /// When the week or month begins that a whole text names (下周, 下个月), and a day of the week after the next (下下周一).
    func beginning(_ text: String, today: Day) -> Day? {
        if nextWeek.contains(text) { return today.startOfWeek + 7 }
        if nextMonth.contains(text) { return (today.startOfMonth + 31).startOfMonth }
        for word in onceMore where text.hasPrefix(word) {
            let rest = String(text.dropFirst(word.count))
            guard nextWeek.contains(where: rest.hasPrefix) else { continue }
            return (beginning(rest, today: today) ?? due.day(rest, today: today)).map { $0 + 7 }
        }
        return nil
    }

    /// The next day of the week that a whole text names (周一), the first day of the next such month (12月), and a day of next year
    /// (明年1月5日); nothing for anything else.
    func comingDay(_ text: String, today: Day) -> Day? {
        let year = today.civil.year
        if let word = nextYear.first(where: { text.hasPrefix($0) }), text.count > word.count {
            let rest = String(text.dropFirst(word.count))
            return PauseWords.month(rest).flatMap { Day(year: year + 1, month: $0, day: 1) }
                ?? due.day("\(year + 1)年\(rest)", today: today)
        }
        if let month = PauseWords.month(text) {
            guard month != today.civil.month else { return nil }
            return Day(year: month > today.civil.month ? year : year + 1, month: month, day: 1)
        }
        guard let word = anyWeek.first(where: { text.hasPrefix($0) && text.count == $0.count + 1 }),
            let weekday = text.dropFirst(word.count).unicodeScalars.first.flatMap({
                ExpressionScanner.weekday($0.value)
            })
        else { return nil }
        let day = today.startOfWeek + weekday
        return day > today ? day : day + 7
    }

    /// 12月, 十二月份: 1 to 12.
    private static func month(_ text: String) -> Int? {
        let scalars = text.unicodeScalars.map(\.value)
        guard let number = Numerals.read(scalars, at: 0), (1...12).contains(number.value),
            ["月", "月份"].contains(String(text.unicodeScalars.dropFirst(number.end)))
        else { return nil }
        return number.value
    }

    /// The text without the first of some words that it holds; nothing where it holds none.
    static func removing(_ words: [String], from text: String) -> String? {
        for word in words {
            if let range = text.firstRange(of: word) {
                return String(text[..<range.lowerBound]) + text[range.upperBound...]
            }
        }
        return nil
    }

    /// Whether the word is that of pausing and no shorter one (停).
    func isSure(_ text: String) -> Bool { pause.contains { $0.count > 1 && text.contains($0) } }

    /// Whether nothing is left of a text without words of reports and such that say nothing.
    func saysNothingElse(_ text: String) -> Bool {
        var rest = Substring(text)
        while !rest.isEmpty {
            guard let word = (matter + filler).first(where: { rest.hasPrefix($0) }) else { return false }
            rest = rest.dropFirst(word.count)
        }
        return true
    }

    /// The day or hour that stands before 前 (周五前, 明早8点之前); nothing where a text ends with anything else.
    func before(_ text: String) -> String? {
        guard let word = ahead.first(where: { text.hasSuffix($0) }) else { return nil }
        let said = text.dropLast(word.count)
        return said.isEmpty ? nil : String(said)
    }

    /// Whether a text begins with 前, and that is of what stands before it: not 前两天, 前后.
    func standBefore(_ text: ArraySlice<UInt32>) -> Bool {
        ahead.contains { word in
            guard text.starts(with: word.unicodeScalars.map(\.value)) else { return false }
            let next = text.dropFirst(word.unicodeScalars.count).first.flatMap(Unicode.Scalar.init)
            return next.map { !"后几0123456789一二两三四五六七八九十半".unicodeScalars.contains($0) } ?? true
        }
    }

    /// Whether a text says that reports come again: 再发.
    func goesOn(_ text: ArraySlice<UInt32>) -> Bool { again.stand(in: text) }

    /// The same before a blank or a word for a reason: 周五前 原因, 周五前 等厂家.
    func beforeReason(_ text: String, _ causes: [String]) -> String? {
        for word in ahead {
            guard let range = text.firstRange(of: word), range.lowerBound > text.startIndex,
                text[range.upperBound...].first?.isWhitespace == true
                    || causes.contains(where: { text[range.upperBound...].hasPrefix($0) })
            else { continue }
            return String(text[..<range.lowerBound])
        }
        return nil
    }

    /// What stands before and behind 到.
    func until(_ text: String) -> (before: String, day: String)? {
        for word in until {
            if let range = text.firstRange(of: word) {
                return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
            }
        }
        return nil
    }

    /// How many days a length of time is that stands behind a day from which on it counts, and where it ends: 起三天.
    func length(behind position: Int, of text: Normalization) -> (days: Int, end: Int)? {
        let scalars = text.scalars
        guard let from = from.first(where: { scalars[position...].starts(with: $0) }) else { return nil }
        var start = position + from.count
        while let word = run.first(where: { scalars[start...].starts(with: $0) }) { start += word.count }
        let rest = String(String.UnicodeScalarView(scalars[start...].compactMap(Unicode.Scalar.init)))
        let longest = (2...min(max(rest.count, 2), 6)).reversed()
        for length in longest where length <= rest.count {
            let span = String(rest.prefix(length))
            if let days = due.span(span) { return (days, start + span.unicodeScalars.count) }
        }
        return nil
    }

    /// How many days the only length of time is that stands somewhere behind a position: 三天 in 从明天开始别发日报，三天.
    func length(after position: Int, of text: Normalization) -> Int? {
        let rest = String(
            String.UnicodeScalarView(text.scalars[position...].compactMap(Unicode.Scalar.init)))
        let found = rest.matches(of: /(?:[0-9]{1,3}|[一两二三四五六七八九十]{1,2})(?:天|周|个星期|星期|个月)/)
        guard found.count == 1 else { return nil }
        return due.span(String(found[0].0))
    }

    /// Whether a text leaves days out, or names a condition: 明天除外, 明天不发的话.
    func except(_ text: Normalization) -> Bool { excepting.stand(in: text.scalars) }

    /// Whether a text names the day that it is, in whatever word: 今天别发.
    func nameToday(_ text: Normalization) -> Bool { today.stand(in: text.scalars) }

    /// What stands before a length of time, 三天 or 2周, and the length.
    func span(_ text: String) -> (before: String, span: String)? {
        let bare = trimmed(text)
        guard let range = bare.firstRange(of: /(?:[0-9]{1,3}|[一两二三四五六七八九十]{1,2})(?:天|周|个星期|星期|个月)$/)
        else { return nil }
        return (String(bare[..<range.lowerBound]), String(bare[range]))
    }

    /// A text without what says nothing at its end.
    func trimmed(_ text: String) -> String {
        var rest = text
        while let word = (matter + filler).first(where: { rest.hasSuffix($0) }) {
            rest.removeLast(word.count)
        }
        return rest
    }
}
