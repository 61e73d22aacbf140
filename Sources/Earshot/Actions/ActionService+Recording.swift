extension ActionService {
    /// Records who does what until when.
    func record(_ question: Question) async throws -> Answer {
        let scope = ActionScope(of: question.person)
        guard scope.records else { return refused(.forOthers) }
        let slots = question.request.slots
        guard let name = slots.person, let words = slots.words,
            let due = slots.period?.days(today: question.today).upperBound
        else { return refused(.incomplete) }
        guard let kept = ActionService.kept(words) else { return refused(.tooLong) }
        // A name that is an identifier says who is meant, whoever else is called so.
        let meant = directory.person(id: name).map { [$0] } ?? directory.people.filter { $0.name == name }
        guard !meant.isEmpty else { return refused(.nobody, name: PersonalData.masked(name)) }
        let owners = meant.filter(scope.agrees)
        guard let owner = owners.first else { return refused(.outside, name: name) }
        guard owners.count == 1 else { return which(of: owners, question) }
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

    /// Asks who of several people of a name is meant.
    private func which(of people: [Person], _ question: Question) -> Answer {
        Answer(
            .actionWhich, ["name": .text(people[0].name), "count": .count(people.count)],
            offers: people.prefix(ActionService.mostNamesakes).map { person in
                var request = question.request
                request.slots.person = person.id
                return Proposal(
                    Phrase.actionPerson.with([
                        "name": .text(person.name),
                        "place": .text(person.dealer?.name ?? person.region?.name ?? ""),
                        "headquarters": .flag(person.role == .hq),
                    ]), request)
            })
    }

    /// The open ones, those due first before the others.
    func list(_ question: Question) async throws -> Answer {
        let scope = ActionScope(of: question.person)
        var filter = ActionFilter()
        let isMine = question.request.slots.status == ActionService.mine
        if isMine { filter.owner = question.person.id }
        if question.request.slots.namesPlace {
            switch question.scope.place(city: question.city, region: question.request.slots.region) {
            case .refused(let reason): return Answer(refusing: reason)
            case .seen(let place): filter.take(place)
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
                "mine": .flag(isMine), "first": .optional(shown.first?.name),
                "place": .optional(
                    question.request.slots.city ?? question.request.slots.region),
                "from": .count(min(offset + 1, count)), "to": .count(last), "further": .flag(last < count),
                "actions": .list(shown.map { .object(words($0, question).values) }),
            ])
        if last < count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }
}

extension ActionFilter {
    /// Looks for those of a place that may be seen.
    mutating func take(_ place: VisiblePlace) {
        switch place.area {
        case .nation: cities = nil
        case .city(let city): cities = [city.name]
        case .province(let province): cities = Set(province.cities.map(\.name))
        case .surroundings(let around): cities = Set(around.cities.map(\.name))
        case .region(let region): (cities, self.region) = (Set(region.cities.map(\.name)), region.name)
        }
    }
}
