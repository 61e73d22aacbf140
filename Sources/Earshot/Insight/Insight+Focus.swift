extension Insight {
    /// What a question is about: a place, or one store in its city.
    struct Focus {
        let subject: Cut.Subject
        /// 杭州 or 杭州西湖店.
        let name: TextValue
        /// The place itself, or the store's city.
        let place: VisiblePlace
        let store: VisibleDealer?
    }

    /// What the asker's scope says to what a question is about.
    func focus(of question: Question) -> Sight<Focus> {
        if question.dealer != nil || question.request.intent == .dealer { return store(of: question) }
        return question.scope.place(city: question.city, region: question.request.slots.region)
            .map { Focus(subject: .place($0), name: $0.words, place: $0, store: nil) }
    }

    private func store(of question: Question) -> Sight<Focus> {
        let store: VisibleDealer
        switch question.scope.dealer(question.dealer) {
        case .seen(let seen): store = seen
        case .refused(let reason): return .refused(reason)
        }
        let home = store.dealer.city
        // 上海的我们店 is no store of ours.
        if let city = question.city, city != home,
            case .refused(let reason) = question.scope.place(city: city, region: nil)
        {
            return .refused(reason)
        }
        return question.scope.place(city: home, region: nil)
            .map { Focus(subject: .dealer(store), name: .text(store.dealer.name), place: $0, store: store) }
    }

    /// What the figures of a focus stand beside: a store's beside its city's, a place's beside the nation's.
    func surroundings(of focus: Focus, _ question: Question) -> VisiblePlace? {
        if focus.store != nil { return focus.place }
        guard focus.place.area != .nation, case .seen(let nation) = question.scope.nation() else {
            return nil
        }
        return nation
    }
}

extension Sight {
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> Sight<Other> {
        switch self {
        case .seen(let value): .seen(transform(value))
        case .refused(let reason): .refused(reason)
        }
    }
}
