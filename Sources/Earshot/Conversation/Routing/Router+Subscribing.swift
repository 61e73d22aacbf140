/// What surely subscribes to something, ends or pauses it, and what is asked about first.
extension Router {
    /// Has it asked first where a message says more than that something is subscribed to, ended or paused.
    func settleSubscribing(
        of understood: inout Understood, _ message: MessageFeatures, _ context: DialogueContext
    ) {
        let intent = understood.request.intent
        // Of several wishes each has its words.
        for (index, request) in understood.further.enumerated() where request.intent.changesSubscriptions {
            guard let words = understood.furtherWords[request],
                !leavesNoDoubt(request, features(of: words, context))
            else { continue }
            understood.further[index].slots.isConfirmed = false
            understood.furtherWords[understood.further[index]] = words
        }
        // What is asked for daily, and what is not answered well, have sayings of their own.
        guard intent.changesSubscriptions,
            understood.request.slots.topic.map({ !["asking", "answers"].contains($0) }) ?? true
        else { return }
        let message = understood.firstWords.map { features(of: $0, context) } ?? message
        let words = phrasebook.subscribingWords
        if intent == .subscriptionAdd, words.wonder(message.text),
            message.text.scalars.firstRange(of: SubscribingWords.subscribing) == nil,
            !leavesNoDoubt(understood.request, message), understood.further.isEmpty
        {
            understood = Understood(request: Request(.subscriptionList))
            return
        }
        // To when a report is moved is not said: when it comes is shown, with how that is changed.
        if intent == .subscriptionAdd, understood.request.slots.schedule == nil,
            understood.further.isEmpty,
            words.move(message.text)
                || phrasebook.onceWords.move(message.text) && !changesMore(understood, message),
            understood.request.slots.topic.map({ Router.reports.contains($0) }) == true,
            message.text.scalars.firstRange(of: SubscribingWords.subscribing) == nil
        {
            understood = Understood(request: Request(.subscriptionList))
            return
        }
        // 日报周末别发: every day but those.
        if intent == .subscriptionRemove || intent == .subscriptionPause && !words.namePause(message.text)
            || intent == .subscriptionAdd && message.says(phrasebook.negation.union(phrasebook.unsubscribe)),
            understood.request.slots.topic == ReportTopic.Kind.daily.rawValue, words.nameWeekend(message.text)
        {
            // Ending it takes neither a place nor an hour by itself: 广州日报周末别发 is of that one.
            let named = slots(of: .subscriptionAdd, in: message, context)
            let said = (understood.request.slots.schedule ?? named.schedule)
                .flatMap { ReportSchedule(name: $0) }
            let time = said?.time ?? ReportTopic.Kind.daily.usualSchedule.time
            if named.namesPlace { understood.request.slots.takePlace(of: named) }
            understood.request.intent = .subscriptionAdd
            understood.request.slots.schedule = ReportSchedule(.workdays, at: time).name
            understood.request.slots.words = said == nil ? ReportSchedule.daysAlone : nil
            understood.request.slots.period = nil
            (understood.request.slots.isConfirmed, understood.alike) = (false, [])
            return
        }
        guard understood.request.slots.isConfirmed != true,
            !leavesNoDoubt(understood.request, message) || isMixed(understood, message)
        else { return }
        understood.request.slots.isConfirmed = false
        for index in understood.alike.indices { understood.alike[index].slots.isConfirmed = false }
    }

    /// Whether it says what else shall be another one than when it comes: 日报改成刹车的, 日报改成周报.
    private func changesMore(_ understood: Understood, _ message: MessageFeatures) -> Bool {
        let slots = understood.request.slots
        return slots.namesPlace || slots.aspect != nil || slots.product != nil || understood.dealer != nil
            || isMixed(understood, message)
    }

    /// Whether two reports or two days of the week are named, of which one shall be the other (日报换成周报, 从周一改到周二).
    private func isMixed(_ understood: Understood, _ message: MessageFeatures) -> Bool {
        guard understood.request.intent == .subscriptionAdd else { return false }
        var (topics, weekdays): (Set<String>, Set<Int>) = ([], [])
        for sense in message.tokens.flatMap(\.senses) {
            switch sense {
            case .topic(let topic) where Router.reports.contains(topic): topics.insert(topic)
            case .weekday(let day), .every(.week(weekday: .some(let day))): weekdays.insert(day)
            default: break
            }
        }
        return topics.count > 1 && understood.alike.isEmpty && understood.further.isEmpty
            || weekdays.count > 1
    }

    private static let reports: Set = ["daily", "weekly", "monthly", "review"]

    func leavesNoDoubt(_ request: Request, _ message: MessageFeatures) -> Bool {
        let intent = request.intent
        var named = phrasebook.features(of: intent).union(Router.describing).union(phrasebook.report)
            .union(phrasebook.warnings.alert).union(phrasebook.ownStore).union(phrasebook.here)
        for feature in [Feature.topic, Feature.nation, Feature.dealer, Feature.polarity] {
            named.insert(feature)
        }
        if intent == .subscriptionAdd {
            named.insert(Feature.schedule)
            // From a day on.
            if request.slots.period != nil { named.insert(Feature.period) }
        } else {
            named.formUnion(phrasebook.negation.union(phrasebook.unsubscribe))
            named.insert(Feature.period)
            // 今天别发 is one word, of warnings as well.
            if intent == .subscriptionPause { named.formUnion(phrasebook.features(of: .alertSilence)) }
        }
        let doubts = phrasebook.not.union(phrasebook.done).union(phrasebook.condition).union(
            phrasebook.rather
        )
        .union(phrasebook.setAside).union(phrasebook.hold)
        let schedule = request.slots.schedule.flatMap { ReportSchedule(name: $0) }
        return phrasebook.subscribingWords.leaveNoDoubt(intent, message, schedule) { token in
            // 看周日的日报 wants to see one.
            if token.features.isSubset(of: phrasebook.look) { return false }
            let number = token.senses.lazy.compactMap { sense -> Int? in
                switch sense {
                case .ordinal(let number), .number(let number): number
                default: nil
                }
            }.first
            // A day of the month that is none of the schedule was not understood.
            if let number { return schedule?.recurrence == .monthly(day: number) }
            return !token.features.isDisjoint(with: named)
                || token.features.isSubset(of: phrasebook.filler) && token.features.isDisjoint(with: doubts)
        }
    }
}

extension Intent {
    /// Whether it subscribes to something, ends or pauses it.
    var changesSubscriptions: Bool {
        self == .subscriptionAdd || self == .subscriptionRemove || self == .subscriptionPause
    }
}
