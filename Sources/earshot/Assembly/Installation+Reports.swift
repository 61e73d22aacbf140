import Configuration
import Earshot
import Store
import Texts

extension Installation {
    /// What makes reports.
    func reportOffice(_ stores: Stores, _ texts: PromptTexts) throws(Problems) -> ReportOffice {
        let insight = Insight(
            figures: RecentFigures(of: stores.voices),
            settings: Insight.Settings(minimumVoices: site.settings.minimumVoices),
            stores: everybody.dealers, calendar: calendar)
        return ReportOffice(
            desk: stores.bot,
            composer: ReportComposer(
                insight: insight, texts: texts, directory: directory, calendar: calendar),
            newsroom: ReportNewsroom(
                warnings: stores.bot, suggestions: stores.bot, directory: directory, texts: texts,
                rules: warningRules,
                review: ReviewSources(
                    suggestions: stores.bot, notes: stores.voices, handOvers: stores.bot,
                    knowledge: stores.bot, actions: stores.bot)),
            directory: directory, calendar: calendar, workdays: try workCalendar(),
            quietHours: site.settings.warnings.quietHours.hours, words: ReportWords(texts))
    }

    /// What the rounds of reports go by.
    func reportSituation(
        _ stores: Stores, _ texts: PromptTexts
    ) throws(Problems) -> ReportRounds.Situation {
        ReportRounds.Situation(
            office: try reportOffice(stores, texts), reach: reach { try await stores.bot.bindings() })
    }
}
