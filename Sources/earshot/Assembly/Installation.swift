import Configuration
import Earshot
import FoundationEssentials
import Store
import Texts

/// A site's configuration with everything that is read beside it, and the parts made from it.
struct Installation: Sendable {
    var site: Site
    private(set) var directory: Directory
    let catalogue: ProductCatalogue
    let calendar: LocalCalendar

    /// Reads the configuration, the people and the products; the word lists and texts are read by the part that
    /// needs them.
    static func read(_ configPath: String, needsSecrets: Bool = true) throws(Problems) -> Installation {
        let site = try Site.read(configPath, needsSecrets: needsSecrets)
        return Installation(
            site: site, directory: try PeopleFiles.directory(of: site),
            catalogue: try ProductFiles.catalogue(of: site))
    }

    init(site: Site, directory: Directory, catalogue: ProductCatalogue) {
        self.site = site
        self.directory = directory
        self.catalogue = catalogue
        calendar = LocalCalendar(timeZone: site.timeZone)
    }

    /// - Parameter usesModel: false for the rules of the lexicon alone.
    func analyzer(usesModel: Bool = true) throws(Problems) -> Analyzer {
        let lexicon = try LexiconFiles.lexicon(in: site.path(site.settings.files.lexicon))
        let model = usesModel ? try ModelFile.model(of: site) : nil
        do {
            return try Analyzer(
                lexicon: lexicon, catalogue: catalogue, dealers: directory.dealers,
                places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys,
                model: model)
        } catch {
            // The lexicon and the products are sound by themselves, so it is the name of a store.
            throw Problems([
                Problem(
                    .badValue, file: site.path(site.settings.files.dealers), field: "name", error.sentence,
                    hint: error.hint)
            ])
        }
    }

    func comprehension() throws(Problems) -> Comprehension {
        Comprehension(
            analyzer: try analyzer(), catalogue: catalogue, dealers: directory.dealers, calendar: calendar)
    }

    /// Finds the voices that tell of a danger.
    func safetyWords() throws(Problems) -> SafetyWords {
        let folder = site.path(site.settings.files.lexicon)
        return try SafetyFile.words(
            in: folder, lexicon: LexiconFiles.lexicon(in: folder), catalogue: catalogue)
    }

    /// The words by which suggestions are taken apart.
    func evidenceWords() throws(Problems) -> EvidenceWords {
        let folder = site.path(site.settings.files.lexicon)
        return try EvidenceFile.words(
            in: folder, lexicon: LexiconFiles.lexicon(in: folder), catalogue: catalogue)
    }

    /// Finds the voices about the matter of a suggestion.
    ///
    /// - Parameter analyzer: that by which the voices are read.
    func evidence(_ stores: Stores, _ analyzer: Analyzer) throws(Problems) -> any EvidenceSearch {
        VoiceEvidence(stores.voices, words: try evidenceWords(), analyzer: analyzer)
    }

    func router() throws(Problems) -> Earshot.Router {
        try CommandsFile.router(
            site.path(site.settings.files.commands), regions: directory.regions.map(\.name),
            dealers: directory.dealers.flatMap { [$0.name] + $0.aliases }, products: catalogue)
    }

    func texts() throws(Problems) -> PromptTexts {
        do {
            return try PromptTexts(folder: site.path(site.settings.files.prompts))
        } catch {
            throw Problems(
                error.faults.map {
                    Problem(
                        .badValue, file: $0.file, line: $0.line, $0.message,
                        hint: $0.column.map { "column \($0)" })
                })
        }
    }

    /// What answers messages over these stores.
    ///
    /// - Parameter summaries: what stands below overviews; nothing to do without.
    func dialogue(
        _ stores: Stores, _ texts: PromptTexts, summaries: PreparedSummaries? = nil, analyzer: Analyzer? = nil
    ) throws -> Dialogue {
        let analyzer = try analyzer ?? self.analyzer()
        let insight = Insight(
            figures: RecentFigures(of: stores.voices),
            settings: Insight.Settings(minimumVoices: site.settings.minimumVoices),
            stores: directory.dealers, calendar: calendar)
        let answering: any AnsweringService =
            summaries.map {
                SummarizedInsight(insight, texts: texts, summaries: $0, catalogue: catalogue)
            } ?? insight
        let router = try router()
        let knowledge = try knowledge(stores, router, analyzer)
        return try Dialogue(
            people: Dialogue.People(directory: directory, register: stores.bot), router: router,
            texts: texts,
            services: [
                answering, OutboxService(desk: stores.bot, calendar: calendar),
                FeedbackService(desk: stores.bot, calendar: calendar) { router.title(of: $0) },
                warnings(stores, texts, insight: answering, lines: knowledge),
                try subscriptions(stores, texts),
                knowledge, try handOvers(stores, texts, knowledge),
                suggestions(stores, search: try evidence(stores, analyzer)) {
                    SuggestionService.Subject(analyzer.analyze($0))
                },
            ],
            settings: Dialogue.Settings(
                contact: site.settings.contact, storesInGroups: site.settings.storesInGroups),
            basis: { try await insight.basis(today: $0) })
    }

    /// The same installation with the people, stores and regions as their files are now.
    func readAgain() throws(Problems) -> Installation {
        var newer = self
        newer.directory = try PeopleFiles.directory(of: site)
        return newer
    }

    /// The path of the folder with the two files.
    var dataFolder: String { site.path(site.settings.dataFolder) }
}
