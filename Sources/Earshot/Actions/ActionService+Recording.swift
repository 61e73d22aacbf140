extension ActionService {
    /// Records who does what until when.
    func record(_ question: Question) async throws -> Answer {
        let scope = ActionScope(of: question.person)
        guard scope.records else { return refused(.forOthers) }
        let slots = question.request.slots
        guard slots.status != ActionService.how else { return refused(.how) }
        guard let name = slots.person, let words = slots.words,
            let due = slots.period?.days(today: question.today).upperBound
        else { return refused(.incomplete) }
        guard let kept = ActionService.kept(words) else { return refused(.tooLong) }
        if let several = rowOfPeople(name, words, slots.other) { return refusedRow(several) }
        let owner: Person
        switch self.owner(named: name, scope, question) {
        case .failure(let refusal): return refusal.answer
        case .success(let person): owner = person
        }
        if slots.status == ActionService.wished { return offer(owner, kept, due, question) }
        let action = AgreedAction(
            number: try await desk.nextAction(), owner: owner.id, recorder: question.person.id,
            isOfHeadquarters: question.person.role == .hq,
            place: scope.place(of: owner, naming: question.city), words: kept, due: due,
            recordedAt: question.now)
        var answer = Answer(.actionDone, .object(done(action, .recorded, question)))
        answer.effects = [
            .changeAction(ActionChange(action, before: nil, by: question.person.id, .recorded))
        ]
        return remembering(action, answer)
    }

    /// Asks whether what was wished shall be an action.
    private func offer(_ owner: Person, _ words: String, _ due: Day, _ question: Question) -> Answer {
        var request = question.request
        (request.slots.person, request.slots.words, request.slots.status) = (owner.id, words, nil)
        let values: [String: TextValue] = [
            "owner": .text(owner.name), "words": .text(words),
            "due": .text(Figures.days(due...due, today: question.today)),
        ]
        return Answer(
            .actionOffer, .object(values), offers: [Proposal(Phrase.actionRecordOffer.with(), request)])
    }

    /// The open ones, those due first before the others.
    func list(_ question: Question) async throws -> Answer {
        let scope = ActionScope(of: question.person)
        var filter = ActionFilter()
        let isMine = question.request.slots.status == ActionService.mine
        if isMine { filter.owner = question.person.id }
        let isLate = question.request.slots.topic == ActionService.late
        if isLate { filter.dueBefore = question.today }
        var owner: Person?
        if let name = question.request.slots.person {
            // Who else does what is no matter of a store's.
            guard scope.records || name == question.person.name else { return refused(.forOthers) }
            let known = scope.records ? people(named: name) : [question.person]
            guard let anybody = known.first else {
                return refused(.stranger, name: PersonalData.masked(name))
            }
            // Where else somebody of the name works is nobody's to learn.
            let meant = known.filter(scope.agrees)
            guard meant.count <= 1 else { return which(of: meant, question) }
            let first = meant.first ?? anybody
            (owner, filter.owner) = (first, first.id)
        }
        if question.request.slots.namesPlace {
            switch question.scope.place(city: question.city, region: question.request.slots.region) {
            case .refused(let reason): return Answer(refusing: reason)
            case .seen(let place): (filter.cities, filter.region) = (place.cityNames, place.regionName)
            }
        }
        let count = try await desk.count(filter, within: scope.reach)
        let offset = min(question.page?.offset ?? 0, count)
        let shown = try await desk.actions(
            filter, within: scope.reach, offset: offset, limit: ActionService.mostListed)
        let last = offset + shown.count
        var answer = Answer(
            .actionList,
            [
                "none": .flag(count == 0), "count": .count(count), "records": .flag(scope.records),
                "mine": .flag(isMine), "late": .flag(isLate), "owner": .optional(owner?.name),
                "first": .optional(shown.first?.name),
                "place": .optional(
                    question.request.slots.city ?? question.request.slots.region),
                "from": .count(min(offset + 1, count)), "to": .count(last), "further": .flag(last < count),
                "actions": .list(shown.map { .object(words($0, question).values) }),
            ])
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }
}
