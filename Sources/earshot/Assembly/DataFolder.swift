import FoundationEssentials
import Glibc
import SQLite
import Store

/// The folder that holds the two files.
struct DataFolder {
    let path: String

    var bot: String { "\(path)/bot.db" }
    var voices: String { "\(path)/voices.db" }
    /// Locked by the service that uses the folder.
    var lock: String { "\(path)/serve.lock" }
    /// There while a backup is put into the folder; what is there then may be of two times.
    var unfinishedRestore: String { "\(path)/restore.unfinished" }

    /// There in a rehearsal: which moment it is in it.
    var rehearsal: String { "\(path)/rehearsal.json" }

    /// What restores have put aside in it, sorted.
    var formerFolders: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasPrefix("before-restore-") }.sorted().map { "\(path)/\($0)" }
    }

    /// Refuses a folder into which a restore was putting its files when it was cut off.
    func expectWhole() throws(Failure) {
        guard DataFolder.exists(unfinishedRestore) else { return }
        throw Failure(
            "a restore into \(path) was cut off, and its files do not belong together; run earshot restore again"
        )
    }

    /// Makes the folder, and those around it, where they are missing; only their owner may look inside.
    func make(as name: String = "the data folder") throws(Failure) {
        do throws(Obstacle) {
            try DataFolder.make(path)
        } catch {
            throw Failure("\(name) \(path) cannot be made: \(error.reason)")
        }
    }

    /// What keeps the service from using the folder and its files, a sentence each. Nothing is left behind or changed.
    func obstacles() -> [String] {
        guard DataFolder.exists(path) else {
            let around = DataFolder.nearestExisting(path)
            guard DataFolder.isFolder(around) else {
                return ["the data folder \(path) cannot be made: \(around) is a file, not a folder"]
            }
            return DataFolder.takesFolders(around)
                ? [] : ["the data folder \(path) cannot be made: \(around): \(DataFolder.reason)"]
        }
        guard DataFolder.isFolder(path) else { return ["the data folder \(path) is a file, not a folder"] }
        guard access(path, R_OK | W_OK | X_OK) == 0, DataFolder.takesFolders(path) else {
            return ["the data folder \(path) cannot be written: \(DataFolder.reason)"]
        }
        do throws(Failure) { try expectWhole() } catch { return [error.description] }
        let opening = [(bot, BotStore.examine), (voices, VoiceStore.examine)]
        return opening.compactMap { file, examine in
            guard !DataFolder.exists(file) || access(file, R_OK | W_OK) == 0 else {
                return "\(file) cannot be written: \(DataFolder.reason)"
            }
            do {
                try examine(file)
                return nil
            } catch {
                return DataFolder.sentence(error, about: file)
            }
        }
    }

    /// A store's error as a sentence with what to do, without the program's SQL.
    static func sentence(_ error: any Error, about file: String) -> String {
        guard let error = error as? SQLiteError else { return "\(file): \(error)" }
        let message = error.message.contains(file) ? error.message : "\(file): \(error.message)"
        return message + (error.hint.map { " (\($0))" } ?? "")
    }

    private struct Obstacle: Error {
        var reason: String
    }

    private static func make(_ path: String) throws(Obstacle) {
        guard !isFolder(path) else { return }
        guard !exists(path) else { throw Obstacle(reason: "\(path) is a file, not a folder") }
        let parent = parent(of: path)
        if parent != path { try make(parent) }
        guard mkdir(path, 0o700) != 0, !isFolder(path) else { return }
        throw Obstacle(reason: "\(path): \(reason)")
    }

    /// Whether something can be made in a folder, found by doing it: to root everything seems permitted, also where the
    /// kernel makes the files (proc(5)). `errno` says why not.
    private static func takesFolders(_ folder: String) -> Bool {
        var template = Array("\(folder)/.earshot-check-XXXXXX".utf8CString)
        return template.withUnsafeMutableBufferPointer { name in
            guard let made = name.baseAddress.flatMap({ mkdtemp($0) }) else { return false }
            return rmdir(made) == 0
        }
    }

    private static func nearestExisting(_ path: String) -> String {
        var path = path
        while !exists(path), case let parent = parent(of: path), parent != path { path = parent }
        return path
    }

    private static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
