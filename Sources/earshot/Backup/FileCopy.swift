import Crypto
import Glibc

/// Copies and reads files piece by piece.
enum FileCopy {
    private static let piece = 1 << 20

    /// Gives a file's bytes, at most a MiB at once.
    static func read(_ path: String, _ body: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure("\(path) cannot be read: \(reason)") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: piece)
        while true {
            let count = bytes.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Failure("\(path) cannot be read: \(reason)") }
            guard count > 0 else { return }
            try body(Array(bytes[..<count]))
        }
    }

    /// The length of a file and its SHA-256.
    static func digest(
        of path: String, progress: (Int) -> Void = { _ in }
    ) throws(Failure) -> (bytes: Int, sha256: String) {
        var digest = try begin()
        var length = 0
        try read(path) { piece throws(Failure) in
            digest.update(piece)
            length += piece.count
            progress(length)
        }
        return (length, Hexadecimal.encode(digest.finish()))
    }

    /// Writes a new file with what another has, forced to the disk, that only its owner can read.
    ///
    /// - Returns: the length and the SHA-256 of what was copied.
    /// - Throws: also where there is such a file; nothing of its own is left then.
    static func copy(
        _ path: String, to copy: String, progress: (Int) -> Void = { _ in }
    ) throws(Failure) -> (bytes: Int, sha256: String) {
        let file = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure("\(copy) cannot be made: \(reason)") }
        defer { close(file) }
        do throws(Failure) {
            var digest = try begin()
            var length = 0
            try read(path) { piece throws(Failure) in
                guard Terminal.put(piece, to: file) else {
                    throw Failure("\(copy) cannot be written: \(reason)")
                }
                digest.update(piece)
                length += piece.count
                progress(length)
            }
            guard fsync(file) == 0 else { throw Failure("\(copy) cannot be written: \(reason)") }
            return (length, Hexadecimal.encode(digest.finish()))
        } catch {
            unlink(copy)
            throw error
        }
    }

    /// Writes a new file, forced to the disk.
    ///
    /// - Parameter example: the owner, the group and who may do what with it are those of this file; where there is none it is its
    ///   maker's alone.
    /// - Throws: also where there is such a file; nothing of its own is left then.
    static func make(_ path: String, of bytes: [UInt8], like example: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure("\(path) cannot be made: \(reason)") }
        defer { close(file) }
        var entry = stat()
        let isLike =
            stat(example, &entry) != 0
            || (entry.st_uid == geteuid() && entry.st_gid == getegid()
                || fchown(file, entry.st_uid, entry.st_gid) == 0) && fchmod(file, entry.st_mode & 0o777) == 0
        guard isLike, Terminal.put(bytes, to: file), fsync(file) == 0 else {
            let failure = Failure("\(path) cannot be written: \(reason)")
            unlink(path)
            throw failure
        }
    }

    /// A path without symbolic links; as it is where there is no such file.
    static func resolved(_ path: String) -> String {
        guard let found = realpath(path, nil) else { return path }
        defer { free(found) }
        return String(cString: found)
    }

    /// Forces a file's bytes, or a folder's names, to the disk.
    static func force(_ path: String) throws(Failure) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure("\(path) cannot be read: \(reason)") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw Failure("\(path) cannot be written: \(reason)") }
    }

    /// Gives a file or folder another name; what has that name goes.
    static func move(_ path: String, to name: String) throws(Failure) {
        guard rename(path, name) == 0 else { throw Failure("\(path) cannot be moved to \(name): \(reason)") }
    }

    /// Removes a file; nothing happens where there is none.
    static func remove(_ path: String) { unlink(path) }

    /// The folder that a file lies in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Bytes of a file; 0 where there is none.
    static func size(of path: String) -> Int64 {
        var entry = stat()
        return stat(path, &entry) == 0 ? Int64(entry.st_size) : 0
    }

    private static func begin() throws(Failure) -> RunningDigest {
        do {
            return try RunningDigest()
        } catch {
            throw Failure("\(error)")
        }
    }

    private static var reason: String { String(cString: strerror(errno)) }
}
