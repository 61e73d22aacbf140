/// Reports that are not wished.
extension Router {
    /// Reports that are not wished on some days (明天不要发日报, 这周先别发日报) come again afterwards, and what shall pause is never
    /// subscribed to.
    func settlePause(
        of understood: inout Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) {
        let intent = understood.request.intent
        guard intent == .subscriptionAdd || intent == .subscriptionRemove,
            let topic = understood.request.slots.topic, ReportTopic.Kind(rawValue: topic) != nil
        else { return }
        guard intent == .subscriptionRemove || isUnwished(message) else {
            let words = phrasebook.pauseWords
            if words.pause.contains(where: text.contains), words.isSure(text) {
                understood = unknown(message, in: context)
            }
            return
        }
        // 别发日报，明天除外 is of every other day.
        if isUnwished(message), phrasebook.pauseWords.except(message.text) {
            understood = unknown(message, in: context)
            return
        }
        // 2月30日别发日报, 清明节别发日报: which days those are nobody knows, and nothing ends.
        if isUnwished(message), message.mentions.unclearPeriod != nil,
            let token = message.tokens.first(where: { token in
                token.senses.contains { if case .noPeriod = $0 { true } else { false } }
            })
        {
            let written = message.text.written(token.range)
            understood = pause(.subscriptionPause, message) { $0.words = written }
            return
        }
        // 今天的日报发给我，明天别发: on which of the days it is wished is not told apart.
        let unwished = phrasebook.pauseWords.unwishedRanges(message.text)
        let named = reports(in: message)
        if !unwished.isEmpty,
            message.mentions.periods.count > 1
                && phrasebook.pauseWords.isWished(message.text, beside: unwished)
                // 日报明天别发，周报后天别发
                || !message.mentions.periods.isEmpty && named.count > 1
                    && topicRow(in: message).count != named.count
        {
            understood = unknown(message, in: context)
            return
        }
        guard let named = message.mentions.periods.first else {
            // What is not wished is not subscribed to.
            if intent == .subscriptionAdd { understood = unknown(message, in: context) }
            return
        }
        // 每周五给我周报，不要周末发 says when it comes, and nothing of one weekend.
        if message.mentions.recurrence != nil, phrasebook.subscribingWords.nameWeekend(message.text) {
            if topic != ReportTopic.Kind.daily.rawValue {
                var wished = slots(of: .subscriptionAdd, in: message, context)
                wished.topic = topic
                understood = Understood(request: Request(.subscriptionAdd, wished), said: wished)
            }
            return
        }
        let range = message.tokens[named.token].range
        guard !phrasebook.onceWords.subscribe(message.text),
            !phrasebook.onceWords.begin(at: range, of: message.text)
        else {
            // 从明天开始别发日报，三天 is a pause.
            if let length = phrasebook.pauseWords.length(after: range.upperBound, of: message.text),
                let days = days(of: named.value, written: range, message, context)
            {
                understood = pause(
                    days.lowerBound...(days.lowerBound + (length - 1)), message, context)
                return
            }
            if intent == .subscriptionAdd || !begins(named.value, range, message, context) {
                understood = unknown(message, in: context)
            }
            return
        }
        understood =
            pause(before: range, of: message, context)
            ?? pause(during: named.value, written: range, message, context) ?? unknown(message, in: context)
    }

    /// Whether it is said in so many words that a report is not wished: 今天别发日报, unlike 要不发我日报.
    private func isUnwished(_ message: MessageFeatures) -> Bool {
        message.says(phrasebook.unsubscribe) || phrasebook.pauseWords.isUnwished(message.text)
    }

    /// Whether what ends from a day on has ended by tomorrow. 从12月20日起不要发日报 ends nothing in November.
    private func begins(
        _ period: Period, _ range: Range<Int>, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Bool {
        let first =
            firstDay(message.text.written(range), context) ?? period.days(today: context.today).lowerBound
        return first <= context.today + 1
    }

    /// The coming day that a text names as a whole: 12月20日, 周一.
    func firstDay(_ written: String, _ context: DialogueContext) -> Day? {
        phrasebook.pauseWords.beginning(written, today: context.today)
            ?? phrasebook.pauseWords.due.comingDay(written, today: context.today)
            ?? phrasebook.pauseWords.comingDay(written, today: context.today)
    }

    /// A pause until a day before which no report is wished: 下周一之前不要发日报.
    private func pause(
        before range: Range<Int>, of message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        guard phrasebook.pauseWords.standBefore(message.text.scalars[range.upperBound...]),
            let day = firstDay(message.text.written(range), context), day > context.today
        else { return nil }
        return pause(.subscriptionPause, message) { $0.period = .days(day...day) }
    }

    /// A pause until some days are over, from the first of them on; nothing where they are over already.
    func pause(
        during period: Period, written range: Range<Int>, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> Understood? {
        days(of: period, written: range, message, context).map { pause($0, message, context) }
    }

    /// A pause in some days of which the last is still to come.
    func pause(_ days: ClosedRange<Day>, _ message: MessageFeatures, _ context: DialogueContext) -> Understood
    {
        let end = days.upperBound + 1
        return pause(.subscriptionPause, message) {
            $0.period = .days((days.lowerBound > context.today ? days.lowerBound : end)...end)
        }
    }

    /// The days that a time means on which something is not to come; nothing where they are over already.
    func days(
        of period: Period, written range: Range<Int>, _ message: MessageFeatures,
        _ context: DialogueContext
    ) -> ClosedRange<Day>? {
        let today = context.today
        // 三天 says how long, and not from when.
        guard phrasebook.pauseWords.due.span(message.text.written(range)) == nil else { return nil }
        var days: ClosedRange<Day> =
            switch period {
            case .today: today...today
            case .thisWeek: today...(today.startOfWeek + 6)
            case .thisMonth: today...((today.startOfMonth + 31).startOfMonth - 1)
            default: period.days(today: today)
            }
        // 下下周 is a week behind 下周.
        let further = Router.weeksFurther(before: range, in: message)
        days = (days.lowerBound + further)...(days.upperBound + further)
        let written = message.text.written(range)
        let row = phrasebook.pauseWords.until(written)
        let last = row.flatMap { firstDay($0.day, context) }
        // Of voices 今天到12月5日 ends today, and 1月20日到1月25日 and 12月 are over.
        if days.upperBound == today, let last, last > today {
            days = days.lowerBound...last
        } else if days.upperBound < today, let row, let last {
            guard let first = firstDay(row.before, context), first <= last else { return nil }
            days = first...last
        } else if days.upperBound < today, let first = firstDay(written, context) {
            days = first...(first + (days.count - 1))
        }
        return days.upperBound >= today ? days : nil
    }

    /// Seven days for each 下 right before a word for a time that has one: 下下周一.
    static func weeksFurther(before range: Range<Int>, in message: MessageFeatures) -> Int {
        guard message.text.scalars[range].first == next else { return 0 }
        return 7 * message.text.scalars[..<range.lowerBound].reversed().prefix { $0 == next }.count
    }

    /// 下
    private static let next: UInt32 = 0x4E0B
}
