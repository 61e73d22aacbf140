import CSV
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

    /// Reads the configuration and the people; the word lists and texts are read by the part that needs them.
    static func read(_ configPath: String, needsSecrets: Bool = true) throws -> Installation {
        let site = try Site.read(configPath, needsSecrets: needsSecrets)
        let directory = try PeopleFiles.directory(of: site)
        let general = try ProductCatalogue(
            json5: file(site.path(site.settings.files.lexicon + "/products.json5")), file: "products.json5")
        let catalogue = general.merging(try products(site.path(site.settings.files.products)))
        return Installation(
            site: site, directory: directory, catalogue: catalogue,
            calendar: LocalCalendar(timeZone: site.timeZone))
    }

    /// The products file of a site, which people edit: every mistake is named with its line.
    static func products(_ path: String) throws -> ProductCatalogue {
        try Document(file: path).decode(ProductCatalogue.self)
    }

    func analyzer() throws -> Analyzer {
        let folder = site.path(site.settings.files.lexicon)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".json5") && $0 != "products.json5" }.sorted()
        let lexicon = try Lexicon(
            files: names.map { (name: "\(folder)/\($0)", content: try Installation.file("\(folder)/\($0)")) })
        return try Analyzer(
            lexicon: lexicon, catalogue: catalogue, dealers: directory.dealers,
            places: Gazetteer.china.spokenNames, decoys: Gazetteer.china.spokenDecoys)
    }

    func comprehension() throws -> Comprehension {
        Comprehension(
            analyzer: try analyzer(), catalogue: catalogue, dealers: directory.dealers, calendar: calendar)
    }

    func router() throws -> Earshot.Router {
        let commands = try Document(file: site.path(site.settings.files.commands)).decode(Commands.self)
        return try Earshot.Router(
            commands: commands, regions: directory.regions.map(\.name),
            dealers: directory.dealers.flatMap { [$0.name] + $0.aliases }, products: catalogue)
    }

    func texts() throws -> PromptTexts {
        try PromptTexts(folder: site.path(site.settings.files.prompts))
    }

    /// What answers messages over these stores.
    func dialogue(_ stores: Stores, _ texts: PromptTexts) throws -> Dialogue {
        let insight = Insight(
            figures: RecentFigures(of: stores.voices),
            settings: Insight.Settings(minimumVoices: site.settings.minimumVoices))
        return try Dialogue(
            people: Dialogue.People(directory: directory, register: stores.bot), router: try router(),
            texts: texts, services: [insight],
            settings: Dialogue.Settings(
                contact: site.settings.contact, storesInGroups: site.settings.storesInGroups))
    }

    /// The same installation with the people, stores and regions as their files are now.
    func readAgain() throws -> Installation {
        var newer = self
        newer.directory = try PeopleFiles.directory(of: site)
        return newer
    }

    /// Where the two files are kept.
    var dataFolder: String { site.path(site.settings.dataFolder) }

    private static func file(_ path: String) throws -> Data {
        guard let content = FileManager.default.contents(atPath: path) else {
            throw Failure("\(path) cannot be read")
        }
        return content
    }
}
