import Configuration
import Earshot
import FoundationEssentials
import Store
import Texts

/// A site's configuration with everything that is read beside it, and the parts made from it.
struct Installation: Sendable {
    var site: Site
    /// Everybody of the files, whatever the day.
    private(set) var everybody: Directory
    /// Those of today.
    private(set) var directory: PresentDirectory
    private let clock: any Earshot.Clock
    let catalogue: ProductCatalogue
    let calendar: LocalCalendar

    /// Reads the configuration, the people and the products; the word lists and texts are read by the part that
    /// needs them.
    ///
    /// - Parameter clock: by which somebody is of the directory or is not.
    static func read(
        _ configPath: String, needsSecrets: Bool = true, clock: any Earshot.Clock = SystemClock()
    ) throws(Problems) -> Installation {
        let site = try Site.read(configPath, needsSecrets: needsSecrets)
        return Installation(
            site: site, directory: try PeopleFiles.directory(of: site),
            catalogue: try ProductFiles.catalogue(of: site), clock: clock)
    }

    init(
        site: Site, directory: Directory, catalogue: ProductCatalogue,
        clock: any Earshot.Clock = SystemClock()
    ) {
        self.site = site
        everybody = directory
        self.catalogue = catalogue
        self.clock = clock
        calendar = LocalCalendar(timeZone: site.timeZone)
        self.directory = PresentDirectory(directory, clock: clock, calendar: calendar)
    }

    /// - Parameter usesModel: false for the rules of the lexicon alone.
    func analyzer(usesModel: Bool = true) throws(Problems) -> Analyzer {
        let lexicon = try LexiconFiles.lexicon(in: site.path(site.settings.files.lexicon))
        let model = usesModel ? try ModelFile.model(of: site) : nil
        do {
            return try Analyzer(
                lexicon: lexicon, catalogue: catalogue, dealers: everybody.dealers,
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
            analyzer: try analyzer(), catalogue: catalogue, dealers: everybody.dealers, calendar: calendar)
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
            dealers: everybody.dealers.flatMap { [$0.name] + $0.aliases }, products: catalogue)
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
        let figures = RecentFigures(of: stores.voices)
        let insight = Insight(
            figures: figures,
            settings: Insight.Settings(minimumVoices: site.settings.minimumVoices),
            stores: everybody.dealers, calendar: calendar)
        let answering: any AnsweringService =
            summaries.map {
                SummarizedInsight(insight, texts: texts, summaries: $0, catalogue: catalogue)
            } ?? insight
        let router = try router()
        let knowledge = try knowledge(stores, router, analyzer)
        let handOvers = try handOvers(stores, texts, knowledge, router.handOverWords)
        return try Dialogue(
            people: Dialogue.People(directory: directory, register: stores.bot), router: router,
            texts: texts,
            services: [
                answering, OutboxService(desk: stores.bot, calendar: calendar),
                FeedbackService(
                    FailedAnswers(desk: stores.bot, calendar: calendar, title: router.title(of:))),
                warnings(stores, texts, insight: answering, lines: knowledge),
                try subscriptions(stores, texts, title: router.title(of:)),
                knowledge, handOvers,
                try suggestions(stores, texts, by: analyzer),
                BriefingService(
                    desk: stores.bot,
                    sources: BriefingService.Sources(
                        warnings: stores.bot, suggestions: stores.bot, reports: stores.bot, notes: stores.bot,
                        actions: stores.bot, handOvers: handOvers),
                    insight: insight, directory: directory, rules: warningRules),
                ActionService(desk: stores.bot, situation: suggestionSituation(stores, texts)),
                DealerNoteService(
                    desk: stores.bot, voices: stores.voices, figures: figures, directory: directory,
                    calendar: calendar, read: { analyzer.analyze($0) }),
            ],
            settings: Dialogue.Settings(
                contact: site.settings.contact, storesInGroups: site.settings.storesInGroups,
                recordsViews: site.settings.audit.recordsViews),
            basis: { try await insight.basis(today: $0) })
    }

    /// The same installation with the people, stores and regions as their files are now.
    func readAgain() throws(Problems) -> Installation {
        var newer = self
        newer.everybody = try PeopleFiles.directory(of: site)
        newer.directory = PresentDirectory(newer.everybody, clock: clock, calendar: calendar)
        return newer
    }

    /// The path of the folder with the two files.
    var dataFolder: String { site.path(site.settings.dataFolder) }
}
