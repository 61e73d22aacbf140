import Glibc
import SQLite
import Store

/// Makes a copy of a data folder's files, also while a service uses them.
struct Backup {
    let data: DataFolder
    let place: BackupPlace
    let name: BackupName
    /// When it is begun, RFC 3339.
    let madeAt: String

    /// The file of conversations first: what it says of voices is in the other one, to which voices are only added.
    static func files(of data: DataFolder) -> [(name: String, path: String)] {
        [("bot.db", data.bot), ("voices.db", data.voices)]
    }

    /// - Returns: the backup's folder and what is in it. There is none of its name before it is whole and on the disk.
    /// - Throws: why there is none; what was made of it is removed.
    func make() throws -> (folder: String, manifest: BackupManifest) {
        let sources = Backup.files(of: data).filter { FileCopy.exists($0.path) }
        guard !sources.isEmpty else { throw Failure("there is no data in \(data.path) yet") }
        try data.expectWhole()
        try place.make()
        try place.tidy()
        try expectRoom(for: sources.map(\.path))
        let folder = "\(place.path)/\(name.text)"
        let unfinished = folder + BackupName.unfinished
        guard !FileCopy.exists(folder), mkdir(unfinished, 0o700) == 0 else {
            throw Failure("\(folder) is there already")
        }
        let held = open(unfinished, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard held >= 0, flock(held, LOCK_EX | LOCK_NB) == 0 else {
            let reason = String(cString: strerror(errno))
            if held >= 0 { close(held) }
            throw Failure("\(unfinished) cannot be locked: \(reason)")
        }
        do {
            let files = try sources.map { try copy($0.path, to: "\(unfinished)/\($0.name)", as: $0.name) }
            let manifest = BackupManifest(madeAt: madeAt, program: Program.version, files: files)
            let list = "\(unfinished)/\(BackupManifest.fileName)"
            try PrivateFile.write(try manifest.encoded, to: list)
            try FileCopy.force(list)
            try FileCopy.force(unfinished)
            // A restore that was begun meanwhile makes files of two times of these.
            try data.expectWhole()
            try FileCopy.move(unfinished, to: folder)
            try FileCopy.force(place.path)
            close(held)
            return (folder, manifest)
        } catch {
            close(held)
            try? place.tidy()
            throw error
        }
    }

    private func copy(_ path: String, to copy: String, as name: String) throws -> BackupManifest.File {
        let watch = CopyWatch(of: copy, label: name, from: path)
        defer { watch.end() }
        do {
            try Database.copy(path, into: copy)
            chmod(copy, 0o600)
            try Database.gather(copy)
            if let fault = try Database.fault(in: copy) {
                throw Failure("\(path) is damaged, and so is its copy: \(fault)")
            }
        } catch let error as SQLiteError {
            throw Failure(DataFolder.sentence(error, about: path))
        }
        try FileCopy.force(copy)
        let (bytes, sha256) = try FileCopy.digest(of: copy)
        return BackupManifest.File(name: name, bytes: bytes, sha256: sha256)
    }

    private func expectRoom(for files: [String]) throws(Failure) {
        let needed = files.reduce(Int64(0)) { $0 + FileCopy.size(of: $1) + FileCopy.size(of: $1 + "-wal") }
        guard let room = Volume.room(at: place.path), room < needed else { return }
        throw Failure(
            "\(place.path) has room for \(room >> 20) MB, and a backup may need \(needed >> 20); nothing was made"
        )
    }
}
