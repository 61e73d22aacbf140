import Configuration
import Earshot
import FoundationEssentials

/// The site's opinion model.
enum ModelFile {
    static let usual = "opinions.model"

    /// The model; nothing for a site that has none. Read and not mapped: a file that is overwritten in its place would end
    /// a service that has it mapped.
    ///
    /// - Throws: a file that cannot be read or is no model.
    static func model(of site: Site) throws(Problems) -> OpinionModel? {
        guard let path = path(of: site) else { return nil }
        guard let content = try? Data(contentsOf: URL(filePath: path)) else {
            throw Problems([Problem(.unreadable, file: path, "the model cannot be read")])
        }
        do {
            return try OpinionModel(content)
        } catch {
            throw Problems([
                Problem(
                    .badValue, file: path, "the file \(error.sentence)",
                    hint: "fit one with earshot train, or set files.model to \"\" to do without")
            ])
        }
    }

    /// That the model which comes with the program is missing, though the settings do not say to do without.
    static func warnings(of site: Site) -> [Problem] {
        guard site.settings.files.model == nil, path(of: site) == nil else { return [] }
        return [
            Problem(
                .unreadable, file: site.path("\(site.settings.files.lexicon)/\(usual)"),
                "there is no such file, so that the rules of the word lists decide alone",
                hint:
                    "copy it from the program's bot-config/lexicon, or set files.model to \"\" if that is meant"
            )
        ]
    }

    /// Where it is; nothing for a site that has none.
    static func path(of site: Site) -> String? {
        if let name = site.settings.files.model { return name.isEmpty ? nil : site.path(name) }
        let path = site.path("\(site.settings.files.lexicon)/\(usual)")
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
