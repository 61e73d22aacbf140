import FoundationEssentials

extension Templates {
    /// Reads every `*.mustache` file of a folder; `overview.mustache` becomes `overview`.
    ///
    /// - Returns: the templates, and every file's error rather than only the first.
    public static func reading(folder: String) -> (templates: Templates, errors: [TemplateError]) {
        let suffix = ".mustache"
        var templates = Templates()
        var errors: [TemplateError] = []
        func unreadable(_ path: String) {
            errors.append(TemplateError(.unreadable, "cannot be read as UTF-8 text", file: path, at: .start))
        }
        guard let entries = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            unreadable(folder)
            return (templates, errors)
        }
        for entry in entries.sorted() where entry.hasSuffix(suffix) && !entry.hasPrefix(".") {
            let path = "\(folder)/\(entry)"
            guard let bytes = FileManager.default.contents(atPath: path),
                let source = String(validating: bytes, as: UTF8.self)
            else {
                unreadable(path)
                continue
            }
            do {
                templates[String(entry.dropLast(suffix.count))] = try Template(source, file: path)
            } catch {
                errors.append(error)
            }
        }
        return (templates, errors)
    }
}
