import Earshot
import Store
import Texts

extension Installation {
    /// What takes suggestions in and answers questions about them.
    ///
    /// - Parameters:
    ///   - texts: what the lines above pictures are written with.
    ///   - search: what finds the customers' voices behind a suggestion.
    ///   - subject: what a text is about.
    func suggestions(
        _ stores: Stores, _ texts: any Texts, search: any EvidenceSearch,
        subject: @escaping @Sendable (String) -> SuggestionService.Subject
    ) -> SuggestionService {
        SuggestionService(
            desk: stores.bot, directory: directory, search: search,
            showing: AttachmentShowing(desk: stores.bot, ways: reach(stores), texts: texts),
            stores: everybody.dealers, calendar: calendar, subject: subject)
    }

    /// What the rounds of suggestions go by.
    func suggestionSituation(_ stores: Stores, _ texts: PromptTexts) -> SuggestionRounds.Situation {
        SuggestionRounds.Situation(
            directory: directory, texts: texts, reach: reach { try await stores.bot.bindings() },
            quietHours: site.settings.warnings.quietHours.hours, calendar: calendar)
    }
}
