import Earshot
import Store

/// `earshot restore`: the data of a backup, in the place of what is there.
struct RestoreCommand: Command {
    static let name = "restore"
    static let summary = "puts the data of a backup into the data folder"
    static let usage = """
        usage: earshot restore BACKUP [--replace | --check] [--config FILE]

        BACKUP is a folder that earshot backup made, FOLDER/earshot-YYYY-MM-DD-HHMMSS. Its files are compared with its
        manifest, and only then put into the data folder. The service and every other command must be stopped. What was
        to be sent when the backup was made has been sent since, as far as anybody knows: it is held among the dead of the
        outbox (earshot outbox list), from where earshot outbox retry sends it. A restore that is cut off is begun again;
        until then nothing opens the data folder. Prints {"from","made_at","bytes","held","aside","seconds"}.

        --replace  puts what is in the data folder aside, into a folder before-restore-… in it
        --check    reads the whole backup, compares it with its manifest and looks at every page; changes nothing
        """
    static let options: [Option] = [.flag("--replace"), .flag("--check")]

    private let configPath: String
    private let backup: String
    private let replaces: Bool
    private let checks: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        guard let backup = arguments.operands.first, arguments.operands.count == 1, !backup.isEmpty else {
            throw UsageError("one backup is needed")
        }
        self.backup = backup
        (replaces, checks) = (arguments.has("--replace"), arguments.has("--check"))
        if replaces, checks { throw UsageError("--check changes nothing, so it does not go with --replace") }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let (now, start) = (SystemClock().now, ContinuousClock.now)
        let data = DataFolder(path: installation.dataFolder)
        let restoration = try Restoration(of: backup, into: data)
        var line = JSONLine()
        line.add("from", backup)
        line.add("made_at", restoration.manifest.madeAt)
        line.add("bytes", restoration.manifest.files.reduce(0) { $0 + $1.bytes })
        if checks {
            try restoration.check()
        } else {
            let lock = try ServiceLock(on: data)
            let aside = "\(data.path)/before-restore-\(BackupName(at: now, installation.calendar).moment)"
            let place = try restoration.run(aside: aside, replacing: replaces)
            let (held, forgotten) = try await settle(data, restoration.manifest, aside: place, at: now)
            try restoration.end()
            lock.release()
            line.add("held", held)
            line.add("aside", place)
            line.add("forgotten_since", forgotten)
            if !forgotten.isEmpty {
                Terminal.say(
                    "\(forgotten.count) people or customers were forgotten after the backup and are back: forget those of the receipts "
                        + "with these digests again")
            }
        }
        line.add("seconds", (ContinuousClock.now - start) / .seconds(1))
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
    }

    private func settle(
        _ data: DataFolder, _ manifest: BackupManifest, aside: String?, at now: Timestamp
    ) async throws -> (held: Int, forgotten: [String]) {
        guard manifest.file("bot.db") != nil else { return (0, []) }
        let stores = try Stores(folder: data.path, isRestoring: true)
        do {
            let head = try await stores.bot.auditHead().number
            let former = aside.map { "\($0)/bot.db" }
            let forgotten =
                try former.map {
                    DataFolder.exists($0) ? try BotStore.forgettings(path: $0, after: head) : []
                } ?? []
            let held = try await stores.bot.settleRestored(
                note: "restored from a backup of \(manifest.madeAt); it may have been sent since", at: now)
            await stores.close()
            return (held, forgotten)
        } catch {
            await stores.close()
            throw error
        }
    }
}
