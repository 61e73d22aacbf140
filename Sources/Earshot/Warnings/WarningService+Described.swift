extension WarningService {
    /// The warnings that a message means by their place, aspect or series: of those that lie there exactly, else of those that have
    /// it within. The one that was spoken of before alone, where it is one of them; and whether what is wanted may be done without
    /// asking.
    func described(
        by description: DescribedWarning, previous: Int64?, _ scope: WarningScope, _ question: Question
    ) async throws -> (warnings: [Warning], isCertain: Bool) {
        let isOver = question.request.intent == .alertRestore
        var known = try await visible(scope, active: !isOver, question)
        if isOver {
            let meant = question.request.slots.ended
            known.removeAll { warning in
                !warning.isEndedBySomebody || meant == .dismissed && warning.state != .dismissed
                    || meant == .resolved && warning.state != .resolved
            }
        }
        let fitting = known.filter { description.isOfMatter($0) }
        let exact = fitting.filter { description.isAt($0.subject.place) }
        let found = exact.isEmpty ? fitting.filter { description.isWithin($0.subject.place) } : exact
        let spokenOf = found.filter { $0.number == previous }
        let meant = spokenOf.isEmpty ? found : spokenOf
        // 温州那条误报 may say of 浙江's that it is none in 温州.
        let isCertain = !exact.isEmpty || !question.request.intent.isAct
        return (meant, isCertain)
    }
}

extension DescribedWarning {
    /// So much of a danger's title tells it: 刹车 of 刹车失灵.
    private static let leastOfTitle = 2

    /// Whether a warning is of the aspect and the series, or of a danger whose name has the aspect's.
    fileprivate func isOfMatter(_ warning: Warning) -> Bool {
        if case .danger(let danger) = warning.subject {
            guard product == nil else { return false }
            return aspect == nil || words.contains(danger.title.prefix(DescribedWarning.leastOfTitle))
        }
        let all = [warning.subject] + warning.parts
        if let aspect, !all.contains(where: { $0.aspect?.isWithin(aspect) == true }) { return false }
        guard let product else { return true }
        return all.contains { subject in
            if product.isOwn { return product.series == nil || subject.matter?.series == product.series }
            guard let rival = subject.matter?.rival else { return false }
            return rival.brand == product.brand && product.series.map { $0 == rival.series } ?? true
        }
    }

    fileprivate func isAt(_ place: WatchedPlace) -> Bool {
        guard city != nil || region != nil else { return true }
        return switch place {
        case .city(let other): other.name == city
        case .store(let store): store.city.name == city
        case .surroundings(let middle): middle.name == city
        case .region(let other): other.name == region && city == nil
        // A province's short name is no region's.
        case .province(let other): other == region && city == nil
        case .nation: false
        }
    }

    fileprivate func isWithin(_ place: WatchedPlace) -> Bool {
        if let city { return place.cities.map { $0.contains { $0.name == city } } ?? true }
        // What lies in a region is of it as well.
        guard let region else { return true }
        if case .region(let other) = place { return other.name == region }
        // Of 浙江 are its cities.
        guard let cities = place.cities, !cities.isEmpty else { return false }
        return cities.allSatisfy { $0.province == region }
    }
}
