import Configuration
import Earshot

/// Everything that is wrong with a configuration, as far as it can be found in one go.
struct Examination {
    /// A line each.
    private(set) var faults: [String] = []
    /// What works, and is probably not what was meant; a line each.
    private(set) var warnings: [String] = []
    /// What was read, when nothing is wrong.
    private(set) var sound: Installation?

    init(of configPath: String) {
        let (site, problems) = Site.examine(configPath)
        faults = problems.map(\.description)
        guard let site else { return }
        warnings =
            (site.warnings + PeopleFiles.warnings(of: site) + ProductFiles.warnings(of: site)
            + LexiconFiles.warnings(of: site) + ModelFile.warnings(of: site)).map(\.description)
        /// Does what needs the files of these settings, unless the settings name them wrongly.
        func attempt<Value>(
            _ files: String..., work: () throws(Problems) -> Value
        ) -> Value? {
            let wrong = problems.map(\.field)
            if wrong.contains("files") || files.contains(where: { wrong.contains("files.\($0)") }) {
                return nil
            }
            do {
                return try work()
            } catch {
                faults += error.all.map(\.description)
                return nil
            }
        }
        let directory = attempt("people", "dealers", "regions") { () throws(Problems) in
            try PeopleFiles.directory(of: site)
        }
        let catalogue = attempt("lexicon", "products") { () throws(Problems) in
            try ProductFiles.catalogue(of: site)
        }
        let installation = Installation(
            site: site, directory: directory ?? .empty, catalogue: catalogue ?? ProductCatalogue())
        let words = attempt("lexicon") { () throws(Problems) in try installation.analyzer() }
        // Where the word lists are broken it would say so again.
        if words != nil {
            _ = attempt("lexicon") { () throws(Problems) in try installation.safetyWords() }
            _ = attempt("lexicon") { () throws(Problems) in try installation.evidenceWords() }
            _ = attempt("lexicon") { () throws(Problems) in try installation.knowledgeLexicon() }
        }
        examineHolidays(of: site)
        _ = attempt("commands") { () throws(Problems) in try installation.router() }
        _ = attempt("prompts") { () throws(Problems) in try installation.texts() }
        if !problems.contains(where: { $0.field == "dataFolder" }) {
            faults += DataFolder(path: installation.dataFolder).obstacles()
        }
        if faults.isEmpty { sound = installation }
    }
    /// A table of holidays that cannot be read is a fault; none, or one that does not know this year, works and gives false
    /// alarms.
    private mutating func examineHolidays(of site: Site) {
        do {
            let today = LocalCalendar(timeZone: site.timeZone).day(of: SystemClock().now)
            let calendar = try HolidayFile.path(of: site).map(HolidayFile.read) ?? WorkCalendar()
            if let fault = HolidayFile.fault(of: site, calendar, on: today) { warnings.append(fault) }
        } catch {
            faults += error.all.map(\.description)
        }
    }
}
