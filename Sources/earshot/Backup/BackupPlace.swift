import Foundation
import Glibc

/// The folder in which backups stand side by side.
struct BackupPlace {
    let path: String

    /// Makes it where it is missing.
    func make() throws(Failure) { try DataFolder(path: path).make(as: "the folder for backups") }

    /// Those that are whole, the oldest first.
    func backups() throws(Failure) -> [String] {
        try names().filter { name in
            BackupName(name) != nil && FileCopy.exists("\(path)/\(name)/\(BackupManifest.fileName)")
        }.sorted()
    }

    /// Removes all but the newest.
    ///
    /// - Returns: the names of those that are gone.
    func thin(to kept: Int) throws(Failure) -> [String] {
        let old = try backups().dropLast(kept)
        for name in old { try remove(name) }
        return Array(old)
    }

    /// Removes what a backup that was cut off has left; one that is being made holds its folder.
    func tidy() throws(Failure) {
        for name in try names() where name.hasSuffix(BackupName.unfinished) {
            guard BackupName(String(name.dropLast(BackupName.unfinished.count))) != nil else { continue }
            let folder = open("\(path)/\(name)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard folder >= 0 else { continue }
            defer { close(folder) }
            if flock(folder, LOCK_EX | LOCK_NB) == 0 { try remove(name) }
        }
    }

    private func names() throws(Failure) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw Failure("\(path) cannot be read: \(error.localizedDescription)")
        }
    }

    /// Cut off, it is no whole backup any more, and `tidy` removes the rest.
    private func remove(_ name: String) throws(Failure) {
        var unfinished = name
        if !name.hasSuffix(BackupName.unfinished) {
            unfinished += BackupName.unfinished
            try FileCopy.move("\(path)/\(name)", to: "\(path)/\(unfinished)")
        }
        do {
            try FileManager.default.removeItem(atPath: "\(path)/\(unfinished)")
        } catch {
            throw Failure("\(path)/\(name) cannot be removed: \(error.localizedDescription)")
        }
    }
}
