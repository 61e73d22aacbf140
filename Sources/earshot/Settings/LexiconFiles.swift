import Configuration
import Earshot
import FoundationEssentials

/// The word lists of a site: every JSON5 file of the lexicon's folder but the products, the dangers and the words of
/// suggestions and lines to take.
enum LexiconFiles {
    static let products = "products.json5"
    static let safety = "safety.json5"
    static let evidence = "evidence.json5"
    static let knowledge = "knowledge.json5"

    /// Whether a file of the folder holds words by which texts are read.
    static func isWordList(_ name: String) -> Bool {
        name.hasSuffix(".json5") && ![products, safety, evidence, knowledge].contains(name)
    }

    /// The word lists that come with the program, the products among them.
    static let shipped = [
        "advertisements", "buyers", "characters", "evidence", "general", "knowledge", "partners", "places",
        "product",
        "products",
        "safety", "salience", "service",
    ].map { $0 + ".json5" }

    /// Those of them that a site lacks, which would otherwise be understood silently less; nothing for a site whose words are
    /// all its own.
    static func warnings(of site: Site) -> [Problem] {
        let folder = site.path(site.settings.files.lexicon)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return [] }
        let missing = shipped.filter { !names.contains($0) }
        guard !missing.isEmpty, shipped.contains(where: { isWordList($0) && names.contains($0) }) else {
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
        for name in names.sorted() where isWordList(name) {
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
            throw Problems([error.problem(in: documents[error.file])])
        }
    }
}

extension LexiconError {
    /// The mistake with the line on which it stands.
    func problem(in document: Document?) -> Problem {
        Problem(.badValue, file: file, line: document?.line(of: field), field: field, sentence, hint: hint)
    }
}
