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
        guard let named = message.mentions.periods.first else {
            // What is not wished is not subscribed to.
            if intent == .subscriptionAdd { understood = unknown(message, in: context) }
            return
        }
        let range = message.tokens[named.token].range
        guard !phrasebook.onceWords.subscribe(message.text),
            !phrasebook.onceWords.begin(at: range, of: message.text)
        else {
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
        let today = context.today
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
        guard days.upperBound >= today else { return nil }
        let end = days.upperBound + 1
        return pause(.subscriptionPause, message) {
            $0.period = .days((days.lowerBound > today ? days.lowerBound : end)...end)
        }
    }

    /// Seven days for each 下 right before a word for a time that has one: 下下周一.
    static func weeksFurther(before range: Range<Int>, in message: MessageFeatures) -> Int {
        guard message.text.scalars[range].first == next else { return 0 }
        return 7 * message.text.scalars[..<range.lowerBound].reversed().prefix { $0 == next }.count
    }

    /// 下
    private static let next: UInt32 = 0x4E0B
}
