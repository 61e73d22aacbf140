import Configuration
import Earshot
import FoundationEssentials

/// The word lists of a site: every JSON5 file of the lexicon's folder but the products.
enum LexiconFiles {
    static let products = "products.json5"

    /// Reads the word lists.
    ///
    /// - Throws: every problem of every file; where the files are sound each by itself, the first contradiction.
    static func lexicon(in folder: String) throws(Problems) -> Lexicon {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Problems([Problem(.unreadable, file: folder, "the folder cannot be read")])
        }
        var problems: [Problem] = []
        var documents: [String: Document] = [:]
        var parts: [(name: String, part: LexiconPart)] = []
        for name in names.sorted() where name.hasSuffix(".json5") && name != products {
            let path = "\(folder)/\(name)"
            do {
                let (document, part) = try Document.reading(path, as: LexiconPart.self)
                documents[path] = document
                parts.append((path, part))
            } catch {
                problems += error.all
            }
        }
        guard problems.isEmpty else { throw Problems(problems) }
        do {
            return try Lexicon(files: parts)
        } catch {
            let line = documents[error.file]?.line(of: error.field)
            throw Problems([
                Problem(
                    .badValue, file: error.file, line: line, field: error.field, error.sentence,
                    hint: error.hint)
            ])
        }
    }
}
