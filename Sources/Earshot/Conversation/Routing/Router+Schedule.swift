extension Router {
    /// Keeps an hour or day that is none, or an interval that is not offered (每两周), as it was written, so that nothing is
    /// subscribed to at another time; nor is anything that shall come once (明天给我日报).
    func settleSchedule(
        of understood: inout Understood, _ text: String, _ message: MessageFeatures,
        _ context: DialogueContext
    ) {
        if understood.request.intent == .unknown, let bare = bareSchedule(text, message, context) {
            understood = bare
            return
        }
        // 日报和周报有什么区别 wishes none of them.
        if understood.request.intent == .subscriptionAdd || understood.request.intent == .subscriptionRemove,
            phrasebook.scheduleWords.compare(message.text)
        {
            understood = unknown(message, in: context)
            return
        }
        if let wish = unofferedReport(message),
            understood.request.intent == .unknown || understood.request.intent == .reportShow
        {
            understood = wish
        }
        guard understood.request.intent == .subscriptionAdd else { return }
        if let time = message.text.impossibleTime ?? message.text.unofferedInterval
            ?? message.text.unofferedReport
        {
            understood.request.slots.schedule = time
        } else {
            settleOnce(in: &understood, message, context)
            settleScheduleParts(of: &understood, text, message)
        }
    }

    /// A report of days that are over is shown (昨天的日报), and one that shall come once is none that is subscribed to. One that is
    /// wished from a day on begins then.
    private func settleOnce(
        in understood: inout Understood, _ message: MessageFeatures, _ context: DialogueContext
    ) {
        let words = phrasebook.onceWords
        let schedule = understood.request.slots.schedule.flatMap { ReportSchedule(name: $0) }
        guard
            understood.request.slots.topic.map({ ReportTopic.Kind(rawValue: $0) != nil }) ?? (schedule != nil)
        else { return }
        let named = message.mentions.periods.first
        if let named, words.begin(at: message.tokens[named.token].range, of: message.text) {
            let days = named.value.days(today: context.today)
            let first =
                firstDay(message.text.written(message.tokens[named.token].range), context) ?? days.lowerBound
            // From a day on that has come it comes at once; 本月 has.
            if first > context.today, !days.contains(context.today) {
                understood.request.slots.period = .days(first...first)
            }
            return
        }
        // 看星期三的日报 wishes to see one.
        let isShown = message.says(phrasebook.look) && message.mentions.clock == nil
        guard message.mentions.recurrence == nil, message.mentions.weekday == nil || isShown,
            !words.subscribe(message.text)
        else { return }
        guard let named else {
            if words.sayOnce(message.text) {
                understood.request.slots.schedule = ReportSchedule.once
            } else if message.mentions.clock == nil, words.askNow(message.text) {
                understood.request.intent = .reportShow
            }
            return
        }
        let days = named.value.days(today: context.today)
        if days.upperBound < context.today && !named.value.isRunning
            || isShown && message.mentions.weekday != nil && days.lowerBound <= context.today
        {
            understood.request.intent = .reportShow
            understood.request.slots.period = named.value
            understood.said.period = named.value
        } else if days.lowerBound > context.today {
            understood.request.slots.schedule = ReportSchedule.once
        }
    }

    /// A report that is wished at an interval of which nothing else is understood: 每季度给我月报, 给我季报.
    private func unofferedReport(_ message: MessageFeatures) -> Understood? {
        let name = message.text.unofferedReport
        guard let interval = message.text.unofferedInterval ?? name, !message.text.isQuestion,
            message.unexplained <= interval.unicodeScalars.count + (name?.unicodeScalars.count ?? 0),
            name != nil || message.mentions.topics.contains(where: { ReportTopic.Kind(rawValue: $0) != nil }),
            name != nil || message.says(phrasebook.report),
            !message.says(phrasebook.unsubscribe.union(phrasebook.negation))
        else { return nil }
        var slots = Slots()
        slots.topic = message.mentions.topics.first
        return Understood(request: Request(.subscriptionAdd, slots), said: slots)
    }
}
