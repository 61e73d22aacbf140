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
    /// - Throws: every problem of the file.
    static func words(
        in folder: String, lexicon: Lexicon, catalogue: ProductCatalogue
    ) throws(Problems) -> EvidenceWords {
        let path = "\(folder)/\(LexiconFiles.evidence)"
        var part = EvidencePart()
        if FileManager.default.fileExists(atPath: path) {
            part = try Document.reading(path, as: EvidencePart.self).value
        }
        var names = Gazetteer.china.spokenNames.map(\.name)
        for brand in catalogue.brands {
            names += [brand.name] + brand.aliases
            for series in brand.series { names += [series.name] + series.aliases }
        }
        return EvidenceWords(part, lexicon: lexicon, names: names)
    }
}
