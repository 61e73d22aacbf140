/// The rounds that remind of suggestions whose day has passed without an end.
public struct SuggestionReminderRounds: Sendable {
    private let register: any SuggestionReminders
    private let situation: @Sendable () -> SuggestionRounds.Situation
    private let clock: any Clock

    /// After so long somebody is reminded of the same again, and how often in all: who has not listened by then does not want to.
    static let again = Duration.seconds(7 * 86_400)
    static let most = 4
    /// Of how many one message tells one by one.
    private static let mostTold = 10
    /// Suggestions that are looked at in one round.
    private static let mostRead = 500
    /// After so long a message has lost its meaning.
    private static let deliveryPatience = Duration.seconds(3 * 86_400)

    public init(
        register: any SuggestionReminders, clock: any Clock,
        situation: @escaping @Sendable () -> SuggestionRounds.Situation
    ) {
        (self.register, self.clock, self.situation) = (register, clock, situation)
    }

    /// Reminds who is to be reminded by now: each person once a day, in the morning, of all in one message.
    ///
    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault; whom it did not concern is reminded all the same.
    @discardableResult
    public func remind() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        let calendar = situation.calendar
        let today = calendar.day(of: now)
        guard now >= calendar.start(of: today) + SuggestionNoticePlan.morning,
            situation.quietHours.end(ifQuietAt: now, calendar: calendar) == nil
        else { return [] }
        let overdue = try await register.overdueSuggestions(
            on: today, limit: SuggestionReminderRounds.mostRead)
        guard !overdue.isEmpty else { return [] }
        let earlier = try await register.reminders(of: overdue.map(\.number))
        var wanted: [String: [Suggestion]] = [:]
        for suggestion in overdue {
            for person in try await responsible(for: suggestion, situation.directory) {
                wanted[person, default: []].append(suggestion)
            }
        }
        var round = PeopleRound(situation.directory, situation.reach)
        try await round.tell(wanted.keys.sorted()) { person, way in
            let own = earlier.filter { $0.person == person.id }
            guard !own.contains(where: { calendar.day(of: $0.at) == today && $0.at <= now }) else {
                return nil
            }
            let reminders = (wanted[person.id] ?? []).compactMap { suggestion in
                SuggestionReminder(suggestion, to: person.id, after: own, at: now)
            }
            guard !reminders.isEmpty else { return nil }
            let delivery = try delivery(
                of: overdue.filter { suggestion in
                    reminders.contains { $0.suggestion == suggestion.number }
                }, to: person, by: way, situation, at: now)
            try await register.remind(reminders, delivery, at: now)
            return delivery
        }
        return try round.end()
    }

    /// Whoever it was given to, where that is a person, and whoever decided about it, gave it a day or gave it away last;
    /// headquarters where there is nobody of these.
    private func responsible(
        for suggestion: Suggestion, _ directory: any PeopleDirectory
    ) async throws -> Set<String> {
        func decides(_ person: Person) -> Bool {
            SuggestionScope(of: person, in: directory).decides(on: suggestion)
        }
        let named = suggestion.department.flatMap { name in
            directory.people.first { ($0.name == name || $0.id == name) && decides($0) }
        }
        var people: Set<String> = Set([named?.id].compactMap(\.self))
        let steps = try await register.history(of: suggestion.number)
        let actors =
            [suggestion.decision?.by].compactMap(\.self)
            + steps.reversed().filter { $0.kind == .scheduled || $0.kind == .assigned }.map(\.actor)
        if let actor = actors.lazy.compactMap({ directory.person(id: $0) }).first(where: decides) {
            people.insert(actor.id)
        }
        guard people.isEmpty else { return people }
        return Set(directory.people.filter { $0.role == .hq }.map(\.id))
    }

    private func delivery(
        of suggestions: [Suggestion], to person: Person, by way: Way,
        _ situation: SuggestionRounds.Situation, at now: Timestamp
    ) throws -> Delivery {
        let shown = suggestions.prefix(SuggestionReminderRounds.mostTold)
        let reply = try situation.texts.reply(
            .suggestionOverdue,
            [
                "count": .count(suggestions.count),
                "first": .optional(shown.first.map { String($0.number) }),
                "suggestions": .list(
                    shown.map {
                        .object(
                            SuggestionWords(
                                $0, situation.directory, calendar: situation.calendar, at: now,
                                namesPeople: true
                            ).values)
                    }),
                "further": suggestions.count > shown.count
                    ? .count(suggestions.count - shown.count) : false,
            ])
        return Delivery(
            key: "suggestion/overdue/\(situation.calendar.day(of: now))/\(person.id)", channel: way.channel,
            recipient: way.recipient, reply: reply,
            deadline: person.deadline(
                now + SuggestionReminderRounds.deliveryPatience, situation.calendar))
    }
}

/// That somebody was reminded of a suggestion whose day has passed.
public struct SuggestionReminder: Sendable, Hashable {
    public var suggestion: Int64
    /// The day that has passed: another one begins anew.
    public var due: Day
    public var person: String
    /// The last time, and how often in all.
    public var at: Timestamp
    public var count: Int

    public init(suggestion: Int64, due: Day, person: String, at: Timestamp, count: Int) {
        self.suggestion = suggestion
        self.due = due
        self.person = person
        self.at = at
        self.count = count
    }

    /// The next one; nothing where the last was a short while ago, or there were enough.
    init?(_ suggestion: Suggestion, to person: String, after earlier: [SuggestionReminder], at now: Timestamp)
    {
        guard let due = suggestion.due else { return nil }
        let last = earlier.first { $0.suggestion == suggestion.number && $0.due == due }
        if let last {
            // What a clock wrote that ran ahead keeps nobody waiting for ever.
            guard last.count < SuggestionReminderRounds.most,
                last.at + SuggestionReminderRounds.again <= now || last.at > now
            else { return nil }
        }
        self.init(
            suggestion: suggestion.number, due: due, person: person, at: now, count: (last?.count ?? 0) + 1)
    }
}

/// Where it is kept who was reminded of suggestions.
public protocol SuggestionReminders: SuggestionDesk {
    /// Pending ones that are no parts and were due before a day, the latest due first.
    func overdueSuggestions(on today: Day, limit: Int) async throws -> [Suggestion]

    /// What people were reminded of some suggestions.
    func reminders(of suggestions: [Int64]) async throws -> [SuggestionReminder]

    /// Makes durable that somebody is reminded, together with the delivery.
    func remind(_ reminders: [SuggestionReminder], _ delivery: Delivery, at now: Timestamp) async throws
}
