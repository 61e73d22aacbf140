/// A command for the warning that was spoken of, with another one named behind it, or with that one behind another.
extension Router {
    /// Adds the one that was spoken of where a command is first said without a number and then of another one as well (我来认领，A13也是),
    /// or of another one and then of this as well: A9处理完了，这条也是.
    func takeSpokenOf(into understood: inout Understood, _ text: String, _ context: DialogueContext) {
        let request = understood.request
        guard request.intent.isAct, request.intent.isAboutAlerts, request.intent != .alertBroadcast,
            request.slots.described == nil, let previous = context.previous,
            previous.intent.isAboutAlerts, let spokenOf = previous.slots.alert
        else { return }
        let clauses = clauses(of: command(of: understood, in: text), DateReader(context))
        guard let first = clauses.first, first.unexplained == 0, verb(of: request.intent, in: first) != nil,
            clauses.dropFirst().contains(where: {
                first.mentions.alerts.isEmpty
                    ? addsWarning($0, to: request.intent) : addsSpokenOf($0, to: request.intent)
            }),
            !(([request] + understood.alike).contains { $0.slots.alert == spokenOf })
        else { return }
        var other = request
        other.slots.alert = spokenOf
        understood.alike.append(other)
    }

    /// Whether a clause says nothing but that it is of the one that was spoken of as well: 这条也是.
    private func addsSpokenOf(_ clause: MessageFeatures, to intent: Intent) -> Bool {
        clause.mentions.alerts.isEmpty && phrasebook.actWords.also.stand(in: clause.text.scalars)
            && phrasebook.pointerWords.pointAtSpokenOf(clause, before: [])
            && isPlain(clause, intent, also: true)
    }

    /// Whether a clause says nothing but that it is of another warning as well.
    private func addsWarning(_ clause: MessageFeatures, to intent: Intent) -> Bool {
        let known = phrasebook.filler.union(phrasebook.warnings.alert).union(phrasebook.features(of: intent))
        return !clause.mentions.alerts.isEmpty && clause.unexplained == 0
            && phrasebook.actWords.also.stand(in: clause.text.scalars)
            && clause.tokens.allSatisfy {
                $0.features.contains(Feature.alert) || !$0.features.isDisjoint(with: known)
            }
    }
}
