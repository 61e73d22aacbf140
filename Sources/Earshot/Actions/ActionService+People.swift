/// Whom a name in an agreed action means.
extension ActionService {
    /// Why nobody is meant, or what is asked to find out who is.
    struct NoOwner: Error { var answer: Answer }

    /// Who is meant with a name by whoever agrees on something with that person.
    func owner(
        named name: String, _ scope: ActionScope, _ question: Question
    ) -> Result<Person, NoOwner> {
        let meant = people(named: name)
        guard !meant.isEmpty else {
            return .failure(NoOwner(answer: refused(.nobody, name: PersonalData.masked(name))))
        }
        let owners = meant.filter(scope.agrees)
        guard let owner = owners.first else {
            return .failure(NoOwner(answer: refused(.outside, name: name)))
        }
        guard owners.count == 1 else {
            return .failure(NoOwner(answer: which(of: owners, question)))
        }
        return .success(owner)
    }

    /// Those of a name. One that is an identifier says who is meant, whoever else is called so.
    func people(named name: String) -> [Person] {
        directory.person(id: name).map { [$0] } ?? directory.people.filter { $0.name == name }
    }

    private func isKnown(_ name: String) -> Bool { directory.people.contains { $0.name == name } }

    /// The names of several people beside each other (王磊和陈洁), of whom somebody is known; nothing where a text is no such
    /// row: in 跟陈洁 somebody helps.
    func row(of text: String) -> [String]? {
        guard people(named: text).isEmpty, let first = text.first, !ActionWords.joins(first) else {
            return nil
        }
        let names = ActionWords.names(besideEachOther: text)
        guard names.count > 1, names.contains(where: isKnown),
            names.allSatisfy({ isKnown($0) || ActionWords.mayBeStranger($0) })
        else { return nil }
        return names
    }

    /// The row of people where others are named beside who does it: in the name itself, at the beginning of the words (王磊 陈洁),
    /// or where the words say who is responsible.
    ///
    /// - Parameter responsible: what the words say of that.
    func rowOfPeople(_ name: String, _ words: String, _ responsible: String?) -> String? {
        if row(of: name) != nil { return name }
        let first = String(words.prefix { !$0.isWhitespace })
        let isBeside = first.first.map { ActionService.together.contains($0) } ?? false
        // Of namesakes the one who was chosen is meant by an identifier.
        let meant = people(named: name)
        let called = meant.first?.name ?? name
        if !isBeside, let others = isKnown(first) ? [first] : row(of: first), others != [called] {
            return others.contains(called) || others.count > 1 && meant.isEmpty
                ? first : "\(called)、\(first)"
        }
        return responsible.flatMap { row(of: $0) == nil ? nil : $0 }
    }

    /// 与陈洁和王磊对账 says with whom.
    private static let together: Set<Character> = ["与", "和", "跟", "同"]

    /// That an action is one person's, and which of those in a row nobody knows.
    func refusedRow(_ text: String) -> Answer {
        let strangers = ActionWords.names(besideEachOther: text).filter { !isKnown($0) }
        return refused(
            .severalPeople,
            name: strangers.isEmpty ? nil : PersonalData.masked(strangers.joined(separator: "、")))
    }

    /// Asks who of several people of a name is meant.
    func which(of people: [Person], _ question: Question) -> Answer {
        Answer(
            .actionWhich, ["name": .text(people[0].name), "count": .count(people.count)],
            offers: people.prefix(ActionService.mostNamesakes).map { person in
                var request = question.request
                request.slots.person = person.id
                return Proposal(ActionService.nameAndPlace(of: person), request)
            })
    }

    /// Somebody by name, with what tells them from others of the name: 王磊（杭州西湖店）.
    static func nameAndPlace(of person: Person) -> TextValue {
        Phrase.actionPerson.with([
            "name": .text(person.name), "place": .text(person.dealer?.name ?? person.region?.name ?? ""),
            "headquarters": .flag(person.role == .hq),
        ])
    }
}
