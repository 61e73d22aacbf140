/// Records what is agreed on, and takes note of what becomes of it.
public struct ActionService: AnsweringService {
    let desk: any ActionDesk
    let directory: any PeopleDirectory
    let calendar: LocalCalendar

    public let intents: Set<Intent> = [
        .actionRecord, .actionList, .actionShow, .actionFinish, .actionCancel, .actionMove,
    ]
    public let proposals: [Proposal] = []

    /// The actions of a list.
    static let mostListed = 8
    /// The longest text of an action and of what is said of its end, in characters.
    static let longest = 200
    /// People among whom one is chosen.
    static let mostNamesakes = 8

    public init(desk: any ActionDesk, directory: any PeopleDirectory, calendar: LocalCalendar = .shanghai) {
        (self.desk, self.directory, self.calendar) = (desk, directory, calendar)
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
        guard let number = slots.action.flatMap({ Int64($0) }),
            let action = try await desk.action(number, within: scope.reach)
        else { return refused(.unknown, name: slots.action.map { "R\($0)" }) }
        let answer: Answer
        switch question.request.intent {
        case .actionFinish: answer = try finish(action, question, scope)
        case .actionCancel: answer = try cancel(action, question, scope)
        case .actionMove: answer = try move(action, question, scope)
        default: answer = Answer(.actionShow, .object(words(action, question).values))
        }
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
        return try apply(.finish(remark: remark(question)), to: action, question)
    }

    private func cancel(
        _ action: AgreedAction, _ question: Question, _ scope: ActionScope
    ) throws -> Answer {
        guard scope.decides(on: action) else { return refused(.notYours, action, question) }
        return try apply(.cancel(remark: remark(question)), to: action, question)
    }

    private func move(_ action: AgreedAction, _ question: Question, _ scope: ActionScope) throws -> Answer {
        guard scope.decides(on: action) else { return refused(.notYours, action, question) }
        guard let day = question.request.slots.period?.days(today: question.today).upperBound else {
            return refused(.noDay, action, question)
        }
        return try apply(.move(to: day), to: action, question)
    }

    private func remark(_ question: Question) -> String? {
        question.request.slots.words.map { ActionService.kept($0) }
    }

    /// A text as it is kept: personal data masked, in one line, and not too long.
    static func kept(_ text: String) -> String {
        String(
            PersonalData.masked(text).split(whereSeparator: \.isNewline).joined(separator: " ")
                .prefix(longest))
    }

    private func apply(_ step: ActionStep, to action: AgreedAction, _ question: Question) throws -> Answer {
        var changed = action
        do throws(ActionStepRefusal) {
            try changed.apply(step, by: question.person.id, at: question.now)
        } catch {
            switch error {
            case .ended(.cancelled): return refused(.alreadyCancelled, action, question)
            case .ended: return refused(.alreadyDone, action, question)
            case .sameDay: return refused(.sameDay, action, question)
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
        _ action: AgreedAction, _ event: AgreedAction.News, _ question: Question
    ) -> [String: TextValue] {
        var values = words(action, question).values
        values["event"] = ActionValues.event(event)
        values["told"] = .optional(
            action.told.flatMap { id in
                id == question.person.id ? nil : directory.name(of: id)
            })
        return values
    }

    /// Why nothing is done, as templates name it.
    enum Refusal: String, CaseIterable {
        case inGroup, forOthers, unknown, notYours, alreadyDone, alreadyCancelled, sameDay, noDay
        case incomplete, nobody, outside
    }

    func refused(
        _ refusal: Refusal, _ action: AgreedAction? = nil, _ question: Question? = nil, name: String? = nil
    ) -> Answer {
        var values = ActionValues.none
        if let action, let question { values = words(action, question).values }
        values["refusal"] = .flags(Refusal.allCases.map { ($0.rawValue, $0 == refusal) })
        if let name { values["name"] = .text(name) }
        return Answer(.actionRefused, .object(values), isRefusal: true)
    }
}
