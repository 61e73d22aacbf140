import Glibc

extension Database {
    /// Looks at a file's header whether it is one that could be opened. Nothing is made or changed beside it, also
    /// while another process has it open; a missing or empty file passes, for it would be made.
    ///
    /// Format: https://www.sqlite.org/fileformat2.html#the_database_header
    ///
    /// - Throws: `notADatabase`; `refused` for a file of another kind or of a newer edition; `cannotOpen`.
    public static func examine(path: String, schema: Schema) throws(SQLiteError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { return }
        guard descriptor >= 0 else { throw unreadable(path) }
        defer { _ = Glibc.close(descriptor) }
        // The header of the file, and of the table of tables behind it.
        var header = [UInt8](repeating: 0, count: 108)
        let size = header.count
        let count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, size, 0) }
        guard count >= 0 else { throw unreadable(path) }
        guard count > 0 else { return }
        guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            throw SQLiteError(.notADatabase, "\(path) is not a database")
        }
        func number(at offset: Int) -> Int {
            let bits = header[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return Int(Int32(bitPattern: bits))
        }
        let hasTables = header[103] != 0 || header[104] != 0
        try schema.check(
            applicationID: number(at: 68), version: number(at: 60), isEmpty: !hasTables, path: path)
    }

    private static func unreadable(_ path: String) -> SQLiteError {
        SQLiteError(.cannotOpen, "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
}
