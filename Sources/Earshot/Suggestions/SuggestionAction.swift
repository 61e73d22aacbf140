/// What a person does with a suggestion.
public enum SuggestionAction: Sendable, Hashable {
    /// Joins those who want it.
    case support(Suggestion.Backer)
    /// Leaves those who want it.
    case unsupport
    case decide(SuggestionState, reason: String?)
    /// Takes it back, as only whoever filed it may.
    case withdraw
    /// Gives it to a department.
    case assign(String)
    /// Says when it is to be done.
    case schedule(Day)
    /// Makes it a part of another one.
    case merge(into: Int64)
    case split
    /// Another one becomes a part of it.
    case absorb(Int64)
    case release(Int64)
}

/// Why an action changes nothing.
public enum SuggestionRefusal: Error, Sendable, Hashable {
    case own
    case alreadySupported
    case notSupported
    /// It stands there already: who brought it there, and when.
    case already(SuggestionState, Suggestion.Decision?)
    /// Somebody else has just decided otherwise.
    case justDecided(SuggestionState, Suggestion.Decision)
    /// It does not go there from where it stands.
    case notFrom(SuggestionState, to: SuggestionState)
    case needsReason
    /// Somebody else filed it.
    case notOwn
    /// Others became a part of it.
    case hasParts
    /// It is a part of another one, which is decided about.
    case isPart(of: Int64)
    case isNoPart
    case withItself
    /// It is as it is wanted.
    case unchanged
}

extension Suggestion {
    /// For so long nobody decides otherwise than somebody else without being told.
    static let freshDecision = Duration.seconds(120)

    /// Does what a person wants.
    ///
    /// - Parameter isConfirmed: whether the person knows what somebody else has just decided.
    /// - Returns: what happened, for the history.
    package mutating func apply(
        _ action: SuggestionAction, by person: String, at now: Timestamp, isConfirmed: Bool = false
    ) throws(SuggestionRefusal) -> SuggestionStep {
        switch action {
        case .split:
            guard let mergedInto else { throw .isNoPart }
            self.mergedInto = nil
            return changed(.split, by: person, at: now, note: String(mergedInto))
        case .release(let other):
            return changed(.released, by: person, at: now, note: String(other))
        // Also of a part, for which one stood before it became one.
        case .unsupport:
            guard let place = supporters.firstIndex(where: { $0.person == person }) else {
                throw .notSupported
            }
            supporters.remove(at: place)
            return changed(.unsupported, by: person, at: now)
        default:
            if let mergedInto { throw .isPart(of: mergedInto) }
        }
        switch action {
        case .support(let backer):
            if state == .withdrawn { throw .already(state, decision) }
            if filer.person == backer.person { throw .own }
            if supporters.contains(where: { $0.person == backer.person }) { throw .alreadySupported }
            supporters.append(backer)
            return changed(.supported, by: person, at: now)
        case .decide(let next, let reason):
            return try decide(next, reason, by: person, at: now, isConfirmed: isConfirmed)
        case .withdraw:
            guard filer.person == person else { throw .notOwn }
            guard state != .withdrawn else { throw .already(state, decision) }
            guard state == .open else { throw .notFrom(state, to: .withdrawn) }
            state = .withdrawn
            decision = Decision(by: person, at: now)
            return changed(.withdrawn, by: person, at: now)
        case .assign(let department):
            if state == .withdrawn { throw .already(state, decision) }
            if self.department == department { throw .unchanged }
            self.department = department
            return changed(.assigned, by: person, at: now, note: department)
        case .schedule(let day):
            if due == day { throw .unchanged }
            guard state.isPending else { throw .already(state, decision) }
            due = day
            return changed(.scheduled, by: person, at: now, note: day.description)
        case .merge(let other):
            if other == number { throw .withItself }
            if state == .withdrawn { throw .already(state, decision) }
            mergedInto = other
            return changed(.merged, by: person, at: now, note: String(other))
        case .absorb(let other):
            if other == number { throw .withItself }
            if state == .withdrawn { throw .already(state, decision) }
            return changed(.absorbed, by: person, at: now, note: String(other))
        case .split, .release, .unsupport: preconditionFailure("done above")
        }
    }

    private mutating func decide(
        _ next: SuggestionState, _ reason: String?, by person: String, at now: Timestamp, isConfirmed: Bool
    ) throws(SuggestionRefusal) -> SuggestionStep {
        // What was taken back is nobody's to decide about, and nobody has decided otherwise.
        guard state != next, state != .withdrawn else { throw .already(state, decision) }
        if let decision, decision.by != person, !isConfirmed, now < decision.at + Suggestion.freshDecision {
            throw .justDecided(state, decision)
        }
        guard state.next.contains(next), let kind = SuggestionStep.Kind(next) else {
            throw .notFrom(state, to: next)
        }
        if next == .declined, reason?.withoutOuterBlanks.isEmpty ?? true { throw .needsReason }
        state = next
        decision = Decision(by: person, at: now)
        self.reason = reason
        shippedAt = next == .shipped ? now : nil
        return changed(kind, by: person, at: now, note: reason)
    }

    /// Counts a change, and gives its line of the history.
    private mutating func changed(
        _ kind: SuggestionStep.Kind, by actor: String, at now: Timestamp, note: String? = nil
    ) -> SuggestionStep {
        version += 1
        return SuggestionStep(number, at: now, by: actor, kind, note: note)
    }
}
