/// The rounds of reports: sends what is due to those who have subscribed.
///
/// That one was sent is on disk in one transaction with its delivery, by subscription and day of the schedule, so that
/// none comes twice, whatever the clock does, and none is lost that still means something.
public struct ReportRounds: Sendable {
    private let register: any ReportRegister
    private let situation: @Sendable () -> Situation
    private let clock: any Clock

    /// What the rounds go by; a reload makes another one.
    public struct Situation: Sendable {
        public var office: ReportOffice
        public var reach: any Reachability

        public init(office: ReportOffice, reach: any Reachability) {
            (self.office, self.reach) = (office, reach)
        }
    }

    /// Days after which no report is sent any more; longer than any has a meaning.
    private static let daysKnown = 10
    /// Reports that are made durable at a time.
    private static let batch = 500

    public init(
        register: any ReportRegister, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        (self.register, self.clock, self.situation) = (register, clock, situation)
    }

    /// One report that is due, and to whom.
    private struct Due {
        var subscription: ReportSubscription
        var number: Int64
        var person: Person
        var days: ClosedRange<Day>
        /// Nothing for which answers failed, which are of no place.
        var order: ReportComposer.Order?
        var sending: ReportPlan.Sending
    }

    /// Has sent what is due by now.
    ///
    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault; what it did not concern is sent all the same.
    @discardableResult
    public func send() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        let due = try await due(situation.office, at: now)
        guard !due.isEmpty else { return [] }
        var people: [String: Person] = [:]
        for entry in due { people[entry.person.id] = entry.person }
        let ways = try await situation.reach.ways(to: people.keys.sorted().compactMap { people[$0] })
        var sent = try await ask(due, ways, situation.office, at: now)
        // Those of the longest time of which any report is.
        let first = due.map(\.days.lowerBound).min()
        let warnings = try await situation.office.newsroom.warnings(
            since: situation.office.calendar.start(of: first ?? situation.office.calendar.day(of: now)))
        var reports: [ReportComposer.Order: Report] = [:]
        // Thousands are given the same words.
        var written: [ReportIssue: ReportText] = [:]
        var sendings: [ReportSending] = []
        var fault: (any Error)?
        for entry in due where entry.subscription.topic.kind != .asking {
            try Task.checkCancellation()
            // Whoever is reached again before it has lost its meaning is sent it then.
            guard let way = ways[entry.person.id] else { continue }
            do {
                guard let order = entry.order else {
                    let issue = try await issue(ofAnswersTo: entry, situation.office, at: now)
                    sendings.append(
                        try sending(issue, entry, by: way, situation.office, among: &written))
                    continue
                }
                func report(_ order: ReportComposer.Order) async throws -> Report {
                    if let known = reports[order] { return known }
                    let composed = try await situation.office.report(order, for: entry.person, at: now)
                    reports[order] = composed
                    return composed
                }
                let shared = try await report(order)
                let own = try situation.office.composer.order(order, hiding: shared, from: entry.person)
                let report = if let own { try await report(own) } else { shared }
                let issue = try await issue(of: entry, report, warnings, situation.office, at: now)
                sendings.append(
                    try sending(issue, entry, by: way, situation.office, among: &written))
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                fault = fault ?? error
            }
            if sendings.count == ReportRounds.batch {
                sent += try await register.issue(sendings, at: now)
                sendings = []
            }
        }
        if !sendings.isEmpty { sent += try await register.issue(sendings, at: now) }
        if let fault { throw fault }
        return sent
    }

    /// Asks those of stores who want to be asked.
    private func ask(
        _ due: [Due], _ ways: [String: Way], _ office: ReportOffice, at now: Timestamp
    ) async throws -> [Delivery] {
        let askings = try due.compactMap { entry -> NoteAsking? in
            guard entry.subscription.topic.kind == .asking, entry.person.role == .dealer,
                entry.person.dealer != nil, let way = ways[entry.person.id]
            else { return nil }
            let sending = entry.sending
            return NoteAsking(
                subscription: entry.number, day: sending.occurrence.day, person: entry.person.id,
                at: max(now, sending.notBefore),
                Delivery(
                    key: "asking/\(entry.number)/\(sending.occurrence.day)", channel: way.channel,
                    recipient: way.recipient, reply: try office.words.asking(), priority: .bulk,
                    notBefore: sending.notBefore,
                    deadline: entry.person.deadline(sending.deadline, office.calendar)))
        }
        return askings.isEmpty ? [] : try await register.ask(askings, at: now)
    }

    private func due(_ office: ReportOffice, at now: Timestamp) async throws -> [Due] {
        let all = try await register.reportSubscriptions(regions: office.directory.regions)
        guard !all.isEmpty else { return [] }
        let issued = try await register.issued(
            since: office.calendar.day(of: now) - ReportRounds.daysKnown)
        let quiet = try await register.quietHours()
        return all.compactMap { subscription in
            guard let number = subscription.number,
                let person = office.directory.person(id: subscription.person),
                case .send(let sending) = office.plan.decide(
                    subscription, sent: issued[number] ?? [],
                    quiet: quiet[person.id] ?? office.quietHours, at: now)
            else { return nil }
            let days = subscription.covered(by: sending.occurrence.day, office.workdays)
            var due = Due(
                subscription: subscription, number: number, person: person, days: days, order: nil,
                sending: sending)
            if subscription.topic.kind == .answers {
                // Whoever has another role now may read them no more.
                return FailedAnswers.areReadable(by: person) && office.answers != nil ? due : nil
            }
            // Whoever has changed places may see it no more.
            guard
                case .seen(let focus) = Scope(of: person, regions: office.directory.regions)
                    .sight(of: subscription.topic, in: office.directory)
            else { return nil }
            due.order = ReportComposer.Order(focus, subscription.topic, days, for: person)
            return due
        }
    }

    private func issue(
        ofAnswersTo due: Due, _ office: ReportOffice, at now: Timestamp
    ) async throws -> ReportIssue {
        var issue = try await office.answersIssue(during: due.days, for: due.person, at: now)
        (issue.subscription, issue.day) = (due.number, due.sending.occurrence.day)
        issue.isLate = due.sending.isLate
        return issue
    }

    private func issue(
        of due: Due, _ report: Report, _ warnings: [Warning], _ office: ReportOffice, at now: Timestamp
    ) async throws -> ReportIssue {
        let news = try await office.newsroom.news(
            for: due.person, of: due.subscription.topic, report, among: warnings,
            since: try await register.lastIssue(of: due.number), at: now)
        return ReportIssue(
            subscription: due.number, person: due.person.id, kind: due.subscription.topic.kind,
            day: due.sending.occurrence.day, isLate: due.sending.isLate, report: report, news: news, at: now)
    }

    private func sending(
        _ issue: ReportIssue, _ due: Due, by way: Way, _ office: ReportOffice,
        among written: inout [ReportIssue: ReportText]
    ) throws -> ReportSending {
        let issue = try office.words.written(issue, among: &written)
        return ReportSending(
            issue,
            Delivery(
                key: "report/\(due.number)/\(due.sending.occurrence.day)", channel: way.channel,
                recipient: way.recipient, reply: try issue.text?.message ?? office.words.reply(issue),
                priority: .bulk,
                notBefore: due.sending.notBefore,
                deadline: due.person.deadline(due.sending.deadline, office.calendar)))
    }
}
