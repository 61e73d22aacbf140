import Glibc

/// The program's own streams: data on standard output, talk on standard error.
enum Terminal {
    /// Writes text to standard error, a line. What a file brought into it cannot steer the terminal.
    static func say(_ line: String) {
        write(harmless(line) + "\n", to: STDERR_FILENO)
    }

    /// A text with its control characters, but for line breaks and tabs, written as `\u{1B}`.
    static func harmless(_ text: String) -> String {
        func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
        }
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        return text.unicodeScalars.map { scalar in
            isHarmful(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
    }

    /// Writes text to standard output, a line.
    static func print(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    /// Whether a person watches standard error, who may like a progress bar.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Somebody else's words in one field of one line, with nothing that a terminal acts on.
    static func field(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: " "
                    default: scalar
                    }
                }))
    }

    /// Writes everything. When it cannot be written, data that was asked for ends the program (quietly when nobody
    /// reads any more, a closed pipe, and otherwise with the reason), while talk is dropped: a service goes on without its
    /// log's reader.
    static func write(_ text: String, to descriptor: Int32) {
        write(Array(text.utf8), to: descriptor)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        guard !put(bytes, to: descriptor), descriptor == STDOUT_FILENO else { return }
        let number = errno
        if number == EPIPE { exit(0) }
        say("earshot: standard output cannot be written: \(String(cString: strerror(number)))")
        exit(1)
    }

    /// Writes everything to a descriptor.
    ///
    /// - Returns: whether it could; `errno` says why not.
    static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                guard errno == EAGAIN else { return false }
                var readiness = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                guard poll(&readiness, 1, 1000) > 0 else { return false }
            }
            rest = rest.dropFirst(max(0, written))
        }
        return true
    }
}

/// Collects lines for standard output and writes them in large pieces.
struct OutputBuffer {
    private var bytes: [UInt8] = []

    mutating func append(line: some Sequence<UInt8>) {
        bytes.append(contentsOf: line)
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count >= 1 << 16 { flush() }
    }

    mutating func flush() {
        Terminal.write(bytes, to: STDOUT_FILENO)
        bytes.removeAll(keepingCapacity: true)
    }
}
