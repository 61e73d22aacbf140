extension WarningService {
    /// Does an action, or says why it is not done.
    func act(
        _ action: WarningAction, _ deed: String, _ warning: Warning, _ question: Question,
        values more: [String: TextValue] = [:], share: AlarmShare? = nil, recalled: Int? = nil,
        deliveries: [Delivery] = [], decisions: [NoticeDecision] = []
    ) -> Answer {
        var changed = warning
        let step: WarningStep
        do throws(ActionRefusal) {
            step = try changed.apply(action, by: question.person.id, at: question.now)
        } catch {
            return refusal(error, warning, question)
        }
        var values = words(changed, question).values
        values["done"] = .flags(WarningService.deeds.map { ($0, $0 == deed) })
        values["remark"] = .optional(question.words)
        values["until"] = false
        values["to"] = false
        values["recipients"] = false
        values["held"] = false
        values["rarer"] = false
        values["moved"] = false
        values["cut"] = false
        for name in ["recalled", "lowered", "unsent", "unreached", "waiting", "undismissed", "returned"] {
            values[name] = false
        }
        values.merge(more) { $1 }
        var answer = Answer(.warningDone, .object(values), offers: next(after: deed, changed))
        answer.standing = standing(changed, after: deed, question)
        answer.effects = [
            .changeWarning(
                WarningChange(
                    changed, before: warning.version, step, deliveries: deliveries, share: share,
                    recalled: recalled, decisions: decisions),
                by: question.person.id)
        ]
        return answer
    }

    private func next(after deed: String, _ warning: Warning) -> [Proposal] {
        guard warning.state.isActive else { return [] }
        switch deed {
        // The card whose button it was may be without buttons from now on.
        case "claim" where warning.subject.isTechnical: return WarningService.proposals([.more], warning)
        case "claim": return WarningService.proposals([.quotes, .tell, .more], warning)
        // After a line to take nothing is offered by a number: whoever confirms twice would do something else.
        default: return []
        }
    }

    private func refusal(_ refusal: ActionRefusal, _ warning: Warning, _ question: Question) -> Answer {
        let words = words(warning, question)
        var values = words.values
        for name in [
            "taken", "takenAt", "endedBy", "endedAt", "other", "notSilenced", "notEnded", "longAgo",
            "noLength", "twin",
        ] { values[name] = false }
        values["own"] = .flag(refusal == .alreadyOwn)
        values["aged"] = .flag(warning.hasFaded(in: rules.calendar))
        values["resolved"] = false
        values["dismissed"] = false
        values["regrettable"] = .flag(warning.isRegrettable(at: question.now))
        switch refusal {
        case .alreadyOwn: break
        case .taken(let owner, let at):
            values["taken"] = .text(words.name(owner))
            values["takenAt"] = .optional(at.map(words.moment))
        case .ended(let state, let end):
            values["resolved"] = .flag(state == .resolved)
            values["dismissed"] = .flag(state == .dismissed)
            values["endedBy"] = .optional(end.by.map(words.name))
            values["endedAt"] = .text(words.moment(end.at))
            values["other"] = .optional(warning.mergedName)
        case .notSilenced: values["notSilenced"] = true
        case .notEnded:
            let meant = question.request.slots.ended
            values["notEnded"] = .flags([
                ("any", meant == nil), ("resolved", meant == .resolved), ("dismissed", meant == .dismissed),
            ])
        case .endedLongAgo(let state, let end):
            values["longAgo"] = .flags([
                ("resolved", state == .resolved), ("dismissed", state == .dismissed),
            ])
            values["endedBy"] = .optional(end.by.map(words.name))
            values["endedAt"] = .text(words.moment(end.at))
        }
        var answer = Answer(.warningRefused, .object(values))
        answer.standing = standing(warning, question)
        return answer
    }

    /// How a warning stands, in a few words for the card whose button was pressed; nothing where nobody has it.
    ///
    /// - Parameter deed: What was done just now.
    private func standing(
        _ warning: Warning, after deed: String? = nil, _ question: Question
    ) -> TextValue? {
        let words = words(warning, question)
        let owner = warning.owner.map(words.name)
        var values: [String: TextValue] = [
            "mergedInto": .optional(warning.mergedName),
            "resolved": .flag(warning.state == .resolved && warning.mergedName == nil),
            "dismissed": .flag(warning.state == .dismissed),
            "by": .optional(warning.end?.by.map(words.name)), "until": false, "unsilenced": false,
            "told": false, "held": false, "to": false, "owner": false,
        ]
        switch deed {
        case _ where !warning.state.isActive: break
        case "silence": values["until"] = .optional(warning.silence.map { words.moment($0.until) })
        case "unsilence": values["unsilenced"] = true
        case "tell":
            let held = words.values["telling"] ?? false
            values["told"] = .flag(held == false)
            values["held"] = held
        case "assign": values["to"] = .optional(owner)
        default:
            guard let owner else { return nil }
            values["owner"] = .text(owner)
        }
        return Phrase.warningStanding.with(values)
    }

    /// For a time nobody is reminded.
    func silence(_ warning: Warning, _ question: Question) -> Answer {
        let said = question.request.slots.duration
        let length = said.flatMap(WarningService.duration)
        guard said == nil || length != nil else { return refused("noLength", warning, question) }
        let until = question.now + min(length ?? WarningService.usualSilence, WarningService.longestSilence)
        let isCut = length.map { $0 > WarningService.longestSilence } ?? false
        return act(
            .silence(until: until, reason: question.words), "silence", warning, question,
            values: [
                "until": .text(words(warning, question).moment(until)),
                "cut": isCut ? .count(WarningService.longestSilenceInDays) : false,
            ])
    }

    /// Why nothing is done, where it is not the warning that stands against it.
    private func refused(
        _ reason: String, _ warning: Warning, _ question: Question, _ value: TextValue = true
    ) -> Answer {
        var answer = refusal(.alreadyOwn, warning, question)
        guard case .object(var values) = answer.values else { return answer }
        values["own"] = false
        values[reason] = value
        answer.values = .object(values)
        return answer
    }

    /// That it was a false alarm is taken back, and what that took from the place and aspect is given back; or that it is over, which
    /// gave back what false alarms had taken: it was a real one, and stays that.
    func restore(_ warning: Warning, _ question: Question) async throws -> Answer {
        // Who takes back a false alarm does not mean what was resolved.
        if let meant = question.request.slots.ended, warning.isEndedBySomebody, let end = warning.end,
            warning.state != (meant == .dismissed ? .dismissed : .resolved)
        {
            return refusal(.ended(warning.state, end), warning, question)
        }
        let twin = try await desk.warnings(
            active: true, limit: WarningService.mostRead, regions: directory.regions
        ).first { $0.subject == warning.subject && $0.number != warning.number }
        if warning.isEndedBySomebody, let twin {
            return refused("twin", warning, question, .text(twin.name))
        }
        var share: AlarmShare?
        let isDismissed = warning.state == .dismissed
        if isDismissed, warning.subject.matter != nil {
            var moved = try await self.share(of: warning)
            moved.takeBackFalseAlarm()
            share = moved
        }
        // What was called back was not sent, and is not now.
        var isUnsent = false
        if isDismissed, let guidance = warning.guidance, guidance.recipients == 0 {
            isUnsent = try await sentLines(of: warning) == 0
        }
        return act(
            .restore, "restore", warning, question,
            values: [
                "unsent": .flag(isUnsent), "undismissed": .flag(isDismissed), "returned": .flag(share != nil),
            ], share: share)
    }

    private static let usualSilence = Duration.seconds(2 * 3600)
    private static let longestSilenceInDays = 7
    private static let longestSilence = Duration.seconds(longestSilenceInDays * 86_400)

    /// `30m`, `2h` or `1d`; nothing for what is none.
    static func duration(_ text: String) -> Duration? {
        guard let number = Int(text.dropLast()), (1...100_000).contains(number) else { return nil }
        return switch text.last {
        case "m": .seconds(number * 60)
        case "h": .seconds(number * 3600)
        case "d": .seconds(number * 86_400)
        default: nil
        }
    }

    /// It is over. That it was one gives back a part of what false alarms have taken, once: where that was taken back it has been given.
    func resolve(_ warning: Warning, _ question: Question) async throws -> Answer {
        let isConfirmed =
            WarningService.lastEnding(in: try await desk.steps(of: warning.number))?.kind == .resolved
        // What the first of several has moved is kept with the last one.
        let (share, gain) =
            isConfirmed
            ? (nil, try await gainOfEnding(of: warning)) : try await raisedShare(of: warning, upTo: 1)
        let waiting = Set(try await desk.waitingLines(of: warning.number).map(\.person)).count
        return act(
            .resolve(remark: question.words, gain: gain), "resolve", warning, question,
            values: [
                "moved": try await moved(share, of: warning),
                "waiting": waiting == 0 ? false : .count(waiting),
                "held": words(warning, question).values["telling"] ?? false,
            ], share: share)
    }

    /// It never was one: what is watched there must be more conspicuous from now on. The line to take that nobody was sent yet is
    /// called back, and with the last of it what telling has raised the share by; so is what the word that it was over has, which was
    /// taken back.
    func dismiss(_ warning: Warning, _ question: Question) async throws -> Answer {
        let waiting = try await desk.waitingLines(of: warning.number)
        var share: AlarmShare?
        var values: [String: TextValue] = [
            "recalled": waiting.isEmpty ? false : .count(Set(waiting.map(\.person)).count)
        ]
        if warning.subject.matter != nil {
            var moved = try await self.share(of: warning)
            if moved.confirmed > 0, let gain = try await gain(of: warning, byLines: waiting.count) {
                moved.takeBackConfirmed(gain)
                values["lowered"] = .flag(gain > 1)
            }
            if moved.confirmed > 0, let gain = try await gainOfEnding(of: warning) {
                moved.takeBackConfirmed(gain)
            }
            moved.noteFalseAlarm()
            share = moved
            values["rarer"] = moved.words
        }
        return act(
            .dismiss(remark: question.words), "dismiss", warning, question, values: values, share: share,
            recalled: waiting.count)
    }

    /// Gives it to somebody who may deal with it.
    func assign(_ warning: Warning, _ question: Question) async throws -> Answer {
        let able = directory.people.filter { person in
            person.role != .dealer
                && WarningScope(of: person, in: directory).acts(on: warning)
        }
        let others = able.filter { $0.id != question.person.id }
        guard let name = question.request.slots.person else {
            return whom(warning, nil, others)
        }
        let named = able.filter { $0.name == name || $0.id == name }
        guard let person = named.first, named.count == 1 else {
            return whom(warning, name, named.isEmpty ? others : named, isAmbiguous: !named.isEmpty)
        }
        guard person.id != question.person.id else {
            return act(
                .assign(to: person.id), "claim", warning, question,
                deliveries: try await relief(from: warning, to: person, question))
        }
        guard try await reach.way(to: person) != nil else {
            return whom(warning, name, others.filter { $0.id != person.id }, unreachable: true)
        }
        return act(
            .assign(to: person.id), "assign", warning, question, values: ["to": .text(person.name)],
            deliveries: try await relief(from: warning, to: person, question))
    }

    /// A word to whoever has a warning and did not give it away, that another one has it now; in the morning, but of a danger.
    private func relief(
        from warning: Warning, to taker: Person, _ question: Question
    ) async throws -> [Delivery] {
        guard let owner = warning.owner, owner != question.person.id, owner != taker.id,
            let person = directory.person(id: owner), let way = try await reach.way(to: person)
        else { return [] }
        let held = rules.quietHours.end(ifQuietAt: question.now, calendar: rules.calendar)
        return [
            try post.relief(
                from: warning, takenBy: taker, to: person, by: way,
                notBefore: warning.subject.isDanger ? nil : held, at: question.now)
        ]
    }

    /// Asks whom it shall be given to.
    private func whom(
        _ warning: Warning, _ name: String?, _ people: [Person], unreachable: Bool = false,
        isAmbiguous: Bool = false
    ) -> Answer {
        let shown = people.prefix(WarningService.mostListed)
        // Of two of one name neither can be meant by it.
        let offered = shown.filter { person in people.count { $0.name == person.name } == 1 }
        return Answer(
            .warningWhom,
            [
                "name": .text(warning.name), "person": .optional(name), "nobody": .flag(people.isEmpty),
                "unsaid": .flag(name == nil), "unreachable": .flag(unreachable),
                "several": .flag(isAmbiguous),
                "people": .series(
                    shown.map { ["name": .text($0.name), "region": .optional($0.region?.name)] }),
            ],
            offers: offered.map { person in
                var slots = Slots()
                (slots.alert, slots.person) = (String(warning.number), person.id)
                return Proposal(
                    Phrase.giveOffer.with(["name": .text(warning.name), "person": .text(person.name)]),
                    Request(.alertAssign, slots))
            })
    }
}
