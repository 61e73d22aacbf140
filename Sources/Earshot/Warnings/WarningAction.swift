/// What a person does with a warning.
public enum WarningAction: Sendable, Hashable {
    case claim
    /// To somebody, by the directory's identifier.
    case assign(to: String)
    case silence(until: Timestamp, reason: String?)
    /// Ends a silence before its time.
    case unsilence
    /// Takes back that it was a false alarm, or that it is over.
    case restore
    /// The line to take was sent to so many dealers, or is at a later moment; for the history, what it raised the share of the
    /// alarm budget by.
    case tell(
        words: String, recipients: Int, cities: Set<City>?, gain: Double? = nil, heldUntil: Timestamp? = nil)
    /// For the history, what it raised the share of the alarm budget by.
    case resolve(remark: String?, gain: Double? = nil)
    case dismiss(remark: String?)
}

/// Why an action changes nothing.
public enum ActionRefusal: Error, Sendable, Hashable {
    /// Somebody else was first: who, and when.
    case taken(by: String, at: Timestamp?)
    /// The person has it already.
    case alreadyOwn
    /// It is over.
    case ended(WarningState, Warning.End)
    /// There is no silence to be ended.
    case notSilenced
    /// Nobody has said that it was a false alarm or that it is over.
    case notEnded
    /// Somebody has, too long ago.
    case endedLongAgo(WarningState, Warning.End)
}

extension Warning {
    /// Does what a person wants.
    ///
    /// - Returns: what happened, for the history.
    mutating func apply(
        _ action: WarningAction, by person: String, at now: Timestamp
    ) throws(ActionRefusal) -> WarningStep {
        if action == .restore { return try restore(by: person, at: now) }
        guard state.isActive else { throw .ended(state, end ?? End(at: now)) }
        switch action {
        case .restore: preconditionFailure("done above")
        case .unsilence:
            guard isSilenced(at: now) else { throw .notSilenced }
            silence = nil
            return changed(.unsilenced, by: person, at: now)
        case .claim:
            guard owner != person else { throw .alreadyOwn }
            if let owner { throw .taken(by: owner, at: claimedAt) }
            give(to: person, by: nil, at: now)
            return changed(.claimed, by: person, at: now)
        case .assign(let other):
            guard owner != other else {
                throw other == person ? .alreadyOwn : .taken(by: other, at: claimedAt)
            }
            give(to: other, by: other == person ? nil : person, at: now)
            return changed(.assigned, by: person, at: now, note: other)
        case .silence(let moment, let reason):
            silence = Silence(until: moment, by: person, reason: reason)
            var step = changed(.silenced, by: person, at: now, note: reason)
            step.until = moment
            return step
        case .tell(let words, let recipients, let cities, let gain, let heldUntil):
            // Those who were told before know as well.
            let all = guidance.map { known in
                known.cities.flatMap { before in cities.map { before.union($0) } }
            }
            guidance = Guidance(
                words: words, by: person, at: now, recipients: recipients, cities: all ?? cities)
            // Who tells the dealers has taken it on.
            if owner == nil { give(to: person, by: nil, at: now) }
            if state != .watching { move(to: .notified) }
            let line = ToldLine(recipients: recipients, gain: gain, heldUntil: heldUntil, words: words)
            return changed(.told, by: person, at: now, note: line.description)
        case .resolve(let remark, let gain):
            // Who says that it is over hears of it when it is not.
            if owner == nil { (owner, claimedAt) = (person, now) }
            move(to: .resolved)
            end = End(at: now, by: person, remark: remark)
            var step = changed(.resolved, by: person, at: now, note: remark)
            step.gain = gain
            return step
        case .dismiss(let remark):
            move(to: .dismissed)
            end = End(at: now, by: person, remark: remark)
            return changed(.dismissed, by: person, at: now, note: remark)
        }
    }

    /// So long somebody may take back that it was a false alarm, or that it is over.
    static let regret = Duration.seconds(7 * 86_400)

    /// Whether it ended by somebody's word, which may be taken back.
    var isEndedBySomebody: Bool { !state.isActive && end?.by != nil && end?.mergedInto == nil }

    /// Whether that may still be taken back.
    func isRegrettable(at now: Timestamp) -> Bool {
        guard isEndedBySomebody, let end else { return false }
        return now < end.at + Warning.regret
    }

    /// It is one after all, or goes on after all, where it stood.
    private mutating func restore(
        by person: String, at now: Timestamp
    ) throws(ActionRefusal) -> WarningStep {
        guard isEndedBySomebody, let end else { throw .notEnded }
        guard isRegrettable(at: now) else { throw .endedLongAgo(state, end) }
        self.end = nil
        silence = nil
        reopenings += 1
        // Those who were told of its end are told that it goes on.
        worseAt = now
        if ordinaryDays == 0 {
            move(to: attended)
        } else {
            // Another ordinary day ends what would have been over by now.
            ordinaryDays = min(ordinaryDays, daysToEnd - 1)
            move(to: subject.isDanger ? attended : .watching)
        }
        return changed(.restored, by: person, at: now)
    }

    private mutating func give(to person: String, by giver: String?, at now: Timestamp) {
        (owner, claimedAt, assignedBy) = (person, now, giver)
        if state == .open { move(to: .claimed) }
    }

    /// - Precondition: the state may go there.
    mutating func move(to next: WarningState) {
        guard next != state else { return }
        precondition(state.next.contains(next), "a warning does not go from \(state) to \(next)")
        state = next
    }

    /// Counts a change, and gives its line of the history.
    mutating func changed(
        _ kind: WarningStep.Kind, by actor: String? = nil, at now: Timestamp, note: String? = nil
    ) -> WarningStep {
        version += 1
        return WarningStep(number, at: now, by: actor, kind, note: note)
    }
}
