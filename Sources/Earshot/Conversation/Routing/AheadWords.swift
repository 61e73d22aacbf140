/// The words of `commands.json5` beside a time by which, or from which on, something is to be done: 周五前, 三天内, 12月1日起.
struct AheadWords: Sendable {
    /// Behind a day or an hour, and of them those behind a number of days as well: 三天内 is to come, and 三天前 is over.
    private let before: [[UInt32]]
    private let within: [[UInt32]]
    /// Behind a time with which something begins: 起; and behind the one after which it is done: 后.
    private let from: [[UInt32]]
    private let after: [[UInt32]]
    /// Before the end of what lasts: 到.
    private let until: [[UInt32]]
    /// Beside what has been done: 已, 了.
    private let already: [[UInt32]]
    private let due: DueDayReader

    init(_ words: ReplyWords, due: DueDayReader) {
        (before, within) = (words.words("ahead_before"), words.words("ahead_within"))
        (from, after) = (words.words("ahead_from"), words.words("ahead_after"))
        (until, already) = (words.words("pause_until"), words.words("ahead_already"))
        self.due = due
    }

    /// A time in a clause, as far as it matters when it is.
    struct Time {
        var range: Range<Int>
        /// Whether it counts days or hours: 三天.
        var isLength = false
        /// Whether it lies behind today, as it is read; and whether it is one that may still come, though it is read as one that
        /// is over: 周五.
        var isAhead = false
        var mayCome = false
        /// Whether it has 内 within itself: 三天内.
        var isWithin = false
    }

    /// Whether what a clause names is to be done at a time to come, by one or from one on.
    ///
    /// - Parameters:
    ///   - verb: what is done.
    ///   - lasts: whether it is done for some time, so that a time behind it, or one with 到 or 前, is its end.
    func isAhead(_ clause: MessageFeatures, _ verb: Range<Int>, lasts: Bool, today: Day) -> Bool {
        let scalars = clause.text.scalars
        let isDone = isDone(verb, in: clause)
        return times(in: clause, today).contains { time in
            let rest = scalars[time.range.upperBound...]
            func follows(_ words: [[UInt32]]) -> Bool { words.contains { rest.starts(with: $0) } }
            let comes = time.isAhead || time.mayCome && !isDone
            if lasts {
                guard !time.isLength else {
                    return time.range.upperBound <= verb.lowerBound && follows(after)
                }
                if follows(from) { return comes }
                return comes && time.range.upperBound <= verb.lowerBound && !follows(before)
                    && !follows(within)
                    && !until.contains {
                        scalars[..<time.range.lowerBound].suffix($0.count).elementsEqual($0)
                    }
            }
            if time.isAhead || time.mayCome && !isDone { return true }
            guard !isDone else { return false }
            if time.isWithin || follows(within) { return true }
            return time.isLength ? follows(after) : follows(before)
        }
    }

    /// Whether an act is said to have been done: 已解决, 解决了.
    func isDone(_ verb: Range<Int>, in clause: MessageFeatures) -> Bool {
        let scalars = clause.text.scalars
        return already.contains { scalars[..<verb.lowerBound].suffix($0.count).elementsEqual($0) }
            || already.stand(in: scalars[verb])
            || already.contains { scalars[verb.upperBound...].starts(with: $0) }
    }

    private func times(in clause: MessageFeatures, _ today: Day) -> [Time] {
        let text = clause.text
        let scalars = text.scalars
        var times = clause.tokens.compactMap { token -> Time? in
            var time = Time(range: token.range)
            let ending = within.first { scalars[token.range].suffix($0.count).elementsEqual($0) }
            let named = text.written(
                token.range.lowerBound..<token.range.upperBound - (ending?.count ?? 0))
            time.isWithin = ending != nil
            for sense in token.senses {
                switch sense {
                case .period(let period):
                    let days = period.days(today: today)
                    time.isAhead = days.lowerBound > today
                    time.mayCome = comes(named, today)
                    time.isLength = due.span(named) != nil
                    return time
                case .noPeriod, .weekday, .clock:
                    time.mayCome = comes(named, today)
                    return time
                case .duration:
                    time.isLength = true
                    return time
                default: break
                }
            }
            return nil
        }
        // 月底 and 三天 are days by which something is due, and no times of which is asked.
        for word in before + within + from + after {
            for end in scalars.indices where end > 0 && scalars[end...].starts(with: word) {
                guard !times.contains(where: { $0.range.upperBound == end }) else { continue }
                let start = (max(0, end - AheadWords.longest)..<end).first { start in
                    (start == 0 || !isDigit(scalars[start - 1]) || !isDigit(scalars[start]))
                        && due.day(text.written(start..<end), today: today) != nil
                }
                guard let start else { continue }
                let words = text.written(start..<end)
                times.append(
                    Time(range: start..<end, isLength: due.span(words) != nil, mayCome: comes(words, today)))
            }
        }
        return times
    }

    /// Whether a text names one day that is still to come, and counts none.
    private func comes(_ text: String, _ today: Day) -> Bool {
        guard due.span(text) == nil, let day = due.comingDay(text, today: today) else { return false }
        return day > today && !due.namesStretch(text)
    }

    /// No day is written in more characters: 2026年12月15日.
    private static let longest = 11
}

extension Router {
    /// Whether an act on a warning is to be done at a time to come, and not now: A4：11月30日前处理完, 12月1日起静默A4两天. A silence has an
    /// end of its own.
    func isAhead(_ understood: Understood, _ text: String, _ context: DialogueContext) -> Bool {
        let intent = understood.request.intent
        guard intent.isAct, intent.isAboutAlerts else { return false }
        // 转给张伟，下周处理 is done now.
        for clause in clauses(of: command(of: understood, in: text), DateReader(context)) {
            guard let verb = verb(of: intent, in: clause) else { continue }
            return phrasebook.aheadWords.isAhead(
                clause, verb, lasts: intent == .alertSilence, today: context.today)
        }
        return false
    }
}
