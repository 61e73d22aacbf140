import Glibc

/// The right to be the one service on a data folder, held until the value or the process is gone.
///
/// Two services would answer the same messages and count their own figures. The kernel takes the lock back however the
/// process ends (flock(2)), so the file's being there means nothing; it only tells which process has it.
struct ServiceLock: ~Copyable {
    private let descriptor: Int32

    /// - Throws: when another process holds it, or the file cannot be made.
    init(on folder: DataFolder) throws(Failure) {
        try folder.make()
        let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw Failure("\(folder.lock) cannot be made: \(String(cString: strerror(errno)))")
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let (reason, isHeld) = (String(cString: strerror(errno)), errno == EWOULDBLOCK)
            let holder = ServiceLock.holder(file)
            close(file)
            guard isHeld else { throw Failure("\(folder.lock) cannot be locked: \(reason)") }
            throw Failure(
                "the data folder \(folder.path) is in use by another earshot (\(holder)); stop that one, or give this "
                    + "one another dataFolder")
        }
        descriptor = file
        let process = Array("\(getpid())\n".utf8)
        // Nothing depends on the number but the words of a refusal.
        _ = ftruncate(file, 0)
        _ = process.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    /// Gives the folder to whoever wants it next.
    consuming func release() {}

    private static func holder(_ file: Int32) -> String {
        var digits = [UInt8](repeating: 0, count: 16)
        let count = digits.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
        let number = Int(String(decoding: digits.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self))
        return number.map { "process \($0)" } ?? "process unknown"
    }
}
