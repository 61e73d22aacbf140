import Configuration
import Crypto
import FoundationEssentials

/// A site's settings, checked, with its secrets.
struct Site: Sendable {
    var settings: Settings
    /// The configuration file, as it was named.
    let file: String
    let timeZone: TimeZone
    /// What is probably not meant so, though it works.
    let warnings: [Problem]
    private let secrets: [SecretReference: Secret]
    private let document: Document

    /// Reads and checks a configuration file, and the secrets it refers to.
    ///
    /// - Parameter needsSecrets: false for what neither listens nor calls out: an administrator who invites
    ///   people need not know the platforms' secrets. Every secret is then empty.
    /// - Throws: every problem, with file, line and field.
    static func read(
        _ file: String, needsSecrets: Bool = true,
        environment: @escaping (String) -> String? = SecretReference.variable
    ) throws(Problems) -> Site {
        let (site, problems) = examine(file, needsSecrets: needsSecrets, environment: environment)
        guard let site, problems.isEmpty else { throw Problems(problems) }
        return site
    }

    /// A site as far as its configuration can be read, to look for further problems with, and every problem of the
    /// configuration.
    static func examine(
        _ file: String, needsSecrets: Bool = true,
        environment: @escaping (String) -> String? = SecretReference.variable
    ) -> (site: Site?, problems: [Problem]) {
        let document: Document
        do {
            document = try Document(file: file)
        } catch {
            var problem = error
            if problem.code == .unreadable {
                problem.hint =
                    DataFolder.isFolder(file)
                    ? "name the settings' file in it: --config \(file.hasSuffix("/") ? file : file + "/")earshot.json"
                    : "run earshot in the project's folder, or name the file with --config"
            }
            return (nil, [problem])
        }
        let (settings, broken) = document.salvage(Settings.self)
        guard let settings else { return (nil, broken) }
        var check = SettingsCheck(
            document: document, folder: FileCopy.folder(of: file), needsSecrets: needsSecrets,
            environment: environment
        )
        check.check(settings)
        // What could not be decoded has its problem already; what stands in for it is not judged.
        let further = check.problems.filter { found in
            !broken.contains { isOneValue($0.field, found.field) }
        }
        let site = Site(
            settings: settings, file: file, timeZone: check.timeZone ?? .gmt,
            warnings: check.warnings.filter { found in !broken.contains { isOneValue($0.field, found.field) }
            },
            secrets: check.secrets, document: document)
        return (site, (broken + further).sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }

    /// Whether two fields are one, or parts of each other, or in the same list.
    private static func isOneValue(_ one: String, _ other: String) -> Bool {
        let (one, other) = (one.prefix { $0 != "[" }, other.prefix { $0 != "[" })
        return one == other || one.hasPrefix("\(other).") || other.hasPrefix("\(one).")
    }

    /// A problem with a setting that only another file shows, at the setting's line.
    func problem(_ field: String, _ message: String, hint: String? = nil) -> Problem {
        document.problem(field, message, hint: hint)
    }

    /// The secret behind a reference of these settings; empty, and so of no use, for any other.
    func secret(_ reference: SecretReference) -> Secret {
        secrets[reference] ?? Secret("")
    }

    /// A path of the configuration as the program opens it.
    func path(_ path: String) -> String { Site.path(path, in: FileCopy.folder(of: file)) }

    static func path(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    /// The files of the configuration by their whole paths, for another configuration that lies elsewhere.
    var filesFromAnywhere: Settings.Files {
        var files = settings.files
        let folder = FileManager.default.currentDirectoryPath
        func whole(_ path: String) -> String { Site.path(self.path(path), in: folder) }
        files.lexicon = whole(files.lexicon)
        files.model = files.model.map { $0.isEmpty ? $0 : whole($0) }
        files.commands = whole(files.commands)
        files.prompts = whole(files.prompts)
        files.people = whole(files.people)
        files.dealers = whole(files.dealers)
        files.regions = whole(files.regions)
        files.products = whole(files.products)
        files.holidays = files.holidays.map(whole)
        return files
    }
}
