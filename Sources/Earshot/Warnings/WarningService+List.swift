extension WarningService {
    /// The warnings that are not over, or are, or were on some days, of the place and aspect that the message names.
    func list(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
        let isOwn = slots.words == Slots.own
        let scope = scope(of: question)
        var place: VisiblePlace?
        if question.city != nil || slots.region != nil || slots.area?.cities != nil {
            switch question.place {
            case .seen(let seen): place = seen
            // What an administrator is told of has no place.
            case .refused(let reason):
                if question.person.role != .admin { return Answer(refusing: reason) }
            }
        }
        let selection = WarningSelection(slots, today: question.today, calendar: rules.calendar)
        if let days = selection.days, days.lowerBound > question.today {
            return Answer(
                .notYet, ["days": .text(Figures.days(days, today: question.today))], isRefusal: true)
        }
        let all = try await selected(selection, scope, question).filter { warning in
            if let place, !place.concerns(warning.subject.place) { return false }
            if slots.isUnclaimed == true, warning.owner != nil { return false }
            if isOwn, warning.owner != question.person.id { return false }
            // A danger is of no aspect, and left out of no list.
            guard let aspect = slots.aspect, !warning.subject.isDanger else { return true }
            let named = [warning.subject.aspect] + warning.parts.map(\.aspect)
            return named.contains { $0?.isWithin(aspect) == true }
        }
        let offset = min(question.page?.offset ?? 0, all.count)
        let shown = all.dropFirst(offset).prefix(WarningService.mostListed)
        let last = offset + shown.count
        let first = shown.first
        var offers: [Proposal] = []
        if let first {
            let claims = first.state.isActive && first.owner == nil && scope.acts(on: first)
            offers = WarningService.proposals(claims ? [.details, .claim] : [.details], first)
        }
        var answer = Answer(
            .warningList,
            [
                "none": .flag(all.isEmpty), "count": .count(all.count),
                "unclaimed": .flag(slots.isUnclaimed == true), "own": .flag(isOwn),
                "tooMany": slots.isTooMany == true ? .count(Router.mostAtOnce) : false,
                "from": all.count > shown.count ? .count(offset + 1) : false, "to": .count(last),
                "place": .optional(place?.words), "aspect": .optional(slots.aspect?.words),
                "past": WarningService.past(selection.ended),
                "span": .optional(selection.days.map { Figures.days($0, today: question.today) }),
                "further": last < all.count ? .count(all.count - last) : false,
                "warnings": .list(
                    shown.map {
                        let words = words($0, question)
                        return .object(words.values.merging(words.ending) { $1 })
                    }),
            ], offers: offers)
        if last < all.count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }

    /// Those of a selection that the person may see where the message was sent, in their order.
    private func selected(
        _ selection: WarningSelection, _ scope: WarningScope, _ question: Question
    ) async throws -> [Warning] {
        guard let from = selection.from else { return try await visible(scope, active: true, question) }
        return try await desk.warnings(openAtOrAfter: from, regions: directory.regions)
            .map { $0.released(in: directory) }
            .filter { selection.holds($0) && scope.sees($0) && !isHidden($0, question) }
            .sorted(by: selection.precedes)
    }

    private static func past(_ ended: EndedWarnings?) -> TextValue {
        guard let ended else { return false }
        return .object([
            "resolved": .flag(ended == .resolved), "dismissed": .flag(ended == .dismissed),
        ])
    }
}
