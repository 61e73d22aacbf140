/// The label files of a command line: `--labels FILE` and every operand.
enum LabelArguments {
    static func files(_ arguments: Arguments) throws(UsageError) -> [String] {
        guard let first = arguments.value("--labels") else { throw UsageError("--labels names no file") }
        return [first] + arguments.operands
    }

    /// Reads a file; a line that cannot be read is told, and the rest counts.
    static func read(_ path: String) throws -> LabelFile {
        let file: LabelFile
        do {
            file = try LabelFile(path)
        } catch let failure as Failure {
            throw Failure(
                failure.description.hasPrefix(path) ? failure.description : "\(path): \(failure.description)")
        }
        for fault in file.faults.prefix(mostFaults) { Terminal.say(fault) }
        if file.faults.count > mostFaults {
            Terminal.say("\(path): \(file.faults.count - mostFaults) more lines could not be read")
        }
        guard !file.texts.isEmpty else { throw Failure("\(path): has no labelled text") }
        return file
    }

    private static let mostFaults = 10
}
