import Configuration
import Earshot
import Store
import Texts
import Web

extension Installation {
    /// What makes reports.
    ///
    /// - Parameter title: what people read for an intent.
    func reportOffice(
        _ stores: Stores, _ texts: PromptTexts, title: @escaping @Sendable (Intent) -> String
    ) throws(Problems) -> ReportOffice {
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
            quietHours: site.settings.warnings.quietHours.hours,
            words: ReportWords(texts, frame: ReportPage.frame),
            answers: FailedAnswers(desk: stores.bot, calendar: calendar, title: title))
    }

    /// What the rounds of reports go by.
    func reportSituation(
        _ stores: Stores, _ texts: PromptTexts, title: @escaping @Sendable (Intent) -> String
    ) throws(Problems) -> ReportRounds.Situation {
        ReportRounds.Situation(
            office: try reportOffice(stores, texts, title: title),
            reach: reach { try await stores.bot.bindings() })
    }
}
