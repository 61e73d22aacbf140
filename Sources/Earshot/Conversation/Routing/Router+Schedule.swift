extension Router {
    /// Keeps an hour or day that is none, or an interval that is not offered (每两周), as it was written, so that nothing is
    /// subscribed to at another time.
    func settleSchedule(of understood: inout Understood, _ message: MessageFeatures) {
        if let wish = unofferedReport(message), understood.request.intent == .unknown { understood = wish }
        guard understood.request.intent == .subscriptionAdd,
            let time = message.text.impossibleTime ?? message.text.unofferedInterval
        else { return }
        understood.request.slots.schedule = time
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
