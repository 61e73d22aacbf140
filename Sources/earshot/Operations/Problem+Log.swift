import Configuration

extension Problem {
    /// The fields under which a log names the problem: where it is and of which kind. What stands there may be a
    /// person's name or account, so it is left to `earshot check`.
    var logged: [(StaticString, String)] {
        var fields: [(StaticString, String)] = [("fault.file", file)]
        if let line { fields.append(("fault.line", "\(line)")) }
        // A table without its header takes the first person for the columns' names.
        let isName = file.hasSuffix(".csv") && !PeopleFiles.columns.contains(field)
        if !field.isEmpty, !isName { fields.append(("fault.field", field)) }
        fields.append(("fault.kind", code.name))
        return fields
    }
}

extension Log {
    /// The most problems of one reading that are written down.
    private static let mostProblems = 20

    /// One line for each problem.
    static func write(_ problems: Problems, _ message: StaticString) {
        write(problems.all, .error, message)
    }

    static func write(_ problems: [Problem], _ level: Level, _ message: StaticString) {
        for problem in problems.prefix(mostProblems) {
            write(level, message, problem.logged + [("fault.count", "\(problems.count)")])
        }
    }
}
