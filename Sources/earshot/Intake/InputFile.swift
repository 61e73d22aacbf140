import Glibc

/// A file, or standard input, read in pieces.
struct InputFile: ~Copyable {
    private let descriptor: Int32
    private let name: String
    /// Bytes in all; 0 when unknown, as for a pipe.
    let size: Int
    /// Bytes read so far.
    private(set) var position = 0

    private static let pieceSize = 1 << 20

    init(_ path: String) throws {
        name = path
        guard path != "-" else {
            descriptor = STDIN_FILENO
            size = 0
            return
        }
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Failure("cannot be opened: \(String(cString: strerror(errno)))") }
        var status = stat()
        fstat(opened, &status)
        if status.st_mode & S_IFMT == S_IFDIR {
            close(opened)
            throw Failure("is a folder")
        }
        descriptor = opened
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// The next bytes, or nothing at the end.
    mutating func next() throws -> [UInt8]? {
        while true {
            let (descriptor, size) = (descriptor, InputFile.pieceSize)
            var got = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                got = read(descriptor, buffer.baseAddress, size)
                count = max(0, got)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Failure("cannot be read: \(String(cString: strerror(errno)))") }
            position += got
            return got == 0 ? nil : bytes
        }
    }
}
