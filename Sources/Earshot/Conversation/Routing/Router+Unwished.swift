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
        understood = pause(during: named.value, message, context) ?? unknown(message, in: context)
    }

    /// Whether it is said in so many words that a report is not wished: 今天别发日报, unlike 要不发我日报.
    private func isUnwished(_ message: MessageFeatures) -> Bool {
        message.says(phrasebook.unsubscribe) || phrasebook.pauseWords.isUnwished(message.text)
    }

    /// Whether what ends from a day on has ended by tomorrow. 从12月20日起不要发日报 ends nothing in November.
    private func begins(
        _ period: Period, _ range: Range<Int>, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Bool {
        let written = message.text.written(range)
        let first =
            phrasebook.pauseWords.due.comingDay(written, today: context.today)
            ?? phrasebook.pauseWords.comingDay(written, today: context.today)
            ?? period.days(today: context.today).lowerBound
        return first <= context.today + 1
    }

    /// A pause until some days are over; nothing where they are over already, or begin later than tomorrow.
    private func pause(
        during period: Period, _ message: MessageFeatures, _ context: DialogueContext
    ) -> Understood? {
        let today = context.today
        let days: ClosedRange<Day> =
            switch period {
            case .today: today...today
            case .thisWeek: today...(today.startOfWeek + 6)
            case .thisMonth: today...((today.startOfMonth + 31).startOfMonth - 1)
            default: period.days(today: today)
            }
        guard days.upperBound >= today, days.lowerBound <= today + 1 else { return nil }
        return pause(.subscriptionPause, message) {
            $0.period = .days((days.upperBound + 1)...(days.upperBound + 1))
        }
    }
}
