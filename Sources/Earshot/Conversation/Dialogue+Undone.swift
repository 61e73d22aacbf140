/// Says why nothing was done to a warning.
extension Dialogue {
    /// That an act was not done, in the place of not having understood; nothing where the person could not do it anyway.
    func answerUndone(_ understood: Understood, in talk: Talk) throws -> Outcome? {
        guard let undone = understood.undone, understood.request.intent == .unknown,
            isOffered(undone, in: talk)
        else { return nil }
        var outcome = try say(.warningUndone, values(undone), in: talk)
        if let meant = understood.meant {
            outcome.state.offers = [Offer(meant.text, meant.request)]
            try offer(outcome.state.offers, .numberedChoices, in: &outcome.reply)
        }
        return outcome
    }

    /// Puts before what is shown instead that nothing was done.
    func tellUndone(_ understood: Understood, in talk: Talk, _ outcome: inout Outcome) throws {
        guard let undone = understood.undone, outcome.intent != .unknown, isOffered(undone, in: talk) else {
            return
        }
        outcome.reply.blocks.insert(
            contentsOf: try texts.reply(.warningUndone, values(undone)).blocks, at: 0)
    }

    private func isOffered(_ undone: Undone, in talk: Talk) -> Bool {
        services[undone.act] != nil && router.isOffered(undone.act, to: talk.person.role)
    }

    private func values(_ undone: Undone) -> TextValue {
        [
            "act": .flags(Undone.acts.map { ($0.name, $0.intent == undone.act) }),
            "name": .optional(undone.warning.map { "A\($0)" }),
            "reason": .flags(Undone.Reason.allCases.map { ($0.rawValue, $0 == undone.reason) }),
        ]
    }
}

extension Undone {
    /// What can be done to a warning, with its name in the prompts.
    fileprivate static let acts: [(name: String, intent: Intent)] = [
        ("claim", .alertClaim), ("resolve", .alertResolve), ("dismiss", .alertDismiss),
        ("silence", .alertSilence), ("unsilence", .alertUnsilence), ("restore", .alertRestore),
        ("broadcast", .alertBroadcast), ("assign", .alertAssign),
    ]

    fileprivate static let example: TextValue = [
        "act": .flags(acts.map { ($0.name, $0.intent == .alertClaim) }), "name": "A12",
        "reason": .flags(Reason.allCases.map { ($0.rawValue, $0 == .later) }),
    ]
}

extension Prompt {
    /// Why nothing was done to a warning that a message names.
    static let warningUndone = Prompt("warning.undone", Undone.example)
}
