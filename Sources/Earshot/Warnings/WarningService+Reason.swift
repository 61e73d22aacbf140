/// The reasons of decisions, as templates name them.
enum WarningReasons {
    static let names = [
        "quiet", "silenced", "claimed", "ordinary", "stale", "away", "unreachable", "ended", "own",
        "elsewhere", "guided", "merged",
    ]
}

extension WarningService {
    /// Why the person, or somebody that a manager or headquarters asks about, was told of a warning, or was not: from what was
    /// decided then.
    func reason(_ question: Question) async throws -> Answer {
        let told: Person
        switch whom(question) {
        case .seen(let person): told = person
        case .unclear(let answer): return answer
        }
        let scope = scope(of: question)
        let warning: Warning
        if question.request.slots.alert == nil, let last = try await lastTold(told, question, scope) {
            warning = last
        } else {
            switch try await self.warning(of: question, scope) {
            case .found(let found): warning = found
            case .unclear(let answer): return answer
            }
        }
        let all = try await desk.decisions(of: [warning.number])
        let own = all.filter { $0.person == told.id }
        // Whoever was away was told in the person of those who stand in.
        let standIns = all.filter { $0.verdict.isSent && $0.insteadOf.contains(told.id) }
        let words = words(warning, question)
        var values = words.values
        let isGuided = WarningScope(of: told, in: directory).isGuided(by: warning)
        let guidance = isGuided ? warning.guidance : nil
        values["whom"] = .optional(told.id == question.person.id ? nil : told.name)
        values["ofStore"] = .flag(told.role == .dealer)
        values["elsewhere"] = .flag(!WarningScope(of: told, in: directory).concerns(warning))
        values["none"] = .flag(own.isEmpty && standIns.isEmpty && guidance == nil)
        values["wishes"] = .series(
            own.isEmpty ? try await wishes(of: told, besides: warning, question).map(\.name) : [])
        let isWishedLater = own.isEmpty ? try await isWishedLater(told, warning, question) : false
        values["wishedLater"] = .flag(isWishedLater)
        values["standIns"] = .series(
            Array(Set(standIns.map(\.person))).sorted().map { ["name": .text(words.name($0))] })
        // Of lines from before who was sent them was kept, it is known that the city was.
        values["guidedAt"] = .optional(
            own.contains { $0.notice.isGuidance } ? nil : guidance.map { words.moment($0.at) })
        // Which colleagues were told is not a dealer's, nor a group's.
        let audience =
            scope.acts(on: warning) && !question.isInGroup ? all.filter(\.verdict.isSent).map(\.person) : []
        let heard = Array(Set(audience)).sorted()
        values["audience"] = .series(
            heard.prefix(WarningService.mostListed).map { ["name": .text(words.name($0))] })
        values["audienceCount"] = heard.count > WarningService.mostListed ? .count(heard.count) : false
        values["nobody"] = .flag(scope.acts(on: warning) && !question.isInGroup && heard.isEmpty)
        var entries: [TextValue] = []
        // Another's subscriptions are nobody else's to read.
        let showsWish = told.id == question.person.id && !question.isInGroup
        for var decision in own.suffix(WarningService.mostListed) {
            if !showsWish { decision.wish = nil }
            entries.append(entry(decision, of: warning, words, whole: try await whole(decision, scope)))
        }
        values["decisions"] = .list(entries)
        values["earlier"] =
            own.count > WarningService.mostListed ? .count(own.count - WarningService.mostListed) : false
        var answer = Answer(
            .warningReason, .object(values),
            offers: [WarningService.proposal(.detailsOffer, .alertShow, warning)])
        answer.warning = warning.number
        return answer
    }

    /// The warning that another one became a part of before somebody could be told, as far as the person may see it.
    private func whole(_ decision: NoticeDecision, _ scope: WarningScope) async throws -> Warning? {
        guard case .withheld(.merged(let number)) = decision.verdict,
            let whole = try await desk.warning(number, regions: directory.regions), scope.sees(whole)
        else { return nil }
        return whole
    }

    /// What the asker has subscribed to where the warning is none of it.
    private func wishes(
        of told: Person, besides warning: Warning, _ question: Question
    ) async throws -> [WarningWish] {
        guard told.id == question.person.id, !question.isInGroup else { return [] }
        let own = try await desk.subscriptions(of: told.id, regions: directory.regions)
        return own.contains { $0.covers(warning) } ? [] : own.prefix(WarningService.mostListed).map(\.wish)
    }

