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
        if let days = unwishedDays(message, context) { return days }
        guard let rest = PauseWords.removing(words.pause, from: bare) else { return nil }
        if let (before, until) = words.until(rest), words.saysNothingElse(before),
            let day = words.beginning(until, today: context.today)
                ?? words.due.day(words.trimmed(until), today: context.today), day > context.today
        {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        if let row = pausedRow(rest, words, bare, context) { return row }
        if let period = untilPeriod(rest, message, words, bare, context) { return period }
        if let (before, span) = words.span(rest), words.saysNothingElse(before),
            words.matter.contains(where: { before.contains($0) }), words.isSure(bare),
            let day = words.due.day(span, today: context.today)
        {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        // 12月1日到12月5日暂停日报; 暂停日报，下周再发 is until then.
        if let named = message.mentions.periods.first, message.mentions.periods.count == 1,
            words.isSure(bare),
            words.matter.contains(where: { rest.contains($0) }),
            let others = PauseWords.removing(
                [message.text.written(message.tokens[named.token].range)], from: rest),
            words.saysNothingElse(others)
        {
            let range = message.tokens[named.token].range
            if words.goesOn(message.text.scalars[range.upperBound...]) {
                let day = firstDay(message.text.written(range), context)
                return day.map { day in
                    pause(.subscriptionPause, message) { $0.period = .days(day...day) }
                } ?? unknown(message, in: context)
            }
            if let pause = pause(during: named.value, written: range, message, context) { return pause }
        }
        // 暂停 alone, or of a warning, is a silence.
        guard words.saysNothingElse(rest), words.matter.contains(where: { rest.contains($0) }),
            words.isSure(bare)
        else { return nil }
        return pause(.subscriptionPause, message)
    }

    private static let longestPause = 40

    /// 从12月7号暂停日报到11号: the days are a row where what pauses is left out between them.
    private func pausedRow(
        _ rest: String, _ words: PauseWords, _ text: String, _ context: DialogueContext
    ) -> Understood? {
        let ofReports = words.matter.contains { rest.contains($0) }
        guard words.isSure(text), ofReports || context.previous?.intent.isAboutAlerts != true else {
            return nil
        }
        let row = words.matter.reduce(rest) { $0.replacing($1, with: "") }
        let days = features(of: row, context)
        guard days.mentions.periods.count == 1, let named = days.mentions.periods.first else { return nil }
        let range = days.tokens[named.token].range
        let written = days.text.written(range)
        guard words.until(written) != nil, let others = PauseWords.removing([written], from: row),
            words.saysNothingElse(others),
            var paused = pause(during: named.value, written: range, days, context)
        else { return nil }
        paused.request.slots.topic = features(of: rest, context).mentions.topics.first {
            ReportTopic.Kind(rawValue: $0) != nil
        }
        paused.said = paused.request.slots
        return paused
    }

    /// 暂停日报到下季度 is until that begins. 暂停日报到昨天, 暂停日报到2月30日: until when is kept as it was written, with the day where
    /// that is over, so that nothing is paused.
    private func untilPeriod(
        _ rest: String, _ message: MessageFeatures, _ words: PauseWords, _ text: String,
        _ context: DialogueContext
    ) -> Understood? {
        guard let (before, until) = words.until(rest), words.saysNothingElse(before), words.isSure(text)
        else {
            return nil
        }
        let written = words.trimmed(until)
        // 暂停到昨天 alone is of the reports, where no warning is spoken of.
        guard !written.isEmpty,
            words.matter.contains(where: { before.contains($0) })
                || before.isEmpty && context.previous?.intent.isAboutAlerts != true
                    && isDate(written, context)
        else { return nil }
        if let day = words.comingDay(written, today: context.today) ?? firstComing(of: written, context) {
            return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
        }
        let last = period(wholeOf: written, context)?.upperBound
        return pause(.subscriptionPause, message) { slots in
            slots.words = written
            slots.period = last.flatMap { $0 <= context.today ? .days($0...$0) : nil }
        }
    }

    /// Whether a whole text is written as a date or names a time, be there such a day or not.
    private func isDate(_ text: String, _ context: DialogueContext) -> Bool {
        text.wholeMatch(of: /[0-9]{1,2}(?:月[0-9]{1,2})?(?:日|号)/) != nil
            || period(wholeOf: text, context) != nil
    }

    /// When a time begins that a whole text names and that is still to come: 下季度, 明年.
    private func firstComing(of text: String, _ context: DialogueContext) -> Day? {
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

    func pause(
        _ intent: Intent, _ message: MessageFeatures, _ fill: (inout Slots) -> Void = { _ in }
    ) -> Understood {
        var slots = Slots()
        slots.topic = message.mentions.topics.first { ReportTopic.Kind(rawValue: $0) != nil }
        fill(&slots)
        return Understood(request: Request(intent, slots), said: slots)
    }
}

extension Intent {
    /// Whether it is about what somebody subscribed to.
    var isAboutSubscriptions: Bool {
        rawValue.hasPrefix("subscription.") || self == .reportShow || self == .reviewShow
    }
}
