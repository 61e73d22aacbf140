import Earshot
import Store

extension Installation {
    /// What takes suggestions in and answers questions about them.
    ///
    /// - Parameter subject: what a text is about.
    func suggestions(
        _ stores: Stores, subject: @escaping @Sendable (String) -> SuggestionService.Subject
    ) -> SuggestionService {
        SuggestionService(
            desk: stores.bot, directory: directory, search: evidenceSearch(stores), calendar: calendar,
            subject: subject)
    }

    /// What finds the customers' voices behind a suggestion; without it suggestions are kept without evidence.
    func evidenceSearch(_ stores: Stores) -> (any EvidenceSearch)? { nil }
}
