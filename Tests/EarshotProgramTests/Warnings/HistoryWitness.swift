import EarshotTesting
import Store
import Testing

@testable import Earshot

/// Sees after every round whether what must be so always is so, by what is kept in the files alone.
struct HistoryWitness {
    private var known: [Int64: Warning] = [:]
    private var told: Set<String> = []
    /// What was found and checked, so that a test that found nothing is noticed.
    private var counts: [String: Int] = [:]

    var summary: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    var hasSeenSomething: Bool { known.count >= 2 && told.count >= 2 }

    /// - Parameter isWhole: whether the last round was made to its end.
    mutating func look(at history: WarningHistory, isWhole: Bool, _ context: String) async throws {
        if isWhole {
            // Where somebody cannot be reached the next round asks others; then there is nothing more to say.
            var rounds = 1
            while try await !history.tellAgain().isEmpty, rounds < 4 { rounds += 1 }
            #expect(rounds < 4, "told again and again at the same moment: \(context)")
        }
        let warnings = try await history.bot.warnings(active: false, limit: 9999, regions: Fixtures.regions)
            .sorted { $0.number < $1.number }
        try await isKept(warnings, history, context)
        try await isToldOnce(warnings, history, context)
        guard isWhole else { return }
        try await isFound(warnings, history, context)
        for warning in warnings where warning.state == .open {
            try await isAttended(warning, history, context)
        }
    }

    // MARK: Nothing is lost

    /// What was a warning is one for ever, with its history from its first step on.
    private mutating func isKept(
        _ warnings: [Warning], _ history: WarningHistory, _ context: String
    ) async throws {
        #expect(warnings.map(\.number) == warnings.indices.map { Int64($0 + 1) }, "\(context)")
        for warning in warnings where known[warning.number] != warning {
            let before = known[warning.number]
            #expect((before?.version ?? 0) <= warning.version, "\(warning.name): \(context)")
            let steps = try await history.bot.steps(of: warning.number).map(\.kind)
            #expect(steps.first == .opened, "\(warning.name): \(context)")
            #expect(steps.count { $0 == .opened } == 1, "\(warning.name): \(context)")
            if before == nil { count("\(warning.subject)".prefix { $0 != "(" && $0 != "." }.description) }
            known[warning.number] = warning
        }
        // One matter, one warning.
        let active = warnings.filter(\.state.isActive).map(\.subject)
        #expect(Set(active).count == active.count, "\(active): \(context)")
    }

    /// What a look of its own finds in the file is on record, and so is every voice that told of a danger.
    private mutating func isFound(
        _ warnings: [Warning], _ history: WarningHistory, _ context: String
    ) async throws {
        let dangers = warnings.filter(\.subject.isDanger).reduce(0) { $0 + $1.figures.observed }
        let voices = history.voices
        #expect((voices.dangers - voices.stale...voices.dangers).contains(dangers), "dangers: \(context)")
        guard history.hasJustLooked else { return }
        let day = history.today - 1
        let counts = try await history.file.complaints(during: (day - Watch.memory)...day)
        let shares = WarningRounds.shares(
            try await history.bot.alarmShares(), regions: Fixtures.regions)
        for found in WarningHistory.watch.abnormalities(in: counts, on: day, shares: shares) {
            count("abnormal")
            let subject = WarningSubject(found.matter)
            let isOnRecord = warnings.contains { warning in
                // What has been dealt with is not gone on with.
                (warning.lastAbnormal >= day || !warning.state.isActive)
                    && (warning.subject.contains(subject) || warning.parts.contains(subject)
                        || warning.subject.isNearly(subject))
            }
            let known = warnings.map { "\($0.name) \($0.subject) \($0.state) \($0.lastAbnormal) \($0.parts)" }
            #expect(isOnRecord, "\(subject) on \(day): \(context), known \(known)")
        }
    }

    // MARK: Nothing is told twice, or to those who need not know

