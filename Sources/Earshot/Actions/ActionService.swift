/// Records what is agreed on, and takes note of what becomes of it.
public struct ActionService: AnsweringService {
    let desk: any ActionDesk
    private let situation: ActionRounds.Situation
    var directory: any PeopleDirectory { situation.directory }
    var calendar: LocalCalendar { situation.calendar }

    public let intents: Set<Intent> = [
        .actionRecord, .actionList, .actionShow, .actionFinish, .actionCancel, .actionMove,
        .actionReopen,
    ]
    public let proposals: [Proposal] = []

    /// The actions of a list.
    static let mostListed = 8
    /// The longest text of an action and of what is said of its end, in characters.
    static let longest = 200
    /// People among whom one is chosen.
    static let mostNamesakes = 8
    /// What `Slots.status` says of a list of the own ones, of one that is said to be finished but is not.
    static let (mine, unfinished) = ("mine", "open")
    /// What `Slots.topic` says of a list of those whose day has passed.
    static let late = "late"
    /// What it says of an action that somebody else shall do, of the question how one is agreed on, and of what was wished
    /// without a word for actions.
    static let (passedOn, how, wished) = ("pass", "how", "wish")

    public init(desk: any ActionDesk, situation: ActionRounds.Situation) {
        (self.desk, self.situation) = (desk, situation)
    }

    public func answer(_ question: Question) async throws -> Answer {
        // They name people.
        guard !question.isInGroup else { return refused(.inGroup) }
        switch question.request.intent {
        case .actionRecord: return try await record(question)
        case .actionList: return try await list(question)
        default: break
        }
        let slots = question.request.slots
        let scope = ActionScope(of: question.person)
        // One after the other, so that each gets its own answer.
        guard slots.other == nil else { return refused(.several) }
        guard let number = slots.action.flatMap({ Int64($0) }),
            let action = try await desk.action(number, within: scope.reach)
        else { return refused(.unknown, name: slots.action.map { "R\($0)" }) }
        let answer: Answer
        switch question.request.intent {
        case .actionFinish: answer = try finish(action, question, scope)
        case .actionCancel: answer = try cancel(action, question, scope)
        case .actionMove: answer = try await move(action, question, scope)
        case .actionReopen: answer = try reopen(action, question, scope)
        default: answer = Answer(.actionShow, .object(words(action, question).values))
        }
        guard answer.offers.isEmpty else { return answer }
        return remembering(action, answer)
    }

    func words(_ action: AgreedAction, _ question: Question) -> ActionValues {
        ActionValues(action, directory, calendar: calendar, at: question.now, reader: question.person.id)
    }

    /// What is said next of actions is of the one that was spoken of.
    func remembering(_ action: AgreedAction, _ answer: Answer) -> Answer {
        var (answer, remembered) = (answer, Request(.actionShow))
        remembered.slots.action = String(action.number)
        answer.remembered = remembered
        return answer
    }

    private func finish(
        _ action: AgreedAction, _ question: Question, _ scope: ActionScope
    ) throws -> Answer {
        guard scope.finishes(action) else { return refused(.notYours, action, question) }
        // 完成 R1 还差两家店.
        guard question.request.slots.status != ActionService.unfinished || action.state != .open else {
            return refused(.unfinished, action, question)
        }
        guard let remark = remark(question) else { return refused(.tooLong) }
        return try apply(.finish(remark: remark), to: action, question)
    }

    private func cancel(
        _ action: AgreedAction, _ question: Question, _ scope: ActionScope
    ) throws -> Answer {
        guard scope.decides(on: action) else { return refused(.notYours, action, question) }
        guard let remark = remark(question) else { return refused(.tooLong) }
        return try apply(.cancel(remark: remark), to: action, question)
    }

    /// Opens one again that was ended by mistake: whoever may end it so may do that.
    private func reopen(
        _ action: AgreedAction, _ question: Question, _ scope: ActionScope
    ) throws -> Answer {
        guard scope.decides(on: action) || action.state != .cancelled && scope.finishes(action) else {
            return refused(.notYours, action, question)
        }
        return try apply(.reopen, to: action, question)
    }

    private func move(
        _ action: AgreedAction, _ question: Question, _ scope: ActionScope
    ) async throws -> Answer {
        guard scope.decides(on: action) else { return refused(.notYours, action, question) }
        guard action.state == .open else {
            return refused(action.state == .cancelled ? .alreadyCancelled : .alreadyDone, action, question)
        }
        let slots = question.request.slots
        if let name = slots.person, slots.status == ActionService.passedOn || !people(named: name).isEmpty {
            return try await pass(action, to: name, question, scope)
        }
        guard let day = day(to: action, question) else { return refused(.noDay, action, question) }
        return try apply(.move(to: day), to: action, question)
    }

