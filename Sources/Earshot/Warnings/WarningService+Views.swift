extension WarningService {
    /// The warnings that are not over, of the place and aspect that the message names.
    func list(_ question: Question) async throws -> Answer {
        let slots = question.request.slots
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
        let all = try await visible(scope, active: true, question).filter { warning in
            if let place, !place.concerns(warning.subject.place) { return false }
            if slots.isUnclaimed == true, warning.owner != nil { return false }
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
            let claims = first.owner == nil && scope.acts(on: first)
            offers = WarningService.proposals(claims ? [.details, .claim] : [.details], first)
        }
        var answer = Answer(
            .warningList,
            [
                "none": .flag(all.isEmpty), "count": .count(all.count),
                "unclaimed": .flag(slots.isUnclaimed == true),
                "from": all.count > shown.count ? .count(offset + 1) : false, "to": .count(last),
                "place": .optional(place?.words),
                "further": last < all.count ? .count(all.count - last) : false,
                "warnings": .list(shown.map { .object(words($0, question).values) }),
            ], offers: offers)
        if last < all.count { answer.more = Page(request: question.request, offset: last) }
        return answer
    }

    /// Everything about one warning.
    func show(_ warning: Warning, _ question: Question) async throws -> Answer {
        let words = words(warning, question)
        var values = words.values
        let reads = scope(of: question).acts(on: warning)
        // What colleagues did about it is not a dealer's.
        values["reads"] = .flag(reads)
        let steps = reads ? try await desk.steps(of: warning.number) : []
        let decisions = reads ? try await desk.decisions(of: [warning.number]) : []
        let history = words.history(steps, decisions, namesPeople: !question.isInGroup)
        values["history"] = history.lines
        values["earlier"] = history.earlier == 0 ? false : .count(history.earlier)
        values["share"] = reads ? try await sharesOfAlarms(of: warning) : false
        values["summary"] =
            reads
            ? words.summary(
                warning, steps, voices: try await post.voices(of: warning, for: question.person)) : false
        values["guidance"] = .optional(warning.guidance?.words)
        values["unsent"] = .flag(warning.guidance?.recipients == 0)
        values["silencedBy"] = .optional(reads ? warning.silence.map { words.name($0.by) } : nil)
        values["silenceReason"] = .optional(reads ? warning.silence?.reason : nil)
        values["quotes"] = .list(
            question.hidesStores || !reads ? [] : try await post.quotes(of: warning, for: question.person))
        values["peak"] =
            warning.peak == warning.figures || !scope(of: question).readsFigures(of: warning.subject)
            ? false : .object(words.figures(warning.peak))
        return Answer(
            .warningShow, .object(values),
            offers: reads
                ? WarningService.proposals(
                    WarningOffers.all(warning, offersDetails: false, at: question.now), warning) : [])
    }

    /// The customers' words behind a warning, as those of its place, aspect and days.
    func quotes(_ warning: Warning, _ question: Question) async throws -> Answer {
        var asked = question
        asked.request = scope(of: question).request(.quotes, of: warning.subject)
        asked.request.slots.period = .days(warning.since...max(warning.since, warning.lastAbnormal))
        asked.city = asked.request.slots.city.flatMap { Gazetteer.china.city(named: $0) }
        asked.dealer = asked.request.store.flatMap { directory.dealer(id: $0) }
        return try await insight.answer(asked)
    }

    /// How many complaints came on each of the last days, as a curve and in figures.
    func trend(_ warning: Warning, _ question: Question) async throws -> Answer {
        guard let voices = scope(of: question).voices(of: warning.subject) else {
            return try await show(warning, question)
        }
        let last = min(question.today, warning.lastAbnormal + WarningService.daysAfter)
        let days = (last - (WarningService.daysOfTrend - 1))...last
        let slices = try await figures.slices(days.map { Cut(voices.subject, during: $0...$0) })
        let isPraise = warning.subject.matter?.rival != nil
        let counts = slices.map { slice in
            isPraise ? slice[warning.subject.aspect].positive : slice[warning.subject.aspect].negative
        }
        var values = words(warning, question).values
        values["curve"] = .text(WarningService.curve(counts))
        values["span"] = .text(Figures.days(days, today: question.today))
        // Nobody counts by day how many tell of a danger: what is drawn are all complaints of its place.
        values["all"] = .flag(warning.subject.isDanger)
        values["counts"] = .list(
            zip(days, counts).suffix(WarningService.daysInFigures).map { day, count in
                [
                    "day": .text(day.slashed), "count": .count(count),
                    "abnormal": .flag(warning.since <= day && day <= warning.lastAbnormal),
                ]
            })
        return Answer(
            .warningTrend, .object(values),
            offers: WarningService.proposals([.quotes, .details], warning))
    }

    private static let daysOfTrend = 21
    private static let daysInFigures = 7
    /// Days that are shown after the last abnormal one.
    private static let daysAfter = 7

    /// A bar of an eighth to eight eighths for each count, by the highest.
    static func curve(_ counts: [Int]) -> String {
        let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        let highest = max(1, counts.max() ?? 0)
        return String(counts.map { bars[min(7, $0 * 7 / highest)] })
    }
}