    private mutating func isToldOnce(
        _ warnings: [Warning], _ history: WarningHistory, _ context: String
    ) async throws {
        let deliveries = try await history.bot.deliveries(
            in: Set(DeliveryState.allCases), on: nil, limit: 99_999)
        let keys = Set(deliveries.map(\.key))
        #expect(keys.count == deliveries.count, "\(context)")
        #expect(told.isSubset(of: keys), "what was to be sent is gone: \(context)")
        // Whatever was decided is to be sent, and nothing else.
        let decisions = try await history.bot.decisions(of: warnings.map(\.number))
        let sent = decisions.filter { $0.verdict.isSent && !$0.notice.isGuidance }.map {
            Delivery.key($0.notice, of: $0.warning, to: $0.person)
        }
        #expect(Set(sent).count == sent.count, "\(context)")
        #expect(Set(sent) == keys.filter { $0.contains("/notice/") }, "\(context)")
        for delivery in deliveries where !told.contains(delivery.key) {
            let parts = delivery.key.split(separator: "/").map(String.init)
            guard parts.count == 5, parts[2] == "notice", let notice = Notice(parts[3]) else { continue }
            let warning = try #require(warnings.first { "\($0.number)" == parts[1] }, "\(context)")
            count(parts[3].prefix { $0 != "-" }.description)
            check(notice, of: warning, to: parts[4], history, "\(delivery.key): \(context)")
        }
        told = keys
    }

    /// Whether somebody is told of a warning rightly at this moment.
    private func check(
        _ notice: Notice, of warning: Warning, to person: String, _ history: WarningHistory,
        _ context: String
    ) {
        let (now, today) = (history.clock.now, history.today)
        let isNight = WarningHistory.rules.quietHours.end(ifQuietAt: now, calendar: .shanghai) != nil
        #expect(!isNight || warning.subject.isDanger, "at night: \(context)")
        #expect(history.people.directory.person(id: person) != nil, "left: \(context)")
        #expect(!history.people.unreachable.contains(person), "\(context)")
        let age = warning.lastAbnormal.distance(to: today)
        switch notice {
        case .opened, .escalated, .reminded:
            let released = released(warning, history)
            #expect(released.owner == nil && released.state == .open, "\(context)")
            #expect(notice == .opened || !warning.isSilenced(at: now), "\(context)")
            #expect(age <= warning.daysToForget, "\(context)")
        case .spread:
            #expect(
                !isOwned(warning, history) && warning.state.isActive && age <= warning.daysToForget,
                "\(context)")
        case .worse, .subscribed:
            #expect(warning.state.isActive && age <= warning.daysToForget, "\(context)")
        case .assigned, .covering: #expect(warning.state.isActive, "\(context)")
        case .ended: #expect(!warning.state.isActive, "\(context)")
        case .guided: Issue.record("a round sends no line to take: \(context)")
        }
    }

    /// Whether somebody who is still there has it, or somebody stands in for the one who has it.
    private func isOwned(_ warning: Warning, _ history: WarningHistory) -> Bool {
        released(warning, history).owner != nil
    }

    /// As the rounds take it: nobody's again where whoever had it is gone.
    private func released(_ warning: Warning, _ history: WarningHistory) -> Warning {
        let today = history.today
        return warning.released(in: history.people.directory) {
            history.people.audience.covers($0, of: warning.subject, on: today)
        }
    }

    // MARK: Somebody has it, or somebody will be told

    private mutating func isAttended(
        _ warning: Warning, _ history: WarningHistory, _ context: String
    ) async throws {
        guard !isOwned(warning, history), !warning.subject.isTechnical else { return }
        let audience = history.people.audience
        var made = try await history.bot.decisions(of: [warning.number])
        count("unattended")
        let begin = max(history.clock.now, warning.silence?.until ?? history.clock.now)
        // Of a clock that was set back everybody may have been called on the days to come.
        let latest = made.map(\.at).max().map { max($0, begin) } ?? begin
        let calledBefore = Int((latest.milliseconds - begin.milliseconds) / 3_600_000)
        let isAhead = stride(from: 0, through: calledBefore + 100, by: 4).contains { hours in
            let moment = begin + .seconds(hours * 3600)
            let later = warning.released(in: history.people.directory)
            // Whoever cannot be reached is known to be so in the next round, which asks others.
            for _ in 0..<4 {
                let plan = NoticePlan(
                    later, made: made, audience: audience, rules: WarningHistory.rules, at: moment)
                let calls = plan.decisions().filter(\.verdict.isSent)
                if calls.contains(where: { isReached($0.person, history) }) { return true }
                made += calls.map { call in
                    var call = call
                    call.verdict = .withheld(.unreachable)
                    return call
                }
            }
            return false
        }
        #expect(isAhead, "nobody has \(warning.name), and nobody will be told: \(context)")
    }

    private func isReached(_ person: String, _ history: WarningHistory) -> Bool {
        !history.people.unreachable.contains(person) && history.people.directory.person(id: person) != nil
    }

    private mutating func count(_ what: String) { counts[what, default: 0] += 1 }
}
