import Configuration
import Earshot
import FoundationEssentials

/// A site's configuration for measuring: the given one's word lists and texts, a robot, an intake token, and many
/// people at its dealers.
struct BenchSite: Sendable {
    static let robot = "bench"
    /// Of the robot's application, where it sends messages of its own.
    static let appKey = "dingbenchapp"
    /// Kept in files that only this user reads; they protect nothing but a loopback port for a few minutes.
    let appSecret: String
    let intakeToken: String
    /// The members of the dealers' staff: `bench0`, `bench1`…
    static let people = 5000
    private let folder: String
    private let files: Settings.Files

    init(of configPath: String, in folder: String) throws {
        self.folder = folder
        let original = try Installation.read(configPath)
        appSecret = UUID().uuidString
        intakeToken = UUID().uuidString
        var files = original.site.filesFromAnywhere
        files.people = "people.csv"
        self.files = files
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("the folder \(folder) cannot be made: \(error)")
        }
        guard !original.everybody.dealers.isEmpty else { throw Failure("\(configPath) has no dealers") }
        var people = "id,name,role,dealer,region,accounts\n"
        for number in 0..<BenchSite.people {
            let dealer = original.everybody.dealers[number % original.everybody.dealers.count]
            people += "bench\(number),王芳,dealer,\(dealer.id),,dingtalk:bench\(number)\n"
        }
        try BenchSite.write(people, to: "\(folder)/people.csv")
        try BenchSite.write(appSecret, to: "\(folder)/app-secret")
        try BenchSite.write(intakeToken, to: "\(folder)/intake-token")
    }

    /// The configuration of the site over a data folder.
    ///
    /// - Parameter server: scheme, host and port of what takes the robot's own messages for DingTalk; with it there are no
    ///   quiet hours.
    func configPath(dataFolder: String, sendingTo server: String? = nil) throws -> String {
        var settings = Settings()
        settings.listen.port = 0
        settings.dataFolder = Site.path(dataFolder, in: FileManager.default.currentDirectoryPath)
        settings.files = files
        settings.intake.tokens = [
            Settings.Intake.Token(name: "bench", token: SecretReference(.file("intake-token")))
        ]
        settings.dingtalk = [
            Settings.DingTalk(name: BenchSite.robot, appSecret: SecretReference(.file("app-secret")))
        ]
        if let server {
            settings.dingtalk[0].sending = Settings.DingTalkSending(appKey: BenchSite.appKey, server: server)
            settings.outbound.allowedHosts.append(server)
            settings.warnings.quietHours.until = settings.warnings.quietHours.from
        }
        settings.limits.connectionsPerAddress = settings.limits.connections
        let path = "\(folder)/\(UUID().uuidString).json"
        try BenchSite.write(String(decoding: try JSONEncoder().encode(settings), as: UTF8.self), to: path)
        return path
    }

    private static func write(_ text: String, to path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw Failure("\(path) cannot be written") }
    }
}
