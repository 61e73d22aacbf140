extension SubscriptionService {
    /// Subscribes headquarters or an administrator to which answers people called bad, or changes when that comes.
    func addAnswers(_ question: Question) async throws -> Answer {
        let (person, now) = (question.person, question.now)
        guard office.answers != nil, FailedAnswers.areReadable(by: person), !question.isInGroup else {
            return FeedbackService.refusal(question)
        }
        let topic = ReportTopic(.answers, of: .nation)
        let known = try await office.desk.reportSubscriptions(of: person.id, regions: directory.regions)
            .first { $0.topic == topic }
        let schedule = schedule(.answers, question.request.slots, changing: known?.schedule)
        var values = Subscribed.exampleName.mapValues { _ in TextValue.flag(false) }
        let isFull = try await all(of: question).count >= WarningSubscription.most && known == nil
        values["full"] = isFull ? .count(WarningSubscription.most) : false
        guard !isFull, let last = schedule.last(upTo: now, office.calendar, office.workdays) else {
            return Answer(.reportAdded, .object(values), offers: [SubscriptionService.list])
        }
        let wish = ReportSubscription(
            number: known?.number, person: person.id, topic: topic, schedule: schedule, since: now,
            pause: known?.pause)
        let issue = try await office.answersIssue(
            during: wish.covered(by: last.day, office.workdays), for: person, at: now)
        values.merge(office.words.values(of: issue)) { $1 }
        values.merge(
            Subscribed.report(wish).values(today: question.today, office.calendar, at: now)
        ) { $1 }
        values["known"] = .flag(known != nil)
        values["changed"] = .flag(known.map { $0.schedule != schedule } ?? false)
        values.merge(try await next(wish, question)) { $1 }
        var answer = Answer(.reportAdded, .object(values), offers: [SubscriptionService.list])
        if known?.schedule != schedule { answer.effects = [.subscribeToReport(wish)] }
        return answer
    }

    /// Which answers people called bad last week, as it would come.
    func showAnswers(_ question: Question) async throws -> Answer {
        guard office.answers != nil, FailedAnswers.areReadable(by: question.person), !question.isInGroup
        else {
            return FeedbackService.refusal(question)
        }
        var issue = try await office.answersIssue(
            during: ReportTopic.Kind.answers.lastPeriod.days(today: question.today), for: question.person,
            at: question.now)
        issue.text = try office.words.text(of: issue)
        var answer = Answer(.report, .object(office.words.values(of: issue)))
        answer.effects = [.issueReport(issue)]
        return answer
    }
}
