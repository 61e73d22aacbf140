import Configuration
import Earshot
import Store
import Texts

extension Installation {
    /// What takes suggestions in and answers questions about them.
    ///
    /// - Parameters:
    ///   - texts: what the lines above pictures are written with.
    ///   - analyzer: that by which the voices are read.
    func suggestions(
        _ stores: Stores, _ texts: any Texts, by analyzer: Analyzer
    ) throws(Problems) -> SuggestionService {
        let words = try evidenceWords()
        return SuggestionService(
            desk: stores.bot, directory: directory,
            search: VoiceEvidence(stores.voices, words: words, analyzer: analyzer),
            showing: AttachmentShowing(desk: stores.bot, ways: reach(stores), texts: texts),
            stores: everybody.dealers, calendar: calendar,
            subject: { SuggestionService.Subject(analyzer.analyze($0)) },
            reading: SuggestionMemory { ReadSuggestion($0, matter: MatterLikeness($0, by: words, analyzer)) }
                .reading)
    }

    /// What the rounds of suggestions go by.
    func suggestionSituation(_ stores: Stores, _ texts: PromptTexts) -> SuggestionRounds.Situation {
        SuggestionRounds.Situation(
            directory: directory, texts: texts, reach: reach { try await stores.bot.bindings() },
            quietHours: site.settings.warnings.quietHours.hours, calendar: calendar)
    }
}
