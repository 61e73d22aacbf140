import Configuration
import Earshot
import Store
import Texts

extension Installation {
    /// What answers questions about warnings and does what people want done about them.
    ///
    /// - Parameter insight: what answers questions about voices.
    func warnings(_ stores: Stores, _ texts: PromptTexts, insight: any AnsweringService) -> WarningService {
        WarningService(
            desk: stores.bot, directory: directory, insight: insight,
            figures: RecentFigures(of: stores.voices), texts: texts, reach: reach(stores),
            rules: warningRules, releasesAtOnce: site.settings.warnings.releaseToDealers)
    }

    /// What the rounds of the watch go by.
    func situation(_ stores: Stores, _ texts: PromptTexts) throws(Problems) -> WarningRounds.Situation {
        let calendar = try workCalendar()
        return WarningRounds.Situation(
            watch: Watch(
                calendar: calendar, regions: directory.regions, stores: directory.dealers,
                budget: site.settings.warnings.budget),
            safety: try safetyWords(), workCalendar: calendar,
            audience: WarningAudience(
                ChainOfCommand(directory: directory, headquarters: site.settings.warnings.headquarters),
                administrators: directory.people.filter { $0.role == .admin }),
            directory: directory, rules: warningRules,
            post: NoticePost(
                texts: texts, figures: stores.voices, directory: directory, calendar: self.calendar),
            reach: reach(stores))
    }

    /// The public holidays; no day is one where the site has no table.
    func workCalendar() throws(Problems) -> WorkCalendar {
        guard let path = HolidayFile.path(of: site) else { return WorkCalendar() }
        return try HolidayFile.read(path)
    }

    private var warningRules: WarningRules {
        let settings = site.settings.warnings
        return WarningRules(
            claimWithin: .seconds(settings.claimMinutes * 60),
            headWithin: .seconds(settings.headMinutes * 60),
            quietHours: settings.quietHours.hours, calendar: calendar)
    }

    private func reach(_ stores: Stores) -> Reach {
        let people = directory.people
        return Reach(
            channels: site.settings.waysToPeople, people: { people },
            bindings: { try await stores.bot.bindings() })
    }
}
