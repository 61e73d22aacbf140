/// The names of a file's columns.
public final class Header: Sendable {
    /// In the order of the file, without the white space around them.
    public let names: [String]
    private let positions: [String: Int]

    init(names: [String], line: Int) throws(RowError) {
        var positions: [String: Int] = [:]
        for (position, name) in names.enumerated() {
            guard !name.isEmpty else {
                throw RowError(
                    .badHeader, line: line, field: String(position + 1), "column \(position + 1) has no name")
            }
            guard positions.updateValue(position, forKey: name) == nil else {
                throw RowError(.badHeader, line: line, field: name, "there are two columns \"\(name)\"")
            }
        }
        self.names = names
        self.positions = positions
    }

    /// Where the column stands, or nothing when the file has no such column.
    public func position(of name: String) -> Int? { positions[name] }

    /// What seems to separate the columns instead of a comma, in words; nothing where commas may.
    ///
    /// A header of one single column that holds another usual separator was saved by a program of another country.
    static func foreignSeparator(in names: [String]) -> String? {
        guard names.count == 1, let name = names.first else { return nil }
        let usual: [(Character, String)] = [
            (";", "a semicolon"), ("\t", "a tab"), ("|", "a bar"),
            ("；", "a full-width semicolon"), ("，", "a full-width comma"),
        ]
        return usual.first { name.contains($0.0) }?.1
    }
}
