import Glibc
import Synchronization

/// The identifiers of handled messages, one a line in a file that outlives the process.
final class Ledger: Sendable {
    private let path: String
    private let known: Mutex<Set<String>>

    init(path: String) {
        self.path = path
        var lines = Set<String>()
        if let file = fopen(path, "r") {
            defer { fclose(file) }
            while let line = readLine(from: file) { lines.insert(line) }
        }
        known = Mutex(lines)
    }

    var count: Int { known.withLock { $0.count } }

    /// Whether the message was not handled before; from now on it was.
    func note(_ id: String) -> Bool {
        known.withLock { known in
            guard known.insert(id).inserted, let file = fopen(path, "a") else { return false }
            fputs(id + "\n", file)
            fclose(file)
            return true
        }
    }
}

private func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    guard getline(&line, &capacity, file) > 0, let line else { return nil }
    return String(cString: line).split(separator: "\n").first.map(String.init)
}
