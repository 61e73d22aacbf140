extension Dialogue {
    /// What somebody is told who opens the chat: what matters today, once a day; nothing at later openings of the same day.
    func open(in talk: Talk) async throws -> Outcome {
        guard let service = services[.briefing] as? BriefingService else {
            return try await welcome(in: talk)
        }
        guard try await service.isDue(for: talk.person, on: talk.moment.today) else {
            return Outcome(reply: Reply(), state: talk.state, intent: .greeting)
        }
        let greeting = try greet(in: talk)
        var briefing = try await answer(Request(.briefing), in: talk)
        briefing.reply.blocks = greeting.reply.blocks + briefing.reply.blocks
        briefing.intent = .greeting
        return briefing
    }
}
