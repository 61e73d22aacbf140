extension SubscriptionService {
    /// Which report is meant; nothing where warnings are, or nothing is said of it.
    func reportKind(_ slots: Slots) -> ReportTopic.Kind? {
        if let topic = slots.topic, topic != "all" { return ReportTopic.Kind(rawValue: topic) }
        return slots.schedule.flatMap { ReportSchedule(name: $0)?.kind }
    }

    /// When it comes: as was said, or at the usual time. Where days of another kind of report were said, only the time counts.
    ///
    /// - Parameter known: when it came so far, of which stays what was not said.
    func schedule(
        _ kind: ReportTopic.Kind, _ slots: Slots, changing known: ReportSchedule? = nil
    ) -> ReportSchedule {
        guard var said = slots.schedule.flatMap({ ReportSchedule(name: $0) }) else {
            let usual = known ?? kind.usualSchedule
            return slots.words == ReportSchedule.everyDay ? ReportSchedule(.daily, at: usual.time) : usual
        }
        if let known, slots.words == ReportSchedule.timeAlone { said.recurrence = known.recurrence }
        if let known, slots.words == ReportSchedule.daysAlone { said.time = known.time }
        return said.kind == kind || kind == .asking || kind == .answers
            || kind == .review && said.kind == .monthly
            ? said : ReportSchedule(kind.usualSchedule.recurrence, at: said.time)
    }

    /// Subscribes to a report, or changes when it comes, and shows what would have come last.
    func add(_ kind: ReportTopic.Kind, _ question: Question) async throws -> Answer {
        guard !isReviewInGroup(kind, question) else { return Answer(.reviewInGroup, isRefusal: true) }
        let focus: ReportFocus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let (person, now) = (question.person, question.now)
        let topic = self.topic(kind, of: focus, question)
        let own = try await office.desk.reportSubscriptions(of: person.id, regions: directory.regions)
        let known = own.first { $0.topic == topic }
        let schedule = schedule(kind, question.request.slots, changing: known?.schedule)
        let count = try await all(of: question).count
        let isFull = known == nil && count >= WarningSubscription.most
        var values = Subscribed.exampleName.mapValues { _ in TextValue.flag(false) }
        values["full"] = isFull ? .count(WarningSubscription.most) : false
        guard !isFull, let last = schedule.last(upTo: now, office.calendar, office.workdays) else {
            return Answer(.reportAdded, .object(values), offers: [SubscriptionService.list])
        }
        let begins = beginning(schedule, question)
        // One that comes already goes on as it is until then: a change cannot wait.
        let saysBeginning = question.request.slots.period != nil
        let isLater = begins != nil && known != nil && known?.pause?.holds(now) != true
        let wish = ReportSubscription(
            number: known?.number, person: person.id, topic: topic, schedule: schedule, since: now,
            // From a day on that is no later than the next one it comes at once, whatever was said before.
            pause: begins.map { ReportPause(until: $0) }
                ?? (saysBeginning && known?.pause?.holds(now) == true ? nil : known?.pause))
        let issue = try await office.issue(
            topic, of: focus, during: wish.covered(by: last.day, office.workdays), for: person,
            inGroup: question.isInGroup, hidesStores: question.hidesStores, at: now)
        values.merge(office.words.values(of: issue)) { $1 }
        values.merge(
            Subscribed.report(wish).values(today: question.today, office.calendar, at: now)
        ) { $1 }
        values["known"] = .flag(known != nil)
        values["changed"] = .flag(
            known.map { $0.schedule != schedule || $0.pause != wish.pause } ?? false)
        values.merge(try await next(wish, question)) { $1 }
        if begins != nil { (values["begins"], values["paused"]) = (values["paused"] ?? false, false) }
        if isLater, let known { return later(known, question) }
        var answer = Answer(.reportAdded, .object(values), offers: [SubscriptionService.list])
        if known?.schedule != schedule || known?.pause != wish.pause {
            answer.effects = [.subscribeToReport(wish)]
        }
        return answer
    }

    /// That what comes already cannot be changed from a day to come on.
    private func later(_ known: ReportSubscription, _ question: Question) -> Answer {
        Answer(
            .subscriptionLater,
            .object(
                Subscribed.report(known).values(today: question.today, office.calendar, at: question.now)),
            offers: [SubscriptionService.list], isRefusal: true)
    }

    /// When reports begin that are wished from a day on; nothing where none would come before.
    private func beginning(_ schedule: ReportSchedule, _ question: Question) -> Timestamp? {
        guard question.request.intent == .subscriptionAdd, let period = question.request.slots.period,
            let next = schedule.next(after: question.now, office.calendar, office.workdays)
        else { return nil }
        let first = period.days(today: question.today).lowerBound
        return first > next.day ? office.calendar.start(of: first) : nil
    }

    /// When the next one comes.
    func next(
        _ wish: ReportSubscription, _ question: Question
    ) async throws -> [String: TextValue] {
        let calendar = office.calendar
        let schedule = wish.schedule
        var next = schedule.next(after: question.now, calendar, office.workdays)
        if let found = next, let number = wish.number,
            try await office.desk.lastIssue(of: number)?.day == found.day
        {
            // The one of that day has come, at another time.
            next = schedule.next(after: found.moment, calendar, office.workdays)
        }
        if let pause = wish.pause, let first = next, pause.holds(first.moment) {
            next =
                pause.endsWhenResumed
                ? nil : schedule.next(after: pause.until - .milliseconds(1), calendar, office.workdays)
        }
        guard let next else { return ["next": false, "quietUntil": false] }
        let quiet = try await office.desk.quietHours(of: question.person.id) ?? office.quietHours
        let end = quiet.end(ifQuietAt: next.moment, calendar: calendar)
        return [
            "next": .text(
                "\(Figures.days(next.day...next.day, today: question.today)) \(wish.schedule.time)"),
            "quietUntil": .optional(end.map { String(calendar.text(of: $0).suffix(5)) }),
        ]
    }

    /// The report of the last day, week or month that is over.
    func show(_ question: Question) async throws -> Answer {
        let asked = reportKind(question.request.slots)
        if asked == .answers { return try await showAnswers(question) }
        let isReview = question.request.intent == .reviewShow || asked == .review
        guard !isReviewInGroup(isReview ? .review : asked, question) else {
            return Answer(.reviewInGroup, isRefusal: true)
        }
        let (person, slots) = (question.person, question.request.slots)
        // Of days to come there is nothing to look back on.
        if let days = slots.period?.days(today: question.today), days.lowerBound > question.today {
            return Answer(
                .notYet, ["days": .text(Figures.days(days, today: question.today))], isRefusal: true)
        }
        if let unclear = unclear(question, of: isReview ? .review : asked ?? .daily) { return unclear }
        let focus: ReportFocus
        switch self.focus(of: question) {
        case .seen(let seen): focus = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let topic = ReportTopic(
            isReview ? .review : reportKind(slots).flatMap { $0 == .asking ? nil : $0 } ?? .daily,
            of: focus.watched, aspect: isReview ? nil : slots.aspect, about: focus.subject)
        let own = try await office.desk.reportSubscriptions(of: person.id, regions: directory.regions)
        var last: ReportIssue?
        if let number = own.first(where: { $0.topic == topic })?.number {
            last = try await office.desk.lastIssue(of: number)
        }
        var days = topic.kind.lastPeriod.days(today: question.today)
        // There is no report of a day, week or month that goes on: the one before is shown, which is said.
        let isOfBefore = !isReview && topic.kind.runningPeriod == slots.period
        if let period = slots.period,
            isReview || !period.isRunning && !period.isUnfinished(today: question.today)
        {
            let named = period.days(today: question.today)
            guard topic.kind.fits(named) else {
                return noReport(topic.kind, of: named, question)
            }
            days = named
        }
        var issue = try await office.issue(
            topic, of: focus, during: days, for: person, since: last, inGroup: question.isInGroup,
            hidesStores: question.hidesStores, at: question.now)
        var values = office.words.values(of: issue)
        if isReview { values.merge(remarks(issue, question)) { $1 } }
        let prompt = isReview ? Prompt.reviewShown : isOfBefore ? .reportOfBefore : .report
        issue.text = try office.words.text(of: issue, as: prompt, values)
        var answer = Answer(prompt, .object(values))
        answer.effects = [.issueReport(issue)]
        return answer
    }

    /// That there is no such report of days that are named.
    private func noReport(
        _ kind: ReportTopic.Kind, of days: ClosedRange<Day>, _ question: Question
    ) -> Answer {
        Answer(
            .reportOfOtherDays,
            [
                "days": .text(Figures.days(days, today: question.today)), "daily": .flag(kind == .daily),
                "weekly": .flag(kind == .weekly), "monthly": .flag(kind == .monthly),
            ], isRefusal: true)
    }

    /// What a review that was asked for leaves out of the question, and of which year it is where that is another one.
    private func remarks(_ issue: ReportIssue, _ question: Question) -> [String: TextValue] {
        let slots = question.request.slots
        let days = issue.report.days
        let (year, month) = (days.lowerBound.civil.year, days.lowerBound.civil.month)
        let isOther =
            slots.period.map { $0 != .lastMonth } ?? false && days.monthBefore != nil
            && year != question.today.civil.year
        let leftOut = slots.leftOutPlaces ?? []
        let offered = leftOut.filter { sees($0, question) }
        let isMonthBefore = days == Period.lastMonth.days(today: question.today)
        return [
            "without": .optional(slots.aspect?.words), "leftOut": .flag(!leftOut.isEmpty),
            "others": offered.isEmpty ? false : .series(offered.map { ["name": .text($0)] }),
            "ofMonth": .flag(slots.period != nil && days.monthBefore != nil && !isMonthBefore),
            "year": isOther ? .text(String(year)) : false, "month": .text(String(month)),
        ]
    }

    /// Whether a person may see the place of a name.
    private func sees(_ name: String, _ question: Question) -> Bool {
        let scope = question.scope
        let city = Gazetteer.china.city(named: name)
        let sights = [
            scope.place(city: city, region: city == nil ? name : nil), scope.place(province: name),
        ]
        return sights.contains { if case .seen = $0 { true } else { false } }
    }

    /// A review names stores and people, and is each reader's own.
    private func isReviewInGroup(_ kind: ReportTopic.Kind?, _ question: Question) -> Bool {
        kind == .review && question.isInGroup
    }

    /// The store that is named or was chosen.
    func store(of question: Question) -> Dealer? {
        question.dealer ?? question.namedStore.flatMap { directory.dealer(named: $0) }
    }

    /// A store that is named beside a city that it is not in (广州西湖店): there is none of the name.
    func misplacedStore(_ question: Question) -> String? {
        guard let store = store(of: question), let city = question.city, city != store.city else {
            return nil
        }
        let own = store.city.name
        return city.name + (store.name.hasPrefix(own) ? String(store.name.dropFirst(own.count)) : store.name)
    }

    /// What a report that is named is of, as far as the person may see it.
    private func focus(of question: Question) -> Sight<ReportFocus> {
        if let dealer = store(of: question) { return question.scope.focus(on: dealer) }
        let subject = ReportSubject(question.request.slots) ?? .own
        return place(of: question).map { ReportFocus(place: $0, subject: subject) }
    }

    /// The report that is named, where the person may see what it is of.
    func topic(_ kind: ReportTopic.Kind, of question: Question) -> ReportTopic? {
        guard case .seen(let focus) = focus(of: question) else { return nil }
        return topic(kind, of: focus, question)
    }

    private func topic(_ kind: ReportTopic.Kind, of focus: ReportFocus, _ question: Question) -> ReportTopic {
        ReportTopic(kind, of: focus.watched, aspect: question.request.slots.aspect, about: focus.subject)
    }

    private func place(of question: Question) -> Sight<VisiblePlace> {
        question.place
    }
}
