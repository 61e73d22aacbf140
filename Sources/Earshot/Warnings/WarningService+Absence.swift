extension WarningService {
    /// How many days back it is said why there was no warning.
    private static let daysOfAbsence = 14

    /// Why nothing is warned of in a place, of an aspect, an own series, on some days, or of all of these: of what is, that;
    /// what was of too few voices; or that nothing stood out. A dealer reads nothing of what was not released, nor that there
    /// is none.
    func absence(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        // An answer about everything must not stand for one about a name that nobody knows.
        // A word that only may be one is told, and the own place answered for: 失控为什么没预警.
        let strange = question.strangeNames.first
        if let strange, StrangeNames.isCertain(strange) { return Answer(noAbsenceOf: strange) }
        let store = question.namedStore.flatMap { directory.dealer(named: $0) }
        if let name = question.namedStore, store == nil { return Answer(noAbsenceOf: name) }
        let place: VisiblePlace
        switch store.map({ question.scope.place(city: $0.city, region: nil) }) ?? question.place {
        case .seen(let seen): place = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let asked = slots.period?.days(today: question.today)
        let days = asked ?? (question.today - WarningService.daysOfAbsence)...question.today
        guard days.lowerBound <= question.today else {
            return Answer(noAbsenceYet: Figures.days(days, today: question.today))
        }
        let matter = AbsenceMatter(
            place: place, aspect: slots.aspect, product: slots.product,
            isOfRivals: slots.ofRivals == true)
        let scope = scope(of: question)
        let warnings = try await visible(scope, active: false, question).filter { warning in
            warning.lastAbnormal >= days.lowerBound && warning.since <= days.upperBound
                && matter.concerns(warning.subject, warning.parts)
        }
        let sparse = try await desk.sparseRises(since: days.lowerBound, regions: directory.regions)
            .filter { rise in
                let subject = WarningSubject(rise.matter)
                if question.hidesStores, case .store = subject.place { return false }
                return rise.days.overlaps(days) && matter.concerns(subject, [])
                    && scope.readsFigures(of: subject) && scope.voices(of: subject)?.isQuotable == true
            }
        var values = AbsenceMatter.nothing
        values["place"] = place.words
        values["stranger"] = .optional(strange)
        values["aspect"] = .optional(slots.aspect?.words)
        values["product"] =
            matter.isOfRivals
            ? Phrase.reportRivals.with() : .optional(slots.product.map { $0.series ?? $0.brand })
        values["store"] = .optional(store?.name)
        values["period"] = .optional(slots.period.map { $0.words(today: question.today) })
        values["since"] = .text(
            Figures.days(asked ?? days.lowerBound...days.lowerBound, today: question.today))
        values["readsAll"] = .flag(question.person.role != .dealer && !question.hidesStores)
        values["warnings"] = .list(
            warnings.prefix(WarningService.mostListed).map { .object(words($0, question).values) })
        values["sparse"] = .list(
            sparse.prefix(WarningService.mostListed).map { rise in
                var values = WarningWords.subject(WarningSubject(rise.matter))
                values["days"] = .text(Figures.days(rise.days, today: question.today))
                values["observed"] = .count(rise.observed)
                return .object(values)
            })
        values["further"] =
            sparse.count > WarningService.mostListed
            ? .count(sparse.count - WarningService.mostListed) : false
        return Answer(
            .warningAbsence, .object(values),
            offers: warnings.prefix(1).map { WarningService.proposal(.detailsOffer, .alertShow, $0) })
    }
}

/// What it is asked about why nothing is warned of.
private struct AbsenceMatter {
    let place: VisiblePlace
    let aspect: Aspect?
    let product: Product?
    let isOfRivals: Bool

    static let nothing: [String: TextValue] = [
        "unknown": false, "stranger": false, "future": false, "place": false, "aspect": false,
        "product": false, "store": false,
        "period": false, "since": false, "fewest": .count(Watch.fewest), "readsAll": false,
        "warnings": .list([]), "sparse": .list([]), "further": false,
    ]

    func concerns(_ subject: WarningSubject, _ parts: [WarningSubject]) -> Bool {
        guard place.concerns(subject.place) else { return false }
        if isOfRivals { return ([subject] + parts).contains(where: ReportSubject.rivals.concerns) }
        // A danger is of no aspect and no series, and answers for each.
        guard !subject.isDanger else { return true }
        let all = [subject] + parts
        if let aspect, !all.contains(where: { $0.aspect?.isWithin(aspect) == true }) { return false }
        guard let product else { return true }
        if product.isOwn {
            guard let series = product.series else { return all.contains { $0.matter?.rival == nil } }
            return all.contains { $0.matter?.series == series }
        }
        return all.contains { subject in
            guard let rival = subject.matter?.rival else { return false }
            return rival.brand == product.brand && product.series.map { $0 == rival.series } ?? true
        }
    }
}

extension Answer {
    /// That a name is not known.
    fileprivate init(noAbsenceOf name: String) {
        var values = AbsenceMatter.nothing
        values["unknown"] = .text(name)
        self.init(.warningAbsence, .object(values), isRefusal: true)
    }

    /// That the days have not come.
    fileprivate init(noAbsenceYet days: String) {
        var values = AbsenceMatter.nothing
        values["future"] = .text(days)
        self.init(.warningAbsence, .object(values), isRefusal: true)
    }
}

extension VisiblePlace {
    /// Whether what is of a watched place is of this one, or of a wider one that has it.
    func concerns(_ place: WatchedPlace) -> Bool {
        guard let watched = place.cities, let cities else { return true }
        return !watched.isDisjoint(with: cities)
    }
}
