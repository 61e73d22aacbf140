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

    /// Puts the files in place: first whole copies beside them, then the old ones aside and the new ones in their place. A mark
    /// says meanwhile that it goes on, so that no command opens the folder; cut off, it is begun again.
    ///
    /// - Parameters:
    ///   - aside: where what is there goes, a folder within the data folder; one with a number behind it where that is there.
    ///   - replacing: whether anything may be there.
    /// - Returns: where what was there is now; nothing where there was nothing.
    /// - Throws: what keeps it from being done. Nothing has changed then but where a file could not be moved in the end.
    func run(aside: String, replacing: Bool) throws -> String? {
        let inUse = Backup.files(of: data).map(\.path).filter(FileCopy.exists)
        let isGoingOn = FileCopy.exists(data.unfinishedRestore)
        guard replacing || isGoingOn || inUse.isEmpty else {
            throw Failure("there is data in \(data.path) already; --replace puts it aside")
        }
        for path in inUse { try gather(path) }
        if !isGoingOn { try PrivateFile.write(Array("\(backup)\n".utf8), to: data.unfinishedRestore) }
        do {
            try FileCopy.force(data.path)
            for (listed, path) in files { try bring(listed, to: Restoration.beside(path)) }
            // Whoever opened one before the mark was there has it open still, or has left a log that would be taken for the new one's.
            for path in inUse { try gather(path) }
        } catch {
            for (_, path) in files { unlink(Restoration.beside(path)) }
            if !isGoingOn { unlink(data.unfinishedRestore) }
            throw error
        }
        let remains = remains
        let place = remains.isEmpty ? nil : try freshFolder(aside)
        if let place {
            for path in remains {
                try FileCopy.move(path, to: "\(place)/\(path.split(separator: "/").last ?? "")")
            }
            try FileCopy.force(place)
        }
        for (_, path) in files { try FileCopy.move(Restoration.beside(path), to: path) }
        try FileCopy.force(data.path)
        return place
    }

    /// The files that are there, and the logs, be it of a file that is gone: SQLite would take one for the new file's.
    private var remains: [String] {
        Backup.files(of: data).flatMap { file in
            ["", "-wal", "-shm", "-journal"].map { file.path + $0 }
        }.filter(FileCopy.exists)
    }

    /// A folder that was not there: what went aside before stays as it is.
    private func freshFolder(_ path: String) throws(Failure) -> String {
        for number in 1...Restoration.mostAside {
            let name = number == 1 ? path : "\(path)-\(number)"
            if mkdir(name, 0o700) == 0 { return name }
            guard errno == EEXIST else {
                throw Failure("\(name) cannot be made: \(String(cString: strerror(errno)))")
            }
        }
        throw Failure("there are too many folders like \(path)")
    }

    private static let mostAside = 1000

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
            // What is damaged goes aside as it is, with its log.
            return
        } catch {
            throw Failure(DataFolder.sentence(error, about: path))
        }
    }
}
