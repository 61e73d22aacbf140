import Configuration
import Earshot
import FoundationEssentials

/// The words by which questions and lines to take are compared, `knowledge.json5` of the lexicon's folder.
enum KnowledgeFile {
    /// The words of a folder; none where it has no such file, which `LexiconFiles.warnings` tells of.
    static func lexicon(in folder: String) throws(Problems) -> KnowledgeLexicon {
        let path = "\(folder)/\(LexiconFiles.knowledge)"
        guard FileManager.default.fileExists(atPath: path) else { return KnowledgeLexicon() }
        return KnowledgeLexicon(try Document.reading(path, as: KnowledgePart.self).1)
    }
}
