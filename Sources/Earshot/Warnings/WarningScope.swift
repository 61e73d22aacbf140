/// What a person may see of warnings and do about them, decided in one place.
package struct WarningScope: Sendable {
    private let person: Person
    private let directory: any PeopleDirectory
    /// Whether dealers read of a warning before somebody has released it to them.
    private let releasesAtOnce: Bool

    package init(of person: Person, in directory: any PeopleDirectory, releasesAtOnce: Bool = false) {
        self.person = person
        self.directory = directory
        self.releasesAtOnce = releasesAtOnce
    }

    func sees(_ warning: Warning) -> Bool {
        switch person.role {
        case .admin: warning.subject.isTechnical
        case .hq: !warning.subject.isTechnical
        case .manager: !warning.subject.isTechnical && isOwn(warning.subject.place)
        case .dealer:
            !warning.subject.isTechnical && isOwn(warning.subject.place)
                && (releasesAtOnce || isGuided(by: warning))
        }
    }

    /// Whether the person may take it on and do something about it. What is of the nation, or of a region that is not the own
    /// one, is headquarters' and that region's.
    func acts(on warning: Warning) -> Bool {
        guard person.role == .manager else { return person.role != .dealer && sees(warning) }
        return switch warning.subject.place {
        case .nation: false
        case .region, .province, .surroundings: sees(warning) && reads(warning.subject.place)
        case .city, .store: sees(warning)
        }
    }

    /// The cities concerned for which the person may speak to dealers; nothing for all there are.
    func cities(concernedBy warning: Warning) -> Set<City>? {
        let cities: Set<City>? =
            switch (warning.subject.place.cities, person.role) {
            case (let cities, .hq): cities
            case (nil, _): person.region?.cities ?? []
            case (let cities?, _): cities.intersection(person.region?.cities ?? [])
            }
        // Where single cities stand out within it, they are the ones concerned.
        let named = Set(
            warning.parts.compactMap { part in
                if case .city(let city) = part.place { city } else { nil }
            })
        guard !named.isEmpty else { return cities }
        return cities.map { $0.intersection(named) } ?? named
    }

    /// Whether the dealers of the person's city were told what to say.
    func isGuided(by warning: Warning) -> Bool {
        // What was taken back before anybody was sent it told nobody.
        guard let city = person.dealer?.city, let guidance = warning.guidance, guidance.recipients > 0 else {
            return false
        }
        return guidance.cities?.contains(city) ?? true
    }

    /// Whether a warning is of a place that the person has to do with.
    func concerns(_ warning: Warning) -> Bool { isOwn(warning.subject.place) }

    /// Whether the person reads which colleague has a warning.
    var namesColleagues: Bool { person.role != .dealer }

    /// What stands out within a warning, as far as it is of a place whose figures the person may read.
    func parts(of warning: Warning) -> [WarningSubject] { warning.parts.filter { reads($0.place) } }

    /// Whether the person may read how many complaints there were.
    func readsFigures(of subject: WarningSubject) -> Bool {
        // Of whatever a manager is told the sums are told, but those from which the one city of another region could be worked
        // out; a dealer is told the own city's and the nation's.
        person.role != .dealer && !subject.place.isSurroundings || reads(subject.place)
    }

    /// Whether the person may read the voices of all of a place.
    func readsWhole(of place: WatchedPlace) -> Bool { reads(place) }

    private func reads(_ place: WatchedPlace) -> Bool {
        if person.role == .dealer, case .store = place { return isOwn(place) }
        guard let cities = place.cities else { return true }
        return switch person.role {
        case .hq, .admin: true
        case .manager: person.region.map { cities.isSubset(of: $0.cities) } ?? false
        case .dealer: person.dealer.map { cities == [$0.city] } ?? false
        }
    }

    /// The voices behind a warning, as a question names them.
    ///
    /// Of a region that is not the manager's own one, its part in the own is meant.
    func request(_ intent: Intent, of subject: WarningSubject) -> Request {
        var request = Request(intent)
        switch subject.place {
        case .nation: request.slots.area = .nation
        case .region(let region):
            let isSeen = person.role != .manager || person.regions.contains(region)
            request.slots.region = isSeen ? region.name : person.region?.name
        case .province(let name): request.slots.area = .province(name)
        case .surroundings(let city): request.slots.area = .surroundings(of: city.name)
        case .city(let city): request.slots.city = city.name
        case .store(let store): request.store = store.id
        }
        request.slots.aspect = subject.aspect
        request.slots.polarity = subject.polarity
        if let series = subject.matter?.series {
            request.slots.product = Product(brand: "", series: series, isOwn: true)
        }
        if let rival = subject.matter?.rival {
            request.slots.product = Product(
                brand: rival.brand, series: rival.series.isEmpty ? nil : rival.series, isOwn: false)
        }
        return request
    }

    /// The voices behind a warning, as far as the person may see them; nothing for what is not of voices.
    package func voices(
        of subject: WarningSubject
    ) -> (subject: Cut.Subject, isQuotable: Bool)? {
        let scope = Scope(of: person, regions: directory.regions)
        let slots = request(.quotes, of: subject).slots
        if case .store(let store) = subject.place {
            guard case .seen(let dealer) = scope.dealer(directory.dealer(id: store.id)) else { return nil }
            return (.dealer(dealer), true)
        }
        let sight: Sight<VisiblePlace> =
            switch subject.place {
            case .nation: scope.nation()
            case .province(let name): scope.place(province: name)
            case .surroundings(let city): scope.place(around: city)
            case .region, .city, .store:
                scope.place(
                    city: slots.city.flatMap { Gazetteer.china.city(named: $0) }, region: slots.region)
            }
        guard case .seen(let place) = sight, !subject.isTechnical else { return nil }
        let rival = subject.matter?.rival
        let own = subject.matter?.series.map { Cut.Subject.series($0, in: place) } ?? .place(place)
        return (rival?.subject(in: place) ?? own, place.isQuotable)
    }

    private func isOwn(_ place: WatchedPlace) -> Bool {
        // What is said of a store is its own and its manager's.
        if person.role == .dealer, case .store(let store) = place { return store.id == person.dealer?.id }
        guard let cities = place.cities else { return true }
        if let city = person.dealer?.city { return cities.contains(city) }
        return person.region.map { !$0.cities.isDisjoint(with: cities) } ?? false
    }
}
