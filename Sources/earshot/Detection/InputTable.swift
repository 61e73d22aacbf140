import CSV
import Earshot

/// A table that a command reads row by row, from a file or standard input. Rows that cannot be read are told and counted;
/// the rest goes on.
struct InputTable {
    let name: String
    private(set) var faults = 0
    private static let mostTold = 20

    /// - Parameter path: of a file, or `-`.
    init(_ path: String) {
        name = path == "-" ? "standard input" : path
    }

    /// Hands out each row; what `take` gives back is what is wrong with it.
    mutating func read(
        _ path: String, columns: [String], take: (Row) -> String?
    ) throws {
        var options = RowReader.Options()
        options.requiredColumns = columns
        var reader = RowReader(options: options)
        var found: [(Int, String)] = []
        let each = { (row: Result<Row, RowError>) in
            switch row {
            case .failure(let error):
                found.append((error.line, error.field.map { "\($0): \(error.message)" } ?? error.message))
            case .success(let row):
                if let fault = take(row) { found.append((row.line, fault)) }
            }
        }
        do {
            var file = try InputFile(path)
            while let bytes = try file.next() {
                try reader.read(bytes, each: each)
                tell(&found)
            }
            try reader.finish(each: each)
            tell(&found)
        } catch let error as RowError {
            throw Failure("\(name): \(error.description)")
        } catch let failure as Failure {
            throw Failure("\(name): \(failure.description)")
        }
        if faults > InputTable.mostTold { Terminal.say("\(name): \(faults) rows in all could not be read") }
    }

    private mutating func tell(_ found: inout [(Int, String)]) {
        for (line, fault) in found {
            faults += 1
            if faults <= InputTable.mostTold { Terminal.say("\(name), line \(line): \(fault)") }
        }
        found.removeAll(keepingCapacity: true)
    }
}
