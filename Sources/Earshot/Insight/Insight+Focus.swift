extension Insight {
    /// What a question is about: a place, a rival in it, or one store in its city.
    struct Focus {
        let subject: Cut.Subject
        /// 杭州, 杭州西湖店, or 杭州 · 云途L7.
        let name: TextValue
        /// The place itself, or the store's city.
        let place: VisiblePlace
        var store: VisibleDealer?
        var rival: Rival?
        /// The own series, where it alone is meant.
        var series: String?

        /// Whether the customers' own words may be shown, not only figures.
        var isQuotable: Bool { store != nil || place.isQuotable }
    }

    /// What the asker's scope says to what a question is about.
    func focus(of question: Question) -> Sight<Focus> {
        if question.dealer != nil || question.request.intent == .dealer { return store(of: question) }
        return question.place.map { place in
            guard let rival = question.rival else {
                guard question.request.slots.ofRivals == true else { return Focus(of: place) }
                return Focus(
                    subject: .rivals(in: place), name: Phrase.rivalsThere.with(["place": place.words]),
                    place: place)
            }
            let name = Phrase.rivalThere.with(["place": place.words, "rival": .text(rival.name)])
            return Focus(subject: rival.subject(in: place), name: name, place: place, rival: rival)
        }
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
        guard focus.rival == nil, focus.place.area != .nation,
            case .seen(let nation) = question.scope.nation()
        else { return nil }
        return nation
    }

    /// Tells somebody who may know the nation's figures, but not its customers' words, what may be asked.
    func refusedQuotes(_ question: Question) -> Answer {
        let own: TextValue? =
            if case .seen(let place) = question.scope.place(city: nil, region: nil) { place.words } else {
                nil
            }
        return Answer(.refusedNationQuotes, ["own": .optional(own)], isRefusal: true)
    }
}

extension Insight.Focus {
    /// Nothing but a place.
    init(of place: VisiblePlace) {
        self.init(subject: .place(place), name: place.words, place: place)
    }

    /// An own series in the same place; nothing where it is about a store or a rival.
    func narrowed(toOwnSeries series: String) -> Insight.Focus? {
        guard case .place(let place) = subject else { return nil }
        let name = Phrase.rivalThere.with(["place": place.words, "rival": .text(series)])
        return Insight.Focus(
            subject: .series(series, in: place), name: name, place: place, series: series)
    }
}

extension Question {
    /// What the asker's scope says to the place that the question names, or to the own one where it names none.
    var place: Sight<VisiblePlace> {
        if city == nil, request.slots.region == nil {
            switch request.slots.area {
            case .nation: return scope.nation()
            case .province(let name): return scope.place(province: name)
            case .surroundings(let name):
                if let middle = Gazetteer.china.city(named: name) { return scope.place(around: middle) }
            case nil: break
            }
        }
        return scope.place(city: city, region: request.slots.region)
    }

    /// The rival that was named, a maker alone among them.
    var rival: Rival? {
        request.slots.product.flatMap { $0.isOwn ? nil : Rival(brand: $0.brand, series: $0.series ?? "") }
    }
}

extension Rival {
    /// What is said of it in a place, of a maker with all its series.
    func subject(in place: VisiblePlace) -> Cut.Subject {
        series.isEmpty ? .maker(brand, in: place) : .rival(self, in: place)
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
