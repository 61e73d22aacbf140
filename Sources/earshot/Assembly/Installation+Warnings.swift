import Configuration
import Earshot
import Store
import Texts

extension Installation {
    /// What answers questions about warnings and does what people want done about them.
    ///
    /// - Parameters:
    ///   - insight: what answers questions about voices.
    ///   - lines: has the approved lines to take.
    func warnings(
        _ stores: Stores, _ texts: PromptTexts, insight: any AnsweringService,
        lines: (any GuidanceSource)? = nil
    ) -> WarningService {
        WarningService(
            desk: stores.bot, directory: directory, insight: insight,
            figures: RecentFigures(of: stores.voices), texts: texts, reach: reach(stores),
            rules: warningRules, lines: lines, stores: everybody.dealers)
    }

    /// What takes and ends subscriptions.
    func subscriptions(
        _ stores: Stores, _ texts: PromptTexts, title: @escaping @Sendable (Intent) -> String
    ) throws(Problems) -> SubscriptionService {
        SubscriptionService(
            desk: stores.bot, warnings: stores.bot, directory: directory, chain: chainOfCommand,
            rules: warningRules, office: try reportOffice(stores, texts, title: title))
    }

    var chainOfCommand: ChainOfCommand {
        ChainOfCommand(directory: directory, headquarters: site.settings.warnings.headquarters)
    }

    /// What the rounds of the watch go by.
    func situation(_ stores: Stores, _ texts: PromptTexts) throws(Problems) -> WarningRounds.Situation {
        situation(
            texts, try workCalendar(), try safetyWords(), figures: RecentFigures(of: stores.voices),
            reach: reach(stores))
    }

    /// What rounds go by that look at other figures, or tell nobody.
    ///
    /// - Parameter budget: false warnings a week; nothing for that of the settings.
    func situation(
        _ texts: PromptTexts, _ holidays: WorkCalendar, _ safety: SafetyWords = .none,
        figures: any VoiceFigures, reach: any Reachability, budget: Double? = nil
    ) -> WarningRounds.Situation {
        WarningRounds.Situation(
            watch: Watch(
                calendar: holidays, regions: directory.regions, stores: everybody.dealers,
                budget: budget ?? site.settings.warnings.budget),
            safety: safety, workCalendar: holidays,
            audience: WarningAudience(
                chainOfCommand,
                administrators: directory.people.filter { $0.role == .admin }),
            directory: directory, rules: warningRules,
            post: NoticePost(
                texts: texts, figures: figures, directory: directory, stores: everybody.dealers,
                calendar: calendar),
            reach: reach)
    }

    /// The public holidays; no day is one where the site has no table.
    func workCalendar() throws(Problems) -> WorkCalendar {
        guard let path = HolidayFile.path(of: site) else { return WorkCalendar() }
        return try HolidayFile.read(path)
    }

    /// The same for days that are judged by those before them; says on standard error of which years nothing is known.
    func workCalendar(for days: ClosedRange<Day>) throws(Problems) -> WorkCalendar {
        let calendar = try workCalendar()
        let first = days.lowerBound - Watch.memory
        if let fault = HolidayFile.fault(calendar, years: first.civil.year...days.upperBound.civil.year) {
            Terminal.say("\(HolidayFile.path(of: site) ?? HolidayFile.name): \(fault)")
        }
        return calendar
    }

    var warningRules: WarningRules {
        let settings = site.settings.warnings
        return WarningRules(
            claimWithin: .seconds(settings.claimMinutes * 60),
            headWithin: .seconds(settings.headMinutes * 60),
            quietHours: settings.quietHours.hours, calendar: calendar,
            releasesAtOnce: settings.releaseToDealers)
    }

    func reach(_ stores: Stores) -> Reach {
        reach { try await stores.bot.bindings() }
    }

    /// How people are reached by the accounts of the file and those that were bound.
    func reach(bindings: @escaping @Sendable () async throws -> [(account: String, person: String)]) -> Reach
    {
        Reach(
            channels: site.settings.waysToPeople, people: { [directory] in directory.people },
            bindings: bindings, companies: site.settings.companies)
    }
}
