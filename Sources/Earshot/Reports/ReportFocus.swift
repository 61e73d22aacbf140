/// What a report is of, as somebody may see it.
struct ReportFocus: Hashable {
    var place: VisiblePlace
    /// Of this store of the place alone.
    var store: VisibleDealer?
    var subject: ReportSubject

    /// As figures are asked for.
    var asked: Insight.Focus {
        if let store {
            return Insight.Focus(
                subject: .dealer(store), name: .text(store.dealer.name), place: place, store: store)
        }
        let plain = Insight.Focus(of: place)
        switch subject {
        case .own: return plain
        case .series(let series): return plain.narrowed(toOwnSeries: series) ?? plain
        case .rival(let rival):
            let name = Phrase.rivalThere.with(["place": place.words, "rival": .text(rival.name)])
            return Insight.Focus(subject: rival.subject(in: place), name: name, place: place, rival: rival)
        case .rivals:
            return Insight.Focus(
                subject: .rivals(in: place), name: Phrase.rivalsThere.with(["place": place.words]),
                place: place)
        }
    }

    /// Whether it is of all that is said of the own brand in the place.
    var isPlain: Bool { store == nil && subject == .own }

    /// What is kept of it.
    var watched: WatchedPlace { store.map { .store(WatchedStore($0.dealer)) } ?? WatchedPlace(place.area) }
}

extension Scope {
    /// What a report is of, as the person may see it.
    func sight(of topic: ReportTopic, in directory: any PeopleDirectory) -> Sight<ReportFocus> {
        guard case .store(let store) = topic.place else {
            return sight(of: topic.place).map { ReportFocus(place: $0, subject: topic.subject) }
        }
        // A store that has left the directory is nobody's.
        guard let dealer = directory.dealer(id: store.id) else { return .refused(.noStore) }
        return focus(on: dealer)
    }

    /// A store in its city.
    func focus(on dealer: Dealer) -> Sight<ReportFocus> {
        switch self.dealer(dealer) {
        case .refused(let reason): return .refused(reason)
        case .seen(let store):
            return place(city: dealer.city, region: nil)
                .map { ReportFocus(place: $0, store: store, subject: .own) }
        }
    }
}
