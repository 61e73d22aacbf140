import Configuration
import Earshot
import FoundationEssentials

/// The dangers of which one voice warns, `safety.json5` of the lexicon's folder.
enum SafetyFile {
    /// The words of a folder; none where it has no such file, which `LexiconFiles.warnings` tells of.
    ///
    /// - Parameters:
    ///   - lexicon: that of the folder.
    ///   - catalogue: the makers that a sentence may name.
    /// - Throws: every problem of the file; where it is sound by itself, the first word that cannot be used.
    static func words(
        in folder: String, lexicon: Lexicon, catalogue: ProductCatalogue
    ) throws(Problems) -> SafetyWords {
        let path = "\(folder)/\(LexiconFiles.safety)"
        guard FileManager.default.fileExists(atPath: path) else { return .none }
        let (document, part) = try Document.reading(path, as: SafetyPart.self)
        do {
            return try SafetyWords(part, file: path, lexicon: lexicon, catalogue: catalogue)
        } catch {
            throw Problems([error.problem(in: document)])
        }
    }
}
