import Configuration
import Earshot
import FoundationEssentials

/// The word lists of a site: every JSON5 file of the lexicon's folder but the products.
enum LexiconFiles {
    static let products = "products.json5"

    /// The word lists that come with the program, the products among them.
    static let shipped = [
        "advertisements", "buyers", "characters", "general", "partners", "places", "product", "products",
        "salience", "service",
    ].map { $0 + ".json5" }

    /// Those of them that a site lacks, which would otherwise be understood silently less; nothing for a site whose words are
    /// all its own.
    static func warnings(of site: Site) -> [Problem] {
        let folder = site.path(site.settings.files.lexicon)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        let missing = shipped.filter { !names.contains($0) }
        guard !missing.isEmpty, shipped.contains(where: { $0 != products && names.contains($0) }) else {
            return []
        }
        return [
            Problem(
                .unreadable, file: folder,
                "lacks \(missing.joined(separator: ", ")), and what these words tell is not understood",
                hint:
                    "copy them from the program's bot-config/lexicon; a file without words holds {}"
            )
        ]
    }

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
