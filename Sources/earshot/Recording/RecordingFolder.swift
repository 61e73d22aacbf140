import Earshot
import FoundationEssentials
import Glibc

/// The recordings of a site: a file for each day of the market, `messages-2026-11-27.ndjson`, for its owner alone.
struct RecordingFolder: Sendable {
    let path: String

    private static let prefix = "messages-"
    private static let ending = ".ndjson"

    /// Appends to the file of a day.
    func append(_ line: [UInt8], on day: Day) throws(Failure) {
        mkdir(path, 0o700)
        let file = "\(path)/\(RecordingFolder.prefix)\(day)\(RecordingFolder.ending)"
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw Failure("\(file) cannot be written: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        let bytes = line + [UInt8(ascii: "\n")]
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count else {
            throw Failure("\(file) cannot be written: \(String(cString: strerror(errno)))")
        }
    }

    /// The files there are, with their days, the oldest first.
    private var files: [(path: String, day: Day)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().compactMap { name in
            guard name.hasPrefix(RecordingFolder.prefix), name.hasSuffix(RecordingFolder.ending),
                let day = Day(
                    name.dropFirst(RecordingFolder.prefix.count).dropLast(RecordingFolder.ending.count))
            else { return nil }
            return ("\(path)/\(name)", day)
        }
    }

    /// Removes the files of days before one.
    func expire(before day: Day) {
        for file in files where file.day < day { unlink(file.path) }
    }

    /// Removes every line in which one of some texts stands.
    ///
    /// - Returns: how many lines went.
    func remove(linesWith texts: [String]) throws -> Int {
        var removed = 0
        let wanted = texts.map { Array($0.utf8) }
        for file in files {
            guard let data = FileManager.default.contents(atPath: file.path) else { continue }
            let lines = Array(data).split(separator: UInt8(ascii: "\n"))
            let kept = lines.filter { line in !wanted.contains { line.firstRange(of: $0) != nil } }
            guard kept.count < lines.count else { continue }
            removed += lines.count - kept.count
            let newer = "\(file.path).new"
            unlink(newer)
            try PrivateFile.write(kept.flatMap { $0 + [UInt8(ascii: "\n")] }, to: newer)
            guard rename(newer, file.path) == 0 else {
                throw Failure("\(file.path) cannot be replaced: \(String(cString: strerror(errno)))")
            }
        }
        return removed
    }
}
