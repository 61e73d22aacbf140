extension WarningService {
    /// How many days back it is said why there was no warning.
    private static let daysOfAbsence = 14

    /// Why nothing is warned of in a place, of an aspect or of both: of what is, that; what was of too few voices; or that
    /// nothing stood out.
    func absence(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let scope = scope(of: question)
        let place: VisiblePlace
        switch question.place {
        case .seen(let seen): place = seen
        case .refused(let reason): return Answer(refusing: reason)
        }
        let since = question.today - WarningService.daysOfAbsence
        func concerns(_ subject: WarningSubject, _ parts: [WarningSubject]) -> Bool {
            guard place.concerns(subject.place) else { return false }
            // A danger is of no aspect, and answers for each.
            guard let aspect = slots.aspect, !subject.isDanger else { return true }
            return ([subject] + parts).contains { $0.aspect?.isWithin(aspect) == true }
        }
        let warnings = try await visible(scope, active: false, question).filter { warning in
            warning.lastAbnormal >= since && concerns(warning.subject, warning.parts)
        }
        let sparse = try await desk.sparseRises(since: since, regions: directory.regions).filter { rise in
            let subject = WarningSubject(rise.matter)
            if question.hidesStores, case .store = subject.place { return false }
            return concerns(subject, []) && scope.readsFigures(of: subject)
                && scope.voices(of: subject)?.isQuotable == true
        }
        return Answer(
            .warningAbsence,
            [
                "place": place.words, "aspect": .optional(slots.aspect?.words),
                "since": .text(Figures.days(since...since, today: question.today)),
                "fewest": .count(Watch.fewest),
                "warnings": .list(
                    warnings.prefix(WarningService.mostListed).map { .object(words($0, question).values) }),
                "sparse": .list(
                    sparse.prefix(WarningService.mostListed).map { rise in
                        var values = WarningWords.subject(WarningSubject(rise.matter))
                        values["days"] = .text(Figures.days(rise.days, today: question.today))
                        values["observed"] = .count(rise.observed)
                        return .object(values)
                    }),
                "further": sparse.count > WarningService.mostListed
                    ? .count(sparse.count - WarningService.mostListed) : false,
            ],
            offers: warnings.prefix(1).map { WarningService.proposal(.detailsOffer, .alertShow, $0) })
    }
}

extension VisiblePlace {
    /// Whether what is of a watched place is of this one, or of a wider one that has it.
    func concerns(_ place: WatchedPlace) -> Bool {
        guard let watched = place.cities else { return true }
        return switch area {
        case .city(let city): watched.contains(city)
        case .region(let region): !watched.isDisjoint(with: region.cities)
        case .province(let province): !watched.isDisjoint(with: province.cities)
        case .surroundings(let around): !watched.isDisjoint(with: around.cities)
        case .nation: true
        }
    }
}
