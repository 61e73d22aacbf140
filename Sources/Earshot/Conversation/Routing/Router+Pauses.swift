extension Router {
    /// When reports come and do not come: 暂停日报到下周一, 恢复订阅, 免打扰 22点到8点; nothing where the whole message is none
    /// of these.
    func pause(_ text: String, _ message: MessageFeatures, _ context: DialogueContext) -> Understood? {
        guard context.openForm == nil, text.count <= Router.longestPause, message.mentions.alerts.isEmpty,
            !message.text.isQuestion
        else { return nil }
        let words = phrasebook.pauseWords
        let bare = text.filter { !$0.isWhitespace && (!$0.isPunctuation || $0 == ":" || $0 == "：") }
        if let quiet = words.quiet.first(where: { bare.contains($0) }) {
            return self.quiet(bare, beside: quiet, message, words)
        }
        if let rest = PauseWords.removing(words.resume, from: bare), words.saysNothingElse(rest),
            // 恢复 alone may be of a warning.
            !rest.isEmpty || context.previous?.intent.isAboutSubscriptions == true
        {
            return pause(.subscriptionResume, message)
        }
        guard let rest = PauseWords.removing(words.pause, from: bare) else { return nil }
        if let (before, until) = words.until(rest), words.saysNothingElse(before),
            let day = words.beginning(until, today: context.today)
                ?? words.due.day(words.trimmed(until), today: context.today), day > context.today
        {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        if let period = untilPeriod(rest, message, words, bare, context) { return period }
        if let (before, span) = words.span(rest), words.saysNothingElse(before),
            words.matter.contains(where: { before.contains($0) }), words.isSure(bare),
            let day = words.due.day(span, today: context.today)
        {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        // 暂停 alone, or of a warning, is a silence.
        guard words.saysNothingElse(rest), words.matter.contains(where: { rest.contains($0) }),
            words.isSure(bare)
        else { return nil }
        return pause(.subscriptionPause, message)
    }

    private static let longestPause = 40

    /// Reports that are not wished on some days (明天不要发日报, 这周先别发日报) come again afterwards, and what shall pause is never
    /// subscribed to.
    func settlePause(
        of understood: inout Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) {
        let intent = understood.request.intent
        let words = phrasebook.pauseWords
        guard intent == .subscriptionAdd || intent == .subscriptionRemove,
            let topic = understood.request.slots.topic, ReportTopic.Kind(rawValue: topic) != nil
        else { return }
        let isUnwished = intent == .subscriptionRemove || words.unwished.contains { text.contains($0) }
        if intent == .subscriptionAdd, !isUnwished {
            if words.pause.contains(where: text.contains), words.isSure(text) {
                understood = unknown(message, in: context)
            }
            return
        }
        guard let named = message.mentions.periods.first, !phrasebook.onceWords.subscribe(message.text),
            !phrasebook.onceWords.begin(at: message.tokens[named.token].range, of: message.text)
        else {
            // What is not wished is not subscribed to.
            if intent == .subscriptionAdd { understood = unknown(message, in: context) }
            return
        }
        let days: ClosedRange<Day> =
            switch named.value {
            case .today: context.today...context.today
            case .thisWeek: context.today...(context.today.startOfWeek + 6)
            case .thisMonth: context.today...((context.today.startOfMonth + 31).startOfMonth - 1)
            default: named.value.days(today: context.today)
            }
        // Until days that are far off, or from none on, nothing is held back nor ended.
        guard days.upperBound >= context.today, days.lowerBound <= context.today + 1 else {
            understood = unknown(message, in: context)
            return
        }
        understood = pause(.subscriptionPause, message) {
            $0.period = .days((days.upperBound + 1)...(days.upperBound + 1))
        }
    }

    /// 暂停日报到下季度 is until that begins. 暂停日报到昨天, 暂停日报到2月30日: until when is kept as it was written, with the day where
    /// that is over, so that nothing is paused.
    private func untilPeriod(
        _ rest: String, _ message: MessageFeatures, _ words: PauseWords, _ text: String,
        _ context: DialogueContext
    ) -> Understood? {
        guard let (before, until) = words.until(rest), words.saysNothingElse(before),
            words.matter.contains(where: { before.contains($0) }), words.isSure(text)
        else { return nil }
        let written = words.trimmed(until)
        guard !written.isEmpty else { return nil }
        if let day = words.comingDay(written, today: context.today) ?? firstDay(of: written, context) {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        let last = period(wholeOf: written, context)?.upperBound
        return pause(.subscriptionPause, message) { slots in
            slots.words = written
            slots.period = last.flatMap { $0 <= context.today ? .days($0...$0) : nil }
        }
    }

    /// When a time begins that a whole text names and that is still to come: 下季度, 明年.
    private func firstDay(of text: String, _ context: DialogueContext) -> Day? {
        guard let first = period(wholeOf: text, context)?.lowerBound else { return nil }
        return first > context.today ? first : nil
    }

    /// The days of a time that is all a text says: 明年, and not 明年春节.
    private func period(wholeOf text: String, _ context: DialogueContext) -> ClosedRange<Day>? {
        let message = features(of: text, context)
        guard message.unexplained == 0, message.tokens.count == 1, let period = message.mentions.periods.first
        else { return nil }
        return period.value.days(today: context.today)
    }

    /// 免打扰 22点到8点, 取消免打扰.
    private func quiet(
        _ text: String, beside quiet: String, _ message: MessageFeatures, _ words: PauseWords
    ) -> Understood? {
        let clocks = message.tokens.flatMap(\.senses).compactMap { sense in
            if case .clock(let minutes) = sense { minutes } else { nil }
        }
        var slots = Slots()
        if clocks.count == 2, clocks.allSatisfy({ (0..<1440).contains($0) }) {
            let times = clocks.map { TimeOfDay(hour: $0 / 60, minute: $0 % 60) }
            slots.words = "\(times[0])-\(times[1])"
        } else if let time = message.text.impossibleTime {
            // As it was written: it is none.
            slots.words = time
        } else if clocks.isEmpty, let rest = PauseWords.removing([quiet], from: text),
            let off = PauseWords.removing(words.quietOff, from: rest), words.saysNothingElse(off)
        {
            slots.words = QuietHours.off
        } else {
            return nil
        }
        return Understood(request: Request(.subscriptionQuiet, slots), said: slots)
    }

    private func pause(
        _ intent: Intent, _ message: MessageFeatures, _ fill: (inout Slots) -> Void = { _ in }
    ) -> Understood {
        var slots = Slots()
        slots.topic = message.mentions.topics.first { ReportTopic.Kind(rawValue: $0) != nil }
        fill(&slots)
        return Understood(request: Request(intent, slots), said: slots)
    }
}

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
    /// With which a report is not wished: 今天别发日报.
    let unwished: [String]
    private let nextWeek: [String]
    private let nextMonth: [String]
    private let onceMore: [String]

    init(_ words: [String: [String]]) {
        func list(_ name: String) -> [String] { (words[name] ?? []).sorted { $0.count > $1.count } }
        (pause, resume, matter) = (list("pause"), list("resume"), list("pause_matter"))
        (quiet, quietOff, forever) = (list("quiet"), list("quiet_off"), list("silence_forever"))
        ahead = list("pause_before")
        (until, filler) = (list("pause_until"), list("pause_filler"))
        (anyWeek, nextYear) = (list("pause_week"), list("pause_next_year"))
        unwished = list("pause_unwished")
        (nextWeek, nextMonth) = (list("pause_next_week"), list("pause_next_month"))
        onceMore = list("pause_once_more")
        due = DueDayReader(words)
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

    /// What stands before and behind 到.
    func until(_ text: String) -> (before: String, day: String)? {
        for word in until {
            if let range = text.firstRange(of: word) {
                return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
            }
        }
        return nil
    }

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

extension Intent {
    /// Whether it is about what somebody subscribed to.
    var isAboutSubscriptions: Bool {
        rawValue.hasPrefix("subscription.") || self == .reportShow || self == .reviewShow
    }
}