    /// Whether the asker subscribed to it when it had come up already, and nothing has grown worse since.
    private func isWishedLater(
        _ told: Person, _ warning: Warning, _ question: Question
    ) async throws -> Bool {
        guard told.id == question.person.id, !question.isInGroup else { return false }
        let own = try await desk.subscriptions(of: told.id, regions: directory.regions)
        return own.contains { $0.covers(warning) } && !own.contains { $0.concerns(warning) }
    }

    private func entry(
        _ decision: NoticeDecision, of warning: Warning, _ words: WarningWords, whole: Warning?
    ) -> TextValue {
        var values: [String: TextValue] = [
            "at": .text(words.moment(decision.at)), "sent": .flag(decision.verdict.isSent),
            "account": false, "notice": NoticePost.flags(decision.notice, tellings: warning.tellings),
            "instead": .series(decision.insteadOf.map { ["name": .text(words.name($0))] }), "until": false,
            "wish": decision.wish.map { .object($0.name) } ?? false,
            "by": false, "whole": .optional(whole?.name), "wholePlace": whole?.subject.place.words ?? false,
            "reason": .flags(WarningReasons.names.map { ($0, false) }),
        ]
        switch decision.verdict {
        case .sent(let account):
            values["account"] = .text(account)
            let held = decision.notice.isGuidance ? words.held(from: decision.at) : nil
            values["until"] = .optional(held.map(words.moment))
        case .withheld(let reason):
            let record = reason.record
            values["until"] = .optional(record.until.map(words.moment))
            values["by"] = .optional(record.by.map(words.name))
            values["reason"] = .flags(WarningReasons.names.map { ($0, $0 == record.name) })
        }
        return .object(values)
    }

    private enum Whom {
        case seen(Person)
        case unclear(Answer)
    }

    /// Who is asked about: the asker, or somebody of the asker's region or, for headquarters, anybody.
    private func whom(_ question: Question) -> Whom {
        guard let name = question.request.slots.person else { return .seen(question.person) }
        if name == question.person.name { return .seen(question.person) }
        let named = directory.people.filter { $0.name == name }
        let seen = named.filter { person in
            switch question.person.role {
            case .hq: return person.role != .admin
            case .manager:
                guard let region = question.person.region else { return false }
                if let city = person.dealer?.city { return region.cities.contains(city) }
                return person.role == .manager && person.regions.contains { region.shares($0.name) }
            case .dealer, .admin: return false
            }
        }
        let meant = seen.count == 1 ? seen : seen.filter { isMeant($0, in: question) }
        if meant.count == 1, let person = meant.first, !question.isInGroup { return .seen(person) }
        return .unclear(
            Answer(
                .warningReasonRefused,
                [
                    "name": .text(name), "unknown": .flag(named.isEmpty && question.person.role != .dealer),
                    "several": .flag(seen.count > 1), "inGroup": .flag(question.isInGroup && !seen.isEmpty),
                ], isRefusal: true))
    }

    /// Whether somebody is of the store, the city or the region that a question names, where it names one.
    private func isMeant(_ person: Person, in question: Question) -> Bool {
        if let store = question.namedStore { return person.dealer?.name == store }
        func isOf(_ cities: Set<City>?) -> Bool {
            guard let cities else { return false }
            return person.dealer.map { cities.contains($0.city) }
                ?? person.region.map { !$0.cities.isDisjoint(with: cities) } ?? false
        }
        if let city = question.city { return isOf([city]) }
        let region = question.request.slots.region
        return isOf(directory.regions.first { $0.name == region }?.cities)
    }

    /// The newest warning about which something was decided for the person.
    private func lastTold(
        _ told: Person, _ question: Question, _ scope: WarningScope
    ) async throws -> Warning? {
        let newest = try await visible(scope, active: false, question).sorted { $0.number > $1.number }
            .prefix(50)
        let decisions = try await desk.decisions(of: newest.map(\.number))
        let last = decisions.filter { $0.person == told.id }.max { $0.at < $1.at }
        return last.flatMap { decision in newest.first { $0.number == decision.warning } }
    }
}
