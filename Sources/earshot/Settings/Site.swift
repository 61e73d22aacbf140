import Configuration
import Crypto
import FoundationEssentials

/// A site's settings, checked, with its secrets.
struct Site: Sendable {
    var settings: Settings
    /// The configuration file, as it was named.
    let file: String
    let timeZone: TimeZone
    private let secrets: [SecretReference: Secret]

    /// Reads and checks a configuration file, and the secrets it refers to.
    ///
    /// - Parameter needsSecrets: false for what neither listens nor calls out: an administrator who invites
    ///   people need not know the platforms' secrets. Every secret is then empty.
    /// - Throws: every problem, with file, line and field.
    static func read(
        _ file: String, needsSecrets: Bool = true,
        environment: @escaping (String) -> String? = SecretReference.variable
    ) throws(Problems) -> Site {
        let document: Document
        do {
            document = try Document(file: file)
        } catch {
            var problem = error
            if problem.code == .unreadable {
                problem.hint = "run earshot in the project's folder, or name the file with --config"
            }
            throw Problems([problem])
        }
        let settings = try document.decode(Settings.self)
        var check = SettingsCheck(
            document: document, folder: folder(of: file), needsSecrets: needsSecrets, environment: environment
        )
        check.check(settings)
        guard check.problems.isEmpty, let timeZone = check.timeZone else { throw Problems(check.problems) }
        return Site(settings: settings, file: file, timeZone: timeZone, secrets: check.secrets)
    }

    /// The secret behind a reference of these settings; empty, and so of no use, for any other.
    func secret(_ reference: SecretReference) -> Secret {
        secrets[reference] ?? Secret("")
    }

    /// A path of the configuration as the program opens it.
    func path(_ path: String) -> String { Site.path(path, in: Site.folder(of: file)) }

    static func path(_ path: String, in folder: String) -> String {
        path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }
}
