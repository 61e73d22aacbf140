/// The rounds of agreed actions: tells who is to do one, tells whoever recorded it what became of it, and reminds once of
/// those whose day has passed.
///
/// What is to be told is on disk with the change itself, and that it was told in one transaction with the delivery, so that
/// nothing is told twice and nothing is lost.
public struct ActionRounds: Sendable {
    private let register: any ActionRegister
    private let situation: @Sendable () -> Situation
    private let clock: any Clock

    /// What the rounds go by; a reload makes another one.
    public typealias Situation = SuggestionRounds.Situation

    /// What happened so many days ago is told nobody any more: who is never reached holds up nobody else.
    private static let patience = 30
    /// Actions that one message tells of.
    private static let mostTold = 10

    public init(
        register: any ActionRegister, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        (self.register, self.situation, self.clock) = (register, situation, clock)
    }

    /// Has told and reminded who is to be by now, each person in one message a kind.
    ///
    /// - Returns: the deliveries that were enqueued.
    /// - Throws: the first fault; whom it did not concern is told all the same.
    @discardableResult
    public func tell() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        guard situation.quietHours.end(ifQuietAt: now, calendar: situation.calendar) == nil else { return [] }
        let today = situation.calendar.day(of: now)
        let first = today - ActionRounds.patience
        var round = PeopleRound(situation.directory, situation.reach)
        try await send(.news(since: situation.calendar.start(of: first)), situation, at: now, &round)
        // In the morning, as of suggestions.
        if now >= situation.calendar.start(of: today) + SuggestionNoticePlan.morning {
            try await send(.overdue(from: first, before: today), situation, at: now, &round)
        }
        return try round.end()
    }

    private func send(
        _ message: ActionMessage, _ situation: Situation, at now: Timestamp, _ round: inout PeopleRound
    ) async throws {
        try await round.tell(
            waiting: { try await register.people(waitingFor: message, after: $0, limit: $1) },
            { try await send(message, to: $0, by: $1, situation, at: now) })
    }

    private func send(
        _ message: ActionMessage, to person: Person, by way: Way, _ situation: Situation, at now: Timestamp
    ) async throws -> Delivery? {
        let actions = try await register.actions(
            waitingFor: message, of: person.id, limit: ActionRounds.mostTold)
        guard let first = actions.first else { return nil }
        let isReminder = if case .overdue = message { true } else { false }
        let delivery = Delivery(
            key: "action/\(isReminder ? "overdue" : "news")/\(first.number).\(first.version)/\(person.id)",
            channel: way.channel, recipient: way.recipient,
            reply: try words(actions, to: person, isReminder: isReminder, situation, at: now),
            deadline: person.deadline(now + ActionPost.patience, situation.calendar))
        let isKept =
            isReminder
            ? try await register.remind(of: actions, delivery, at: now)
            : try await register.tell(person.id, of: actions, delivery, at: now)
        return isKept ? delivery : nil
    }

    private func words(
        _ actions: [AgreedAction], to person: Person, isReminder: Bool, _ situation: Situation,
        at now: Timestamp
    ) throws -> Reply {
        let values = actions.map { action -> TextValue in
            var values = ActionValues(
                action, situation.directory, calendar: situation.calendar, at: now, reader: person.id
            ).values
            if !isReminder, let news = action.news(for: person.id) {
                values["event"] = ActionValues.event(news)
            }
            return .object(values)
        }
        return isReminder
            ? try situation.texts.reply(
                .actionOverdue,
                [
                    "count": .count(actions.count), "first": .optional(actions.first?.name),
                    "actions": .list(values),
                ])
            : try situation.texts.reply(.actionNews, ["actions": .list(values)])
    }
}
