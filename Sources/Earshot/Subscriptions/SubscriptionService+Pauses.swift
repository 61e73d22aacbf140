extension SubscriptionService {
    /// Holds reports back until a day, or has them come again.
    func pause(_ question: Question) async throws -> Answer {
        let (slots, now) = (question.request.slots, question.now)
        let isResumed = question.request.intent == .subscriptionResume
        if let written = slots.words {
            // 2月30日 is none; of anything else nobody knows which day is meant.
            let isDate = written.firstMatch(of: /^[0-9]{1,2}月[0-9]{1,2}(?:日|号)?$/) != nil
            let isOver = slots.period != nil
            return Answer(
                .notPaused,
                [
                    "until": .text(written), "over": .flag(isOver), "none": .flag(!isOver && isDate),
                    "unknown": .flag(!isOver && !isDate),
                ], isRefusal: true)
        }
        let own = try await office.desk.reportSubscriptions(
            of: question.person.id, regions: directory.regions
        ).map { report in
            // As the same message has left it: 12月1号和12月10号不要发日报.
            question.pending.reversed().lazy.compactMap { effect in
                if case .pauseReports(let changed) = effect {
                    changed.first { $0.number == report.number }
                } else {
                    nil
                }
            }.first ?? report
        }.filter { report in
            (reportKind(slots).map { $0 == report.topic.kind } ?? true)
                && (!isResumed || report.pause.map { !$0.isOver(at: now) } ?? false)
        }
        guard !own.isEmpty else {
            let isSubscribed = try await !office.desk.reportSubscriptions(
                of: question.person.id, regions: directory.regions
            ).isEmpty
            return paused([], isResumed, question, isSubscribed: isSubscribed)
        }
        let days = slots.period?.days(today: question.today)
        if let unsure = unsurePausing(days, question) { return unsure }
        guard !isResumed else { return paused(own.map { $0.paused(nil) }, true, question) }
        let pause = self.pause(days, now)
        var changed: [ReportSubscription] = []
        for report in own {
            guard let joined = pause.joining(report.pause, at: now) else {
                // Of two pauses apart none is dropped unsaid.
                return Answer(
                    .pausesApart,
                    .object(
                        Subscribed.report(report).values(today: question.today, office.calendar, at: now)),
                    isRefusal: true)
            }
            changed.append(report.paused(joined))
        }
        return paused(changed, false, question)
    }

    /// What came of pausing reports, or of having them come again.
    private func paused(
        _ changed: [ReportSubscription], _ isResumed: Bool, _ question: Question, isSubscribed: Bool = false
    ) -> Answer {
        let pauses = Set(changed.compactMap(\.pause))
        let only = pauses.count == 1 ? pauses.first : nil
        let again = only.map { office.calendar.day(of: $0.until) }
        let first = only?.from.map { office.calendar.day(of: $0) }
        var ahead: ClosedRange<Day>?
        if let first, let again, first < again { ahead = first...(again - 1) }
        var answer = Answer(
            .reportsPaused,
            [
                "none": .flag(changed.isEmpty), "subscribed": .flag(isSubscribed),
                "count": .count(changed.count), "resumed": .flag(isResumed),
                "mixed": .flag(pauses.count > 1), "untilResumed": .flag(only?.endsWhenResumed == true),
                "ahead": .optional(ahead.map { Figures.days($0, today: question.today) }),
                "until": .optional(again.map { Figures.days($0...$0, today: question.today) }),
            ], offers: changed.isEmpty || pauses.count > 1 ? [SubscriptionService.list] : [])
        if !changed.isEmpty { answer.effects = [.pauseReports(changed)] }
        return answer
    }

    /// What holds reports back.
    ///
    /// - Parameter days: the first day without one, and that on which they come again, which is alone where they pause at once;
    ///   nothing where that is to be said.
    private func pause(_ days: ClosedRange<Day>?, _ now: Timestamp) -> ReportPause {
        guard let days else { return .untilResumed }
        let from = days.lowerBound < days.upperBound ? office.calendar.start(of: days.lowerBound) : nil
        return ReportPause(
            from: from.flatMap { $0 > now ? $0 : nil }, until: office.calendar.start(of: days.upperBound))
    }

    /// Keeps hours in which the person is left alone.
    func quiet(_ question: Question) -> Answer {
        let words = question.request.slots.words
        let hours = words.flatMap { QuietHours(name: $0) }
        // 8点到8点 names no hours in which nobody is disturbed.
        let isEmpty = hours.map { $0.from == $0.until } ?? false
        if let words, words != QuietHours.off, hours == nil || isEmpty {
            return Answer(
                .quietHours,
                [
                    "wrong": .optional(isEmpty ? nil : words), "empty": .optional(hours.map { "\($0.from)" }),
                    "off": false, "from": false, "until": false,
                ], isRefusal: true)
        }
        var answer = Answer(
            .quietHours,
            [
                "wrong": false, "empty": false,
                "off": .flag(hours == nil), "from": .optional(hours.map { "\($0.from)" }),
                "until": .optional(hours.map { "\($0.until)" }),
            ])
        answer.effects = [.keepQuiet(hours, person: question.person.id)]
        return answer
    }
}
