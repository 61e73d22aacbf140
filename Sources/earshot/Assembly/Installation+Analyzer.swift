import Configuration
import Earshot
import FoundationEssentials

/// An analyzer as it was before something was edited.
extension Installation {
    /// - Parameter old: the file of a model, or a folder that is a copy of the lexicon; the model of such a copy is the one in
    ///   it, or else today's, and today's where the settings name one.
    func analyzer(asIn old: String) throws(Problems) -> Analyzer {
        var site = site
        var isFolder = false
        if let kind = try? FileManager.default.attributesOfItem(atPath: old)[.type] as? FileAttributeType {
            isFolder = kind == .typeDirectory
        }
        func whole(_ path: String) -> String {
            Site.path(path, in: FileManager.default.currentDirectoryPath)
        }
        let path = whole(old)
        guard isFolder else {
            guard FileManager.default.fileExists(atPath: path), !old.isEmpty else {
                throw Problems([
                    Problem(.unreadable, file: old, "there is no such file or folder")
                ])
            }
            site.settings.files.model = path
            return try Installation(site: site, directory: everybody, catalogue: catalogue).analyzer()
        }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard names.contains(where: LexiconFiles.isWordList) else {
            throw Problems([
                Problem(
                    .unreadable, file: old, "the folder holds no word list",
                    hint: "give a copy of \(self.site.path(site.settings.files.lexicon)), or a model's file")
            ])
        }
        // A model that the settings name lies elsewhere and is no part of a copy.
        if site.settings.files.model != nil || !names.contains(ModelFile.usual) {
            site.settings.files.model = ModelFile.path(of: site).map(whole) ?? ""
        }
        site.settings.files.lexicon = path
        let catalogue =
            FileManager.default.fileExists(atPath: "\(path)/\(LexiconFiles.products)")
            ? try ProductFiles.catalogue(of: site) : catalogue
        return try Installation(site: site, directory: everybody, catalogue: catalogue).analyzer()
    }
}
