import CSV
import Earshot
import Glibc

/// The rows that were rejected, as a CSV file with line, element (of a JSON array), field and reason; there is no file while there are none.
final class RejectionReport {
    private let path: String
    private var descriptor: Int32 = -1
    private(set) var count = 0
    private var writer: RowWriter

    init(path: String) {
        self.path = path
        var options = RowWriter.Options()
        options.disarmsFormulas = true
        writer = RowWriter(options: options)
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
            writer.write(["line", "element", "field", "reason"])
        }
        count += 1
        writer.write([
            String(problem.line), problem.element.map { String($0) } ?? "", problem.field ?? "",
            problem.reason,
        ])
        if count % 1000 == 0 { try flush() }
    }

    func flush() throws {
        guard descriptor >= 0, !Terminal.put(writer.take(), to: descriptor) else { return }
        throw Failure("the report \(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}
