/// The reasons of decisions, as templates name them.
enum WarningReasons {
    static let names = [
        "quiet", "silenced", "claimed", "ordinary", "stale", "away", "unreachable", "ended", "own",
        "elsewhere", "guided",
    ]
}

extension WarningService {
    /// Why the person was told of a warning, or was not: from what was decided then.
    func reason(_ question: Question) async throws -> Answer {
        let scope = scope(of: question)
        let warning: Warning
        if question.request.slots.alert == nil, let last = try await lastTold(question, scope) {
            warning = last
        } else {
            switch try await self.warning(of: question, scope) {
            case .found(let found): warning = found
            case .unclear(let answer): return answer
            }
        }
        let all = try await desk.decisions(of: [warning.number])
        let own = all.filter { $0.person == question.person.id }
        // Whoever was away was told in the person of those who stand in.
        let standIns = all.filter { $0.verdict.isSent && $0.insteadOf.contains(question.person.id) }
        let words = words(warning, question)
        var values = words.values
        let guidance = scope.isGuided(by: warning) ? warning.guidance : nil
        values["none"] = .flag(own.isEmpty && standIns.isEmpty && guidance == nil)
        values["standIns"] = .series(
            Array(Set(standIns.map(\.person))).sorted().map { ["name": .text(words.name($0))] })
        // Of lines from before who was sent them was kept, it is known that the city was.
        values["guidedAt"] = .optional(
            own.contains { $0.notice.isGuidance } ? nil : guidance.map { words.moment($0.at) })
        // Which colleagues were told is not a dealer's.
        let told = scope.acts(on: warning) ? all.filter(\.verdict.isSent).map(\.person) : []
        values["audience"] = .series(
            Array(Set(told)).sorted().prefix(WarningService.mostListed).map {
                ["name": .text(words.name($0))]
            })
        values["decisions"] = .list(
            own.suffix(WarningService.mostListed).map { entry($0, of: warning, words) })
        var answer = Answer(
            .warningReason, .object(values),
            offers: [WarningService.proposal(.detailsOffer, .alertShow, warning)])
        answer.warning = warning.number
        return answer
    }

    private func entry(
        _ decision: NoticeDecision, of warning: Warning, _ words: WarningWords
    ) -> TextValue {
        var values: [String: TextValue] = [
            "at": .text(words.moment(decision.at)), "sent": .flag(decision.verdict.isSent),
            "account": false, "notice": NoticePost.flags(decision.notice, ofDanger: warning.subject.isDanger),
            "instead": .series(decision.insteadOf.map { ["name": .text(words.name($0))] }), "until": false,
            "by": false, "reason": .flags(WarningReasons.names.map { ($0, false) }),
        ]
        switch decision.verdict {
        case .sent(let account): values["account"] = .text(account)
        case .withheld(let reason):
            let record = reason.record
            values["until"] = .optional(record.until.map(words.moment))
            values["by"] = .optional(record.by.map(words.name))
            values["reason"] = .flags(WarningReasons.names.map { ($0, $0 == record.name) })
        }
        return .object(values)
    }

    /// The newest warning about which something was decided for the person.
    private func lastTold(_ question: Question, _ scope: WarningScope) async throws -> Warning? {
        let newest = try await visible(scope, active: false, question).sorted { $0.number > $1.number }
            .prefix(50)
        let decisions = try await desk.decisions(of: newest.map(\.number))
        let last = decisions.filter { $0.person == question.person.id }.max { $0.at < $1.at }
        return last.flatMap { decision in newest.first { $0.number == decision.warning } }
    }
}
