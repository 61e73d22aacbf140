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
    /// After so long a message has lost its meaning.
    private static let deliveryPatience = Duration.seconds(3 * 86_400)
    /// Actions that are looked at in one round, and that one message tells of.
    private static let (mostRead, mostTold) = (500, 10)

    public init(
        register: any ActionRegister, clock: any Clock, situation: @escaping @Sendable () -> Situation
    ) {
        (self.register, self.situation, self.clock) = (register, situation, clock)
    }

    /// Has told and reminded who is to be by now, each person in one message a kind.
    ///
    /// - Returns: the deliveries that were enqueued.
    @discardableResult
    public func tell() async throws -> [Delivery] {
        let (now, situation) = (clock.now, situation())
        guard situation.quietHours.end(ifQuietAt: now, calendar: situation.calendar) == nil else { return [] }
        let today = situation.calendar.day(of: now)
        let first = today - ActionRounds.patience
        let news = try await register.actionsWithNews(
            since: situation.calendar.start(of: first), limit: ActionRounds.mostRead)
        var sent = try await send(news, situation, at: now) {
            $0.told
        } by: { actions, delivery in
            try await register.tell(actions, delivery, at: now)
        }
        // In the morning, as of suggestions.
        guard now >= situation.calendar.start(of: today) + SuggestionNoticePlan.morning else { return sent }
        let overdue = try await register.overdueActions(
            from: first, before: today, limit: ActionRounds.mostRead)
        sent += try await send(overdue, situation, isReminder: true, at: now) {
            $0.owner
        } by: {
            try await register.remind(of: $0, $1, at: now)
        }
        return sent
    }

    private func send(
        _ actions: [AgreedAction], _ situation: Situation, isReminder: Bool = false, at now: Timestamp,
        to recipient: (AgreedAction) -> String?,
        by keep: ([AgreedAction], Delivery) async throws -> Bool
    ) async throws -> [Delivery] {
        let wanted = Dictionary(grouping: actions) { recipient($0) ?? "" }
        let people = wanted.keys.sorted().compactMap { situation.directory.person(id: $0) }
        guard !people.isEmpty else { return [] }
        let ways = try await situation.reach.ways(to: people)
        var sent: [Delivery] = []
        for person in people {
            guard let way = ways[person.id], let own = wanted[person.id]?.prefix(ActionRounds.mostTold),
                let first = own.first
            else { continue }
            let kind = isReminder ? "overdue" : "news"
            let delivery = Delivery(
                key: "action/\(kind)/\(first.number).\(first.version)/\(person.id)", channel: way.channel,
                recipient: way.recipient,
                reply: try words(Array(own), to: person, isReminder: isReminder, situation, at: now),
                deadline: person.deadline(now + ActionRounds.deliveryPatience, situation.calendar))
            if try await keep(Array(own), delivery) { sent.append(delivery) }
        }
        return sent
    }

    private func words(
        _ actions: [AgreedAction], to person: Person, isReminder: Bool, _ situation: Situation,
        at now: Timestamp
    ) throws -> Reply {
        let values = actions.map { action -> TextValue in
            var values = ActionValues(
                action, situation.directory, calendar: situation.calendar, at: now, reader: person.id
            ).values
            if !isReminder, let news = action.news { values["event"] = ActionValues.event(news) }
            return .object(values)
        }
        return isReminder
            ? try situation.texts.reply(
                .actionOverdue, ["count": .count(actions.count), "actions": .list(values)])
            : try situation.texts.reply(.actionNews, ["actions": .list(values)])
    }
}
