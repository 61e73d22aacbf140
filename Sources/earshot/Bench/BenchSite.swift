import Earshot
import FoundationEssentials

/// A site's configuration for measuring: the given one's word lists and texts, a robot, an intake token, and many
/// people at its dealers.
struct BenchSite: Sendable {
    static let robot = "bench"
    /// Kept in files that only this user reads; they protect nothing but a loopback port for a few minutes.
    let appSecret: String
    let intakeToken: String
    /// The members of the dealers' staff: `bench0`, `bench1`…
    static let people = 3000
    private let folder: String
    private let files: String

    init(of configPath: String, in folder: String) throws {
        self.folder = folder
        let original = try Installation.read(configPath)
        appSecret = UUID().uuidString
        intakeToken = UUID().uuidString
        let fields: [(String, String)] = [
            ("lexicon", original.site.settings.files.lexicon),
            ("commands", original.site.settings.files.commands),
            ("prompts", original.site.settings.files.prompts),
            ("dealers", original.site.settings.files.dealers),
            ("regions", original.site.settings.files.regions),
            ("products", original.site.settings.files.products),
        ]
        var lines = fields.map {
            "    \($0): \(BenchSite.quoted(BenchSite.absolute(original.site.path($1)))),\n"
        }
        .joined()
        if let model = original.site.settings.files.model {
            lines +=
                "    model: \(BenchSite.quoted(model.isEmpty ? "" : BenchSite.absolute(original.site.path(model)))),\n"
        }
        lines += "    people: \"people.csv\",\n"
        files = lines
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("the folder \(folder) cannot be made: \(error)")
        }
        guard !original.directory.dealers.isEmpty else { throw Failure("\(configPath) has no dealers") }
        var people = "id,name,role,dealer,region,accounts\n"
        for number in 0..<BenchSite.people {
            let dealer = original.directory.dealers[number % original.directory.dealers.count]
            people += "bench\(number),王芳,dealer,\(dealer.id),,dingtalk:bench\(number)\n"
        }
        try BenchSite.write(people, to: "\(folder)/people.csv")
        try BenchSite.write(appSecret, to: "\(folder)/app-secret")
        try BenchSite.write(intakeToken, to: "\(folder)/intake-token")
    }

    /// The configuration of the site over a data folder.
    func configPath(dataFolder: String) throws -> String {
        let path = "\(folder)/\(UUID().uuidString).json"
        try BenchSite.write(
            """
            {
                listen: { address: "127.0.0.1", port: 0 },
                dataFolder: \(BenchSite.quoted(BenchSite.absolute(dataFolder))),
                files: {
            \(files)},
                intake: { tokens: [{ name: "bench", token: { file: "intake-token" } }] },
                dingtalk: [{ name: "\(BenchSite.robot)", appSecret: { file: "app-secret" } }],
                limits: { connections: 1024, connectionsPerAddress: 1024 },
            }
            """, to: path)
        return path
    }

    private static func write(_ text: String, to path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure("\(path) cannot be written") }
    }

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\\" || $0 == "\"" ? "\\\($0)" : String($0) }
        return "\"\(escaped.joined())\""
    }
}
