extension Router {
    /// Keeps an hour or day that is none, an interval that is not offered (每两周), or a day on which something shall come once
    /// (明天), as it was written, so that nothing is subscribed to at another time.
    func settleSchedule(of understood: inout Understood, _ text: String, _ message: MessageFeatures) {
        if let wish = unofferedReport(message), understood.request.intent == .unknown { understood = wish }
        guard understood.request.intent == .subscriptionAdd,
            let time = message.text.impossibleTime ?? message.text.unofferedInterval
                ?? onlyDay(text, message, of: understood)
        else { return }
        understood.request.slots.schedule = time
    }

    /// 明天 of 提醒我明天看周报, which is no wish to be sent it each week; nothing where it shall begin then (明天起).
    private func onlyDay(
        _ text: String, _ message: MessageFeatures, of understood: Understood
    ) -> String? {
        guard understood.request.slots.schedule == nil, message.mentions.recurrence == nil,
            let named = message.mentions.periods.first, case .days(let days) = named.value, days.count == 1,
            !phrasebook.beginning.contains(where: { message.text.scalars.firstRange(of: $0) != nil })
        else { return nil }
        let range = message.tokens[named.token].range
        let scalars = Array(text.unicodeScalars)
        let (first, last) = (
            message.text.origins[range.lowerBound], message.text.origins[range.upperBound - 1]
        )
        return String(String.UnicodeScalarView(scalars[Int(first)...Int(last)]))
    }

    /// A report that is wished at an interval of which nothing else is understood: 每季度给我月报.
    private func unofferedReport(_ message: MessageFeatures) -> Understood? {
        guard let interval = message.text.unofferedInterval, !message.text.isQuestion,
            message.unexplained <= interval.unicodeScalars.count,
            message.mentions.topics.contains(where: { ReportTopic.Kind(rawValue: $0) != nil }),
            message.says(phrasebook.report), !message.says(phrasebook.unsubscribe.union(phrasebook.negation))
        else { return nil }
        var slots = Slots()
        slots.topic = message.mentions.topics.first
        return Understood(request: Request(.subscriptionAdd, slots), said: slots)
    }
}
