/// The lines to take that dealers were sent for warnings, for those of a store that was sent one, who ask afterwards what to say.
public struct ReleasedLines: Sendable {
    private let desk: any WarningDesk
    private let directory: any PeopleDirectory
    private let rules: WarningRules
    /// Which dangers a text names, by their keys.
    private let dangers: @Sendable (String) -> Set<String>

    /// So long after its end the line of a warning still holds.
    static let validAfterEnd = Duration.seconds(14 * 86_400)

    public init(
        desk: any WarningDesk, directory: any PeopleDirectory, rules: WarningRules,
        dangers: @escaping @Sendable (String) -> Set<String>
    ) {
        (self.desk, self.directory, self.rules, self.dangers) = (desk, directory, rules, dangers)
    }

    /// The warnings whose line answers a question of somebody whose store was sent it, that of the newest line first.
    ///
    /// - Parameter aspects: what the text speaks of.
    func warnings(
        answering text: String, about aspects: Set<Aspect>, for person: Person, at now: Timestamp
    ) async throws -> [Warning] {
        let dangers = dangers(text)
        guard !dangers.isEmpty || !aspects.isEmpty else { return [] }
        var found: [Warning] = []
        // Those that are over among them.
        for warning in try await desk.warnings(
            active: false, limit: WarningService.mostRead, regions: directory.regions)
        where ReleasedLines.concerns(warning.subject, text, dangers, aspects) {
            if let told = try await told(warning, to: person, at: now) { found.append(told) }
        }
        return found.sorted { ($0.guidance?.at ?? $0.openedAt) > ($1.guidance?.at ?? $1.openedAt) }
    }

    /// The warning of a number, where it has a line that the person may read.
    func warning(_ number: Int64, for person: Person, at now: Timestamp) async throws -> Warning? {
        guard let warning = try await desk.warning(number, regions: directory.regions) else { return nil }
        return try await told(warning, to: person, at: now)
    }

    /// What a template says of a line.
    func values(of warning: Warning, for person: Person, at now: Timestamp) -> [String: TextValue] {
        let scope = WarningScope(of: person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        var words = WarningWords(warning, directory, calendar: rules.calendar, at: now, for: scope)
        words.quietHours = rules.quietHours
        var values = words.values
        values["words"] = .optional(warning.guidance?.words)
        values["sender"] = .optional(warning.guidance.map { words.name($0.by) })
        values["sentAt"] = .optional(warning.guidance.map { words.moment($0.at) })
        values["over"] = .flag(!warning.state.isActive)
        return values
    }

    static let example = WarningWords.example.merging([
        "words": "正在核实，请客户先到店", "sender": "刘洋", "sentAt": "11/24 09:20", "over": true,
    ]) { $1 }

    /// A warning with the line that the person's store was sent last, where that still holds: a warning names the cities of all its
    /// lines, and has the words of the last one, which may be of other stores. What waits for the morning can still be called back.
    private func told(_ warning: Warning, to person: Person, at now: Timestamp) async throws -> Warning? {
        let scope = WarningScope(of: person, in: directory, releasesAtOnce: rules.releasesAtOnce)
        guard let store = person.dealer, let guidance = warning.guidance, scope.isGuided(by: warning),
            scope.sees(warning)
        else { return nil }
        if let end = warning.end {
            guard warning.state == .resolved, now < end.at + ReleasedLines.validAfterEnd else { return nil }
        }
        let decisions = try await desk.decisions(of: [warning.number])
        let times = Set(
            decisions.compactMap { decision -> Timestamp? in
                guard case .guided(let at) = decision.notice, decision.verdict.isSent,
                    directory.person(id: decision.person)?.dealer?.id == store.id
                else { return nil }
                return at
            })
        let steps = try await desk.steps(of: warning.number)
        for at in times.sorted(by: >) {
            let step = steps.last { $0.at == at && $0.kind == .told }
            if let held = step?.told?.heldUntil, now < held { continue }
            var told = warning
            if at != guidance.at {
                guard let step, let words = step.told?.words else { continue }
                told.guidance?.words = words
                told.guidance?.by = step.actor ?? guidance.by
                told.guidance?.at = at
            }
            return told
        }
        return nil
    }

    private static func concerns(
        _ subject: WarningSubject, _ text: String, _ dangers: Set<String>, _ aspects: Set<Aspect>
    ) -> Bool {
        switch subject {
        case .danger(let danger): return dangers.contains(danger.key) || text.contains(danger.title)
        case .complaints(let matter):
            // What is said of rivals, and of one series where another is asked about, answers nothing.
            guard let aspect = matter.aspect, matter.rival == nil,
                matter.series.map(text.contains) ?? true
            else { return false }
            return aspects.contains { $0.isWithin(aspect) || aspect.isWithin($0) }
        case .praise, .silence: return false
        }
    }
}
