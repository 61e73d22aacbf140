import Configuration
import Earshot
import FoundationEssentials

/// The site's opinion model.
enum ModelFile {
    /// The model, read where it lies; nothing for a site that wants none.
    ///
    /// - Throws: a file that cannot be read or is no model.
    static func model(of site: Site) throws(Problems) -> OpinionModel? {
        guard let name = site.settings.files.model else { return nil }
        let path = site.path(name)
        guard let content = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
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
}
