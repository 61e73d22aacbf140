import Configuration
import Earshot
import FoundationEssentials

/// An analyzer as it was before something was edited.
extension Installation {
    /// - Parameter old: the file of a model, or a folder that is a copy of the lexicon; the model of such a copy is the one in
    ///   it, or else today's.
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
            site.settings.files.model = path
            return try Installation(site: site, directory: directory, catalogue: catalogue).analyzer()
        }
        if !FileManager.default.fileExists(atPath: "\(path)/\(ModelFile.usual)") {
            site.settings.files.model = ModelFile.path(of: site).map(whole) ?? ""
        } else {
            site.settings.files.model = nil
        }
        site.settings.files.lexicon = path
        let catalogue =
            FileManager.default.fileExists(atPath: "\(path)/\(LexiconFiles.products)")
            ? try ProductFiles.catalogue(of: site) : catalogue
        return try Installation(site: site, directory: directory, catalogue: catalogue).analyzer()
    }
}