    /// The day that was said, or so many days from the one it has: what is overdue is put off from today. Nothing for a day
    /// that is over.
    private func day(to action: AgreedAction, _ question: Question) -> Day? {
        let slots = question.request.slots
        guard let days = slots.duration.flatMap({ Int($0.dropLast()) }) else {
            return slots.period?.days(today: question.today).upperBound
        }
        let day = (days > 0 ? max(action.due, question.today) : action.due) + days
        return day < question.today ? nil : day
    }

    /// What was said of its end, nothing where nothing was; no value at all where it is too long.
    private func remark(_ question: Question) -> String?? {
        guard let words = question.request.slots.words else { return .some(nil) }
        return ActionService.kept(words).map { .some($0) }
    }

    /// A text as it is kept: personal data masked, and in one line; nothing where it is too long.
    static func kept(_ text: String) -> String? {
        let kept = PersonalData.masked(text).split(whereSeparator: \.isNewline).joined(separator: " ")
        return kept.count > longest ? nil : kept
    }

    /// Has somebody else do it, within what may be agreed on with whom.
    private func pass(
        _ action: AgreedAction, to name: String, _ question: Question, _ scope: ActionScope
    ) async throws -> Answer {
        guard row(of: name) == nil else { return refusedRow(name) }
        let owner: Person
        switch self.owner(named: name, scope, question) {
        case .failure(let refusal): return refusal.answer
        case .success(let person): owner = person
        }
        let place = scope.place(of: owner, keeping: action.place)
        let due = question.request.slots.period?.days(today: question.today).upperBound
        var answer = try apply(.pass(to: owner.id, place: place, due: due), to: action, question)
        guard case .changeAction(var change)? = answer.effects.first else { return answer }
        let relief = try await ActionPost(situation).relief(
            change.action, before: action, by: question.person.id, at: question.now)
        change.deliveries = [relief].compactMap(\.self)
        let told = change.action.told + (relief == nil ? [] : [action.owner])
        answer = Answer(.actionDone, .object(done(change.action, .passed, question, told: told)))
        answer.effects = [.changeAction(change)]
        return answer
    }

    private func apply(_ step: ActionStep, to action: AgreedAction, _ question: Question) throws -> Answer {
        var changed = action
        do throws(ActionStepRefusal) {
            try changed.apply(step, by: question.person.id, at: question.now)
        } catch {
            switch error {
            case .ended(.cancelled): return refused(.alreadyCancelled, action, question)
            case .ended: return refused(.alreadyDone, action, question)
            case .open: return refused(.stillOpen, action, question)
            case .sameDay: return refused(.sameDay, action, question)
            case .sameOwner: return refused(.sameOwner, action, question)
            }
        }
        var answer = Answer(.actionDone, .object(done(changed, step.news, question)))
        answer.effects = [
            .changeAction(
                ActionChange(changed, before: action.version, by: question.person.id, step.news))
        ]
        return answer
    }

    func done(
        _ action: AgreedAction, _ event: AgreedAction.News, _ question: Question, told: [String]? = nil
    ) -> [String: TextValue] {
        var values = words(action, question).values
        values["event"] = ActionValues.event(event)
        let told = (told ?? action.told).filter { $0 != question.person.id }.compactMap {
            directory.name(of: $0)
        }
        values["told"] =
            told.isEmpty
            ? false
            : .series(
                told.enumerated().map {
                    ["name": .text($1), "penultimate": .flag($0 == told.count - 2)]
                })
        return values
    }

    /// Why nothing is done, as templates name it.
    enum Refusal: String, CaseIterable {
        case inGroup, stillOpen, forOthers, unknown, notYours, alreadyDone, alreadyCancelled, sameDay,
            sameOwner, noDay
        case incomplete, nobody, outside, several, unfinished, tooLong, severalPeople, how, stranger
    }

    func refused(
        _ refusal: Refusal, _ action: AgreedAction? = nil, _ question: Question? = nil, name: String? = nil
    ) -> Answer {
        var values = ActionValues.none
        if let action, let question { values = words(action, question).values }
        values["longest"] = .count(ActionService.longest)
        values["refusal"] = .flags(Refusal.allCases.map { ($0.rawValue, $0 == refusal) })
        if let name { values["name"] = .text(name) }
        return Answer(.actionRefused, .object(values), isRefusal: true)
    }
}
