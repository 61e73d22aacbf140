import Configuration
import Earshot

/// What people can ask and in which words, as its file says.
enum CommandsFile {
    /// The router of a file.
    ///
    /// - Throws: every problem of its form; where that is sound, the first mistake in a pattern or word.
    static func router(
        _ file: String, regions: [String], dealers: [String], products: ProductCatalogue
    ) throws(Problems) -> Router {
        let (document, commands) = try Document.reading(file, as: Commands.self)
        do {
            return try Router(commands: commands, regions: regions, dealers: dealers, products: products)
        } catch {
            // A pattern is quoted, for its number says little.
            let message =
                error.field.hasPrefix(error.place) ? error.message : "\(error.place): \(error.message)"
            throw Problems([document.problem(error.field, message, hint: error.hint)])
        }
    }
}
