import Configuration
import Earshot
import Store

extension Installation {
    /// What answers with lines to take, and takes them in.
    func knowledge(_ stores: Stores, _ router: Earshot.Router, _ analyzer: Analyzer) throws(Problems)
        -> KnowledgeService
    {
        let safety = try safetyWords()
        return KnowledgeService(
            desk: stores.bot, directory: directory, words: router.knowledgeWords,
            lexicon: try knowledgeLexicon(), calendar: calendar,
            aspects: { Set(analyzer.analyze($0).opinions.map(\.aspect)) },
            released: ReleasedLines(
                desk: stores.bot, directory: directory, rules: warningRules,
                dangers: { Set(safety.mentions(in: $0).map(\.danger.key)) }))
    }

    func knowledgeLexicon() throws(Problems) -> KnowledgeLexicon {
        try KnowledgeFile.lexicon(in: site.path(site.settings.files.lexicon))
    }
}
