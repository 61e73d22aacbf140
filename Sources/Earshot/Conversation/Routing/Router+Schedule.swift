extension Router {
    /// Keeps an hour or day that is none, or an interval that is not offered (每两周), as it was written, so that nothing is
    /// subscribed to at another time.
    func settleSchedule(of understood: inout Understood, _ message: MessageFeatures) {
        guard understood.request.intent == .subscriptionAdd,
            let time = message.text.impossibleTime ?? message.text.unofferedInterval
        else { return }
        understood.request.slots.schedule = time
    }
}
