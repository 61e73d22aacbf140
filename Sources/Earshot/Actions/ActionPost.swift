/// Tells of an action at once whoever has it no more: of those who do it, and of those who recorded it, the rounds go by what is
/// on disk with it.
struct ActionPost {
    private let situation: ActionRounds.Situation

    /// After so long a message has lost its meaning.
    static let patience = Duration.seconds(3 * 86_400)

    init(_ situation: ActionRounds.Situation) { self.situation = situation }

    /// That somebody else does it, for whoever did it before; nothing where that is nobody's to learn, or cannot be told.
    ///
    /// - Parameter former: as it was before.
    func relief(
        _ action: AgreedAction, before former: AgreedAction, by actor: String, at now: Timestamp
    ) async throws -> Delivery? {
        let isUntold = former.news == .recorded || former.news == .passed
        guard former.owner != actor, former.owner != action.recorder, !isUntold,
            let person = situation.directory.person(id: former.owner),
            let way = try await situation.reach.ways(to: [person])[person.id]
        else { return nil }
        var values = ActionValues(
            action, situation.directory, calendar: situation.calendar, at: now, reader: person.id
        ).values
        values["event"] = ActionValues.event(.passed)
        values["relieved"] = true
        let begin = situation.quietHours.end(ifQuietAt: now, calendar: situation.calendar)
        return Delivery(
            key: "action/relief/\(action.number).\(action.version)/\(person.id)", channel: way.channel,
            recipient: way.recipient,
            reply: try situation.texts.reply(.actionNews, ["actions": .list([.object(values)])]),
            notBefore: begin,
            deadline: person.deadline((begin ?? now) + ActionPost.patience, situation.calendar))
    }
}
