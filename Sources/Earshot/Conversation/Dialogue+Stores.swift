/// Which store a message is about.
extension Dialogue {
    /// A text in which the store of somebody stands by its name; nothing where it speaks of none, or nobody knows of whose.
    func namingStore(in text: String, _ talk: Talk) -> String? {
        let people = talk.directory.people.filter { text.contains($0.name) }
        guard let person = people.max(by: { $0.name.count < $1.name.count }), let store = person.dealer,
            // Of two of one name nobody is meant.
            people.allSatisfy({ $0.name != person.name || $0.dealer?.id == store.id })
        else { return nil }
        for tail in router.phrasebook.personStore {
            guard let range = text.firstRange(of: person.name + tail),
                // 黄伟的店长 is somebody else.
                text[range.upperBound...].first.map({ !"长员".contains($0) }) ?? true
            else { continue }
            return text[..<range.lowerBound] + store.name + text[range.upperBound...]
        }
        return nil
    }

    /// The store that a message about something else than what is said of stores names.
    func namedStore(_ understood: Understood, in talk: Talk) -> String? {
        guard !understood.request.intent.isSaidOfStores else { return nil }
        if let name = understood.dealer { return talk.directory.dealer(named: name)?.name ?? name }
        return understood.ownStore ? talk.person.dealer?.name : nil
    }

    /// The store a message is about: the one it names, the sender's own, or the one that was talked about.
    func store(meantBy understood: Understood, in talk: Talk) -> String? {
        let own = talk.person.dealer?.id
        guard understood.request.intent.isSaidOfStores else { return nil }
        if let name = understood.dealer { return talk.directory.dealer(named: name)?.id ?? name }
        if understood.ownStore { return own }
        if understood.keepsStore, let store = talk.reference?.store { return store }
        // What else than the store would somebody compare with the own city?
        if understood.request.slots.against == .home { return own }
        return understood.request.intent == .dealer ? own : nil
    }
}

extension Intent {
    /// Whether it may be about one store.
    var isSaidOfStores: Bool {
        switch self {
        case .dealer, .overview, .aspect, .quotes, .compare, .noteList: true
        default: false
        }
    }
}
