/// The rounds of suggestions: tells those who want one what became of it.
///
/// Who is to be told is on disk with the change itself, and that somebody was told in one transaction with the delivery, so
/// that nothing is told twice and nothing is lost.
public struct SuggestionRounds: Sendable {
    private let register: any SuggestionNotices
    private let situation: @Sendable () -> Situation
    private let clock: any Clock

    /// What the rounds go by; a reload makes another one.
    public struct Situation: Sendable {
        public var directory: any PeopleDirectory
        public var texts: any Texts
        public var reach: any Reachability
        public var quietHours: QuietHours
        public var calendar: LocalCalendar

        public init(
            directory: any PeopleDirectory, texts: any Texts, reach: any Reachability, quietHours: QuietHours,
            calendar: LocalCalendar
        ) {
            self.directory = directory
            self.texts = texts
            self.reach = reach
            self.quietHours = quietHours
            self.calendar = calendar
        }
    }

    /// What happened so long ago is told nobody any more.
    private static let patience = Duration.seconds(30 * 86_400)
    /// After so long a message has lost its meaning.
    private static let deliveryPatience = Duration.seconds(3 * 86_400)
    /// Of how many changes one message tells one by one.
    private static let mostTold = 10
    /// Changes that one message tells of.
    private static let noticesAtOnce = 1000

    public init(
        register: any SuggestionNotices, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        self.register = register
        self.clock = clock
        self.situation = situation
    }

    /// Has told who is to be told by now.
    ///
    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault; whom it did not concern is told all the same.
    @discardableResult
    public func tell() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        let plan = SuggestionNoticePlan(quietHours: situation.quietHours, calendar: situation.calendar)
        let since = now - SuggestionRounds.patience
        var round = PeopleRound(situation.directory, situation.reach)
        try await round.tell(
            waiting: { try await register.peopleWaiting(since: since, after: $0, limit: $1) },
            { try await tell($0, by: $1, since: since, situation, plan, at: now) })
        return try round.end()
    }

    private func tell(
        _ person: Person, by way: Way, since: Timestamp, _ situation: Situation,
        _ plan: SuggestionNoticePlan, at now: Timestamp
    ) async throws -> Delivery? {
        let notices = try await register.noticesWaiting(
            of: person.id, since: since, limit: SuggestionRounds.noticesAtOnce)
        let last = try await register.lastTold(
            person.id, before: situation.calendar.start(of: situation.calendar.day(of: now) + 1))
        guard plan.decide(changes: notices.map(\.step.at), told: last, at: now) == .tell else { return nil }
        let delivery = try await delivery(of: notices, to: person, by: way, situation, at: now)
        do {
            try await register.tell(notices, delivery, at: now)
        } catch is SuggestionConflict {
            // Somebody else told of one of them at this moment: the next round looks again.
            return nil
        }
        return delivery
    }

    /// One message of all that happened to what a person wants, in the words of that, not of what it became a part of; nothing
    /// where there is nothing of it any more.
    private func delivery(
        of notices: [SuggestionNotice], to person: Person, by way: Way, _ situation: Situation,
        at now: Timestamp
    ) async throws -> Delivery? {
        let numbers = Set(notices.compactMap(\.wanted)).sorted()
        var entries: [TextValue] = []
        for number in numbers.prefix(SuggestionRounds.mostTold) {
            guard let suggestion = try await register.suggestion(number, within: .all),
                let whole = try await register.root(of: suggestion)
            else { continue }
            let seesCity =
                if let city = suggestion.filer.city.flatMap({ Gazetteer.china.city(named: $0) }),
                    case .seen = Scope(of: person, regions: situation.directory.regions).place(
                        city: city, region: nil)
                { true } else { false }
            let words = SuggestionWords(
                suggestion, weight: try await register.weight(of: whole.number), situation.directory,
                calendar: situation.calendar, at: now, seesCity: seesCity)
            var values = words.values
            values["state"] = SuggestionWords.state(whole.state)
            let steps = notices.filter { $0.wanted == number }.map(\.step)
            values["history"] = words.history(steps)
            values["own"] = .flag(suggestion.filer.person == person.id)
            values["shipped"] = .flag(steps.contains { $0.kind == .shipped } && whole.state == .shipped)
            entries.append(.object(values))
        }
        guard !entries.isEmpty else { return nil }
        let reply = try situation.texts.reply(
            .suggestionNotice,
            [
                "suggestions": .list(entries), "several": .flag(entries.count > 1),
                "further": numbers.count > entries.count ? .count(numbers.count - entries.count) : false,
            ])
        let ids = notices.map(\.id).sorted()
        return Delivery(
            key: "suggestion/notice/\(ids.first ?? 0)-\(ids.last ?? 0)/\(person.id)", channel: way.channel,
            recipient: way.recipient, reply: reply,
            deadline: person.deadline(now + SuggestionRounds.deliveryPatience, situation.calendar))
    }
}

/// Where it is kept who is to be told of suggestions.
public protocol SuggestionNotices: SuggestionDesk {
    /// Whom there is something to tell that happened since a moment, by their ids, in order.
    ///
    /// - Parameter after: an id that theirs come behind.
    func peopleWaiting(since moment: Timestamp, after: String, limit: Int) async throws -> [String]

    /// What a person was not told of yet and happened since a moment, the first in order.
    func noticesWaiting(
        of person: String, since moment: Timestamp, limit: Int
    ) async throws -> [SuggestionNotice]

    /// When a person was last told of something before a moment: what a clock wrote that ran ahead does not count.
    func lastTold(_ person: String, before moment: Timestamp) async throws -> Timestamp?

    /// Makes durable that a person is told, together with the delivery; that there is nothing to tell, without one.
    ///
    /// - Throws: `SuggestionConflict` where the person was told of one of them before; nothing is changed then.
    func tell(_ notices: [SuggestionNotice], _ delivery: Delivery?, at now: Timestamp) async throws
}

/// Somebody was told of something meanwhile.
public struct SuggestionConflict: Error {
    public init() {}
}
