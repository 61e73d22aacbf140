import Glibc

/// The lines of standard input or of a file, read in large pieces.
struct InputLines {
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The number of the line last given, from 1.
    private(set) var line = 0

    /// A longer line is cut off from the rest and given as it is.
    static let longestLine = 16 << 20

    init(descriptor: Int32 = STDIN_FILENO) {
        self.descriptor = descriptor
    }

    /// The next line without its end, or nothing after the last.
    mutating func next() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                line += 1
                return buffer[start..<end]
            }
            searched = buffer.count
            if isAtEnd || buffer.count - start > InputLines.longestLine {
                guard start < buffer.count else { return nil }
                defer { start = buffer.count }
                line += 1
                return buffer[start...]
            }
            searched -= start
            try refill()
        }
    }

    private mutating func refill() throws {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        let size = 1 << 18
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: size))
        let got = buffer.withUnsafeMutableBytes {
            read(descriptor, $0.baseAddress?.advanced(by: count), size)
        }
        buffer.removeLast(size - max(0, got))
        if got < 0, errno != EINTR { throw Failure("standard input cannot be read") }
        isAtEnd = got == 0
    }
}
