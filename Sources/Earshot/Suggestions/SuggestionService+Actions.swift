extension SuggestionService {
    /// Why nothing is done, as templates name it.
    static let refusals = [
        "own", "supported", "notSupported", "already", "justDecided", "notFrom", "needsReason", "isPart",
        "isNoPart",
        "withItself", "unchanged", "notOwn", "hasParts", "noStatus", "noDay", "noDepartment", "noOther",
        "whichMerges",
    ]

    func support(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        // Whoever supports a part supports the whole; where that one may not be seen, the part cannot be joined.
        var target = suggestion
        if suggestion.mergedInto != nil, let root = try await desk.root(of: suggestion),
            let seen = try await desk.suggestion(root.number, within: scope(of: question).reach)
        {
            target = changed(seen, question)
        }
        return try await apply(
            .support(Suggestion.Backer(question.person, at: question.now)), to: target, question)
    }

    /// Takes back that the person supports it, or the whole that it is a part of.
    func unsupport(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        var target = suggestion
        if !suggestion.supporters.contains(where: { $0.person == question.person.id }),
            let root = try await desk.root(of: suggestion),
            let seen = try await desk.suggestion(root.number, within: scope(of: question).reach)
        {
            target = changed(seen, question)
        }
        return try await apply(.unsupport, to: target, question)
    }

    /// Takes back what the person filed, while nobody has decided about it.
    func withdraw(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        let history = try await desk.history(of: suggestion.number)
        let parts = history.count { $0.kind == .absorbed } - history.count { $0.kind == .released }
        // What others filed is not taken back with it.
        guard parts <= 0 else { return refusal(.hasParts, suggestion, question) }
        return try await apply(.withdraw, to: suggestion, question)
    }

    /// Does what somebody who decides wants.
    func triage(
        _ suggestion: Suggestion, _ question: Question, _ scope: SuggestionScope
    ) async throws -> Answer {
        let slots = question.request.slots
        switch question.request.intent {
        case .suggestionAssign:
            guard let department = slots.person else { return refused("noDepartment", suggestion, question) }
            return try await apply(.assign(PersonalData.masked(department)), to: suggestion, question)
        case .suggestionSchedule:
            guard let period = slots.period else { return refused("noDay", suggestion, question) }
            return try await apply(
                .schedule(period.days(today: question.today).upperBound), to: suggestion, question)
        case .suggestionMerge:
            guard let other = try await named(slots.other, scope, question), scope.decides(on: other) else {
                return refused("noOther", suggestion, question, other: slots.other.map { "#\($0)" })
            }
            guard slots.isConfirmed != false || other.number == suggestion.number else {
                return which(suggestion, other, question)
            }
            return try await merge(suggestion, into: other, question)
        case .suggestionSplit: return try await split(suggestion, question)
        default:
            guard let state = slots.status.flatMap({ SuggestionState(named: $0) }), state != .open,
                state != .withdrawn
            else {
                return refused("noStatus", suggestion, question)
            }
            let reason = slots.words.map { String(PersonalData.masked($0).prefix(500)) }
            return try await apply(
                .decide(state, reason: reason), to: suggestion, question,
                isConfirmed: slots.isConfirmed == true)
        }
    }

    private func merge(
        _ suggestion: Suggestion, into other: Suggestion, _ question: Question
    ) async throws -> Answer {
        var whole = other
        let absorbed: SuggestionStep
        do throws(SuggestionRefusal) {
            absorbed = try whole.apply(
                .absorb(suggestion.number), by: question.person.id, at: question.now)
        } catch {
            return refusal(error, other, question)
        }
        var answer = try await apply(
            .merge(into: other.number), to: suggestion, question, other: other.name)
        guard !answer.effects.isEmpty else { return answer }
        answer.effects.append(change(whole, before: other.version, absorbed, question))
        return answer
    }

    /// Asks which of two becomes a part of the other.
    private func which(_ one: Suggestion, _ other: Suggestion, _ question: Question) -> Answer {
        var answer = refused("whichMerges", one, question, other: other.name)
        answer.offers = [(one, other), (other, one)].map { part, whole in
            SuggestionService.proposal(
                .suggestionMergeOffer, .suggestionMerge, part, ["other": .text(whole.name)]
            ) { $0.other = String(whole.number) }
        }
        return answer
    }

    private func split(_ suggestion: Suggestion, _ question: Question) async throws -> Answer {
        guard let number = suggestion.mergedInto else {
            return refusal(.isNoPart, suggestion, question)
        }
        let whole = try await desk.suggestion(number, within: .all).map { changed($0, question) }
        // Whoever decides about both has merged them, and parts them.
        if let whole, !scope(of: question).decides(on: whole) {
            return refusal(.isPart(of: number), suggestion, question)
        }
        var answer = try await apply(.split, to: suggestion, question, other: "#\(number)")
        if let other = whole {
            var whole = other
            do throws(SuggestionRefusal) {
                let released = try whole.apply(
                    .release(suggestion.number), by: question.person.id, at: question.now)
                answer.effects.append(change(whole, before: other.version, released, question))
            } catch {
                return refusal(error, other, question)
            }
        }
        return answer
    }

    private func change(
        _ suggestion: Suggestion, before: Int, _ step: SuggestionStep, _ question: Question
    ) -> Turn.Effect {
        .changeSuggestion(
            SuggestionChange(suggestion, before: before, step), by: question.person.id)
    }

    /// Does an action, or says why it is not done.
    private func apply(
        _ action: SuggestionAction, to suggestion: Suggestion, _ question: Question,
        other: String? = nil, isConfirmed: Bool = false
    ) async throws -> Answer {
        var changed = suggestion
        let step: SuggestionStep
        do throws(SuggestionRefusal) {
            step = try changed.apply(
                action, by: question.person.id, at: question.now, isConfirmed: isConfirmed)
        } catch {
            return try await refusalOfPart(error, suggestion, question)
        }
        // The answer speaks of how it is with the one who has just joined.
        let joining = if case .support(let backer) = action { backer } else { nil as Suggestion.Backer? }
        let weight = try await desk.weight(of: suggestion.number, joinedBy: joining)
        var values = words(changed, weight: weight, question).values
        values["step"] = SuggestionWords.step(step.kind)
        values["other"] = .optional(other)
        let others = changed.backers.contains { $0.person != question.person.id }
        values["told"] = .flag(step.kind.isTold && others)
        var answer = Answer(.suggestionDone, .object(values))
        answer.effects = [change(changed, before: suggestion.version, step, question)]
        return answer
    }

    /// The same, which names the one that a part stands in to whoever may see it.
    private func refusalOfPart(
        _ refusal: SuggestionRefusal, _ suggestion: Suggestion, _ question: Question
    ) async throws -> Answer {
        guard case .isPart = refusal, let root = try await desk.root(of: suggestion),
            let seen = try await desk.suggestion(root.number, within: scope(of: question).reach)
        else { return self.refusal(refusal, suggestion, question) }
        return refused("isPart", suggestion, question, other: seen.name)
    }

    func refusal(_ refusal: SuggestionRefusal, _ suggestion: Suggestion, _ question: Question) -> Answer {
        switch refusal {
        case .own: return refused("own", suggestion, question)
        case .alreadySupported: return refused("supported", suggestion, question)
        case .notSupported: return refused("notSupported", suggestion, question)
        case .already(let state, let decision):
            return refused("already", suggestion, question, to: state, decision)
        case .justDecided(let state, let decision):
            var answer = refused("justDecided", suggestion, question, to: state, decision)
            guard let wanted = question.request.slots.status.flatMap({ SuggestionState(named: $0) }),
                suggestion.state.next.contains(wanted)
            else { return answer }
            answer.offers = [
                SuggestionService.proposal(
                    .suggestionInsteadOffer, .suggestionDecide, suggestion,
                    ["state": SuggestionWords.state(wanted)]
                ) { slots in
                    slots.status = wanted.name
                    slots.words = question.request.slots.words
                    slots.isConfirmed = true
                }
            ]
            return answer
        case .notFrom(_, let to): return refused("notFrom", suggestion, question, to: to)
        case .notOwn: return refused("notOwn", suggestion, question)
        case .hasParts: return refused("hasParts", suggestion, question)
        case .needsReason: return refused("needsReason", suggestion, question)
        case .isPart(let other):
            let seesAll = scope(of: question).seesAll
            return refused("isPart", suggestion, question, other: seesAll ? "#\(other)" : nil)
        case .isNoPart: return refused("isNoPart", suggestion, question)
        case .withItself: return refused("withItself", suggestion, question)
        case .unchanged: return refused("unchanged", suggestion, question)
        }
    }

    private func refused(
        _ refusal: String, _ suggestion: Suggestion, _ question: Question, to state: SuggestionState? = nil,
        _ decision: Suggestion.Decision? = nil, other: String? = nil
    ) -> Answer {
        let words = words(suggestion, question)
        var values = words.values
        values["refusal"] = .flags(SuggestionService.refusals.map { ($0, $0 == refusal) })
        values["to"] = state.map(SuggestionWords.state) ?? false
        // Who decides knows each other.
        let reads = question.person.role != .dealer && !question.isInGroup
        values["by"] = .optional(reads ? decision.map { words.name($0.by) } : nil)
        values["at"] = .optional(decision.map { words.moment($0.at) })
        values["byYou"] = .flag(decision?.by == question.person.id)
        values["other"] = .optional(other)
        return Answer(.suggestionRefused, .object(values))
    }
}
