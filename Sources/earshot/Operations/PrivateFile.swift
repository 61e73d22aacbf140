import Glibc

/// A new file that only its owner can read.
enum PrivateFile {
    /// - Throws: `Failure` where there is such a file, or it cannot be written; nothing is left of it then.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Failure("\(path) cannot be made: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let reason = String(cString: strerror(errno))
                unlink(path)
                throw Failure("\(path) cannot be written: \(reason)")
            }
            written += count
        }
    }
}
