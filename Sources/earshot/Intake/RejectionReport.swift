import CSV
import Earshot
import Glibc

/// The rows that were rejected, as a CSV file with line, element (of a JSON array), field and reason; there is no file
/// while there are none.
final class RejectionReport {
    private static let columns = ["line", "element", "field", "reason"]

    private let path: String
    private var descriptor: Int32 = -1
    private(set) var count = 0
    private var writer: RowWriter

    init(path: String) {
        self.path = path
        writer = RejectionReport.makeWriter()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    func add(_ problem: RowProblem) throws {
        if descriptor < 0 {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw Failure("the report \(path) cannot be written: \(String(cString: strerror(errno)))")
            }
            writer.write(RejectionReport.columns)
        }
        count += 1
        writer.write([
            String(problem.line), problem.element.map { String($0) } ?? "", problem.field ?? "",
            problem.reason,
        ])
        if count % 1000 == 0 { try flush() }
    }

    /// Writes the last rows. Where none was rejected, the report of an earlier run is removed: it would be taken for
    /// this one's.
    func finish() throws {
        try flush()
        guard count == 0, isReport() else { return }
        guard unlink(path) == 0 else {
            throw Failure("the old report \(path) cannot be removed: \(String(cString: strerror(errno)))")
        }
    }

    private func flush() throws {
        guard descriptor >= 0, !Terminal.put(writer.take(), to: descriptor) else { return }
        throw Failure("the report \(path) cannot be written: \(String(cString: strerror(errno)))")
    }

    /// Whether a file that this program wrote stands at the path: one that begins with the report's header.
    private func isReport() -> Bool {
        var expected = RejectionReport.makeWriter()
        expected.write(RejectionReport.columns)
        let header = expected.take()
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return false }
        defer { close(file) }
        var found = [UInt8](repeating: 0, count: header.count)
        let count = found.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
        return count == header.count && found == header
    }

    private static func makeWriter() -> RowWriter {
        var options = RowWriter.Options()
        options.disarmsFormulas = true
        return RowWriter(options: options)
    }
}
