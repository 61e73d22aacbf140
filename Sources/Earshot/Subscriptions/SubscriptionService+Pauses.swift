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
        ).filter { report in
            (reportKind(slots).map { $0 == report.topic.kind } ?? true)
                && (!isResumed || report.pausedUntil.map { $0 > now } ?? false)
        }
        let day = slots.period?.days(today: question.today).lowerBound
        if !own.isEmpty, let unsure = unsurePausing(day, question) { return unsure }
        let until = day.map { office.calendar.start(of: $0) } ?? ReportSubscription.untilResumed
        var answer = Answer(
            .reportsPaused,
            [
                "none": .flag(own.isEmpty), "count": .count(own.count), "resumed": .flag(isResumed),
                "untilResumed": .flag(day == nil),
                "until": .optional(day.map { Figures.days($0...$0, today: question.today) }),
            ], offers: own.isEmpty ? [SubscriptionService.list] : [])
        if !own.isEmpty { answer.effects = [.pauseReports(own, until: isResumed ? nil : until)] }
        return answer
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
