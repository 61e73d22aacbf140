import Glibc
import SQLite
import Store

/// Puts a backup's files into a data folder.
struct Restoration {
    let backup: String
    let manifest: BackupManifest
    let data: DataFolder

    /// - Throws: where the folder is no whole backup.
    init(of backup: String, into data: DataFolder) throws(Failure) {
        manifest = try BackupManifest(of: backup)
        guard manifest.file("bot.db") != nil || manifest.file("voices.db") != nil else {
            throw Failure("\(backup) has none of the files of a data folder")
        }
        (self.backup, self.data) = (backup, data)
    }

    /// The files with their places in the data folder.
    private var files: [(listed: BackupManifest.File, path: String)] {
        Backup.files(of: data).compactMap { name, path in manifest.file(name).map { ($0, path) } }
    }

    /// Reads the whole backup and compares; nothing is changed.
    ///
    /// - Throws: which file is missing, changed, damaged, or of an edition that this program does not know.
    func check() throws {
        for (listed, _) in files {
            let path = "\(backup)/\(listed.name)"
            var progress = Progress(listed.name, total: listed.bytes)
            let found = try FileCopy.digest(of: path) { progress.update($0, detail: "\($0 >> 20) MB") }
            progress.end()
            try expect(listed, found, path)
            try examine(listed.name, at: path)
            if let fault = try Database.fault(in: path) { throw Failure("\(path) is damaged: \(fault)") }
        }
    }

    /// Puts the files in place: first whole copies beside them, then, while a mark says that it goes on, the old ones aside
    /// and the new ones in their place. Cut off before, nothing has changed; cut off then, no command opens the folder
    /// before it is run again.
    ///
    /// - Parameters:
    ///   - aside: where what is there goes, a folder within the data folder.
    ///   - replacing: whether anything may be there.
    /// - Returns: whether anything was there.
    /// - Throws: what keeps it from being done.
    func run(aside: String, replacing: Bool) throws -> Bool {
        let inUse = Backup.files(of: data).map(\.path).filter(FileCopy.exists)
        let isGoingOn = FileCopy.exists(data.unfinishedRestore)
        guard replacing || isGoingOn || inUse.isEmpty else {
            throw Failure("there is data in \(data.path) already; --replace puts it aside")
        }
        // A log that stays behind would be taken for the new file's.
        for path in inUse { try gather(path) }
        for (listed, path) in files { try bring(listed, to: Restoration.beside(path)) }
        if !isGoingOn { try PrivateFile.write(Array("\(backup)\n".utf8), to: data.unfinishedRestore) }
        try FileCopy.force(data.path)
        if !inUse.isEmpty {
            guard mkdir(aside, 0o700) == 0 || DataFolder.isFolder(aside) else {
                throw Failure("\(aside) cannot be made: \(String(cString: strerror(errno)))")
            }
            for path in inUse {
                try FileCopy.move(path, to: "\(aside)/\(path.split(separator: "/").last ?? "")")
            }
            try FileCopy.force(aside)
        }
        for (_, path) in files { try FileCopy.move(Restoration.beside(path), to: path) }
        try FileCopy.force(data.path)
        return !inUse.isEmpty
    }

    /// Says that the folder is whole again.
    func end() throws(Failure) {
        guard unlink(data.unfinishedRestore) == 0 else {
            throw Failure("\(data.unfinishedRestore) cannot be removed: \(String(cString: strerror(errno)))")
        }
        try FileCopy.force(data.path)
    }

    private static func beside(_ path: String) -> String { path + ".restoring" }

    private func bring(_ listed: BackupManifest.File, to copy: String) throws {
        // What a restore before has left.
        unlink(copy)
        let path = "\(backup)/\(listed.name)"
        var progress = Progress(listed.name, total: listed.bytes)
        let found = try FileCopy.copy(path, to: copy) { progress.update($0, detail: "\($0 >> 20) MB") }
        progress.end()
        do {
            try expect(listed, found, path)
            try examine(listed.name, at: copy)
        } catch {
            unlink(copy)
            throw error
        }
    }

    private func expect(
        _ listed: BackupManifest.File, _ found: (bytes: Int, sha256: String), _ path: String
    ) throws(Failure) {
        guard found.bytes == listed.bytes, found.sha256 == listed.sha256 else {
            throw Failure("\(path) is not what was backed up; its length or its SHA-256 is another")
        }
    }

    private func examine(_ name: String, at path: String) throws(Failure) {
        do {
            try name == "bot.db" ? BotStore.examine(path: path) : VoiceStore.examine(path: path)
        } catch {
            throw Failure(DataFolder.sentence(error, about: path))
        }
    }

    private func gather(_ path: String) throws(Failure) {
        do {
            try Database.gather(path)
        } catch let error as SQLiteError where error.code == .busy || error.code == .locked {
            throw Failure("\(path) is in use by another process; end it first")
        } catch let error as SQLiteError where [.notADatabase, .corrupt].contains(error.code) {
            // What is damaged goes aside as it is, and its log with it.
            for end in ["-wal", "-shm"] where FileCopy.exists(path + end) {
                try FileCopy.move(path + end, to: path + ".damaged" + end)
            }
        } catch {
            throw Failure(DataFolder.sentence(error, about: path))
        }
    }
}
