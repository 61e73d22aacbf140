import Earshot
import FoundationEssentials
import Store

/// `earshot backup`: a copy of all data, also while the service runs.
struct BackupCommand: Command {
    static let name = "backup"
    static let summary = "copies all data into a folder, also while the service runs"
    static let usage = """
        usage: earshot backup FOLDER [--keep N] [--config FILE]

        Makes FOLDER/earshot-YYYY-MM-DD-HHMMSS with bot.db and voices.db as they are now, each checked page by page, and
        manifest.json with their lengths and SHA-256. It has that name only once it is whole and on the disk; what a
        backup that was cut off has left is removed by the next. Nothing is waited for and nobody waits; the log of
        voices.db grows meanwhile. The configuration, prompts and secrets are files of yours and not in it. Prints
        {"folder","bytes","seconds","removed"}.

        --keep N  then removes all but the N newest backups in FOLDER
        """
    static let options: [Option] = [.value("--keep")]

    private let configPath: String
    private let folder: String
    private let kept: Int?

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        guard let folder = arguments.operands.first, arguments.operands.count == 1, !folder.isEmpty else {
            throw UsageError("one folder is needed")
        }
        self.folder = folder
        kept = try arguments.integer("--keep", in: 1...10_000)
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let (now, start) = (SystemClock().now, ContinuousClock.now)
        let place = BackupPlace(path: folder)
        let backup = Backup(
            data: DataFolder(path: installation.dataFolder), place: place,
            name: BackupName(at: now, installation.calendar),
            madeAt: now.iso8601)
        let (made, manifest) = try backup.make()
        do {
            try await record(made, in: DataFolder(path: installation.dataFolder), at: now)
        } catch {
            // The copy is whole: whoever calls this takes an exit code for the copy's.
            Terminal.say("the backup is made, and the audit trail does not have it: \(error)")
        }
        let removed = try kept.map { try place.thin(to: $0) } ?? []
        var line = JSONLine()
        line.add("folder", made)
        line.add("bytes", manifest.files.reduce(0) { $0 + $1.bytes })
        line.add("seconds", (ContinuousClock.now - start) / .seconds(1))
        line.add("removed", removed)
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
    }

    /// Leaves in the audit trail that everything was copied. The file of an earlier edition is left as it is.
    private func record(_ made: String, in data: DataFolder, at now: Timestamp) async throws {
        guard FileManager.default.fileExists(atPath: data.bot),
            try BotStore.pendingMigration(path: data.bot) == nil
        else { return }
        try await Stores.within(data.path) {
            try await $0.bot.record("backup", of: made, by: "operator", at: now)
        }
    }
}
