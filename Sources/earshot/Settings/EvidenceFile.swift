import Configuration
import Earshot
import FoundationEssentials

/// The words by which suggestions are taken apart, `evidence.json5` of the lexicon's folder.
enum EvidenceFile {
    /// The words of a folder; where it has no such file, which `LexiconFiles.warnings` tells of, those of the lexicon alone.
    ///
    /// - Parameters:
    ///   - lexicon: that of the folder.
    ///   - catalogue: the makers and series that a suggestion may name.
    /// - Throws: every problem of the file; where it is sound by itself, the first word that cannot be used.
    static func words(
        in folder: String, lexicon: Lexicon, catalogue: ProductCatalogue
    ) throws(Problems) -> EvidenceWords {
        let path = "\(folder)/\(LexiconFiles.evidence)"
        var (document, part): (Document?, EvidencePart) = (nil, EvidencePart())
        if FileManager.default.fileExists(atPath: path) {
            (document, part) = try Document.reading(path, as: EvidencePart.self)
        }
        var names = Gazetteer.china.spokenNames.map(\.name)
        for brand in catalogue.brands {
            names += [brand.name] + brand.aliases
            for series in brand.series { names += [series.name] + series.aliases }
        }
        do {
            return try EvidenceWords(part, file: path, lexicon: lexicon, names: names)
        } catch {
            throw Problems([error.problem(in: document)])
        }
    }
}
