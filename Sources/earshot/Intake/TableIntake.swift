import CSV
import Earshot

/// The rows of a table as voices.
final class TableIntake {
    private var reader: RowReader
    private var columns: VoiceColumns?
    private var found: [Result<Voice, RowProblem>] = []

    init() {
        reader = RowReader()
    }

    func feed(_ bytes: [UInt8], _ decoder: VoiceDecoder) throws -> [Result<Voice, RowProblem>] {
        try reader.read(bytes) { try take($0, decoder) }
        return drain()
    }

    func finish(_ decoder: VoiceDecoder) throws -> [Result<Voice, RowProblem>] {
        try reader.finish { try take($0, decoder) }
        // A table without rows is refused for its columns all the same.
        if columns == nil, let header = reader.columns { columns = try VoiceColumns(header: header.names) }
        return drain()
    }

    private func take(_ row: Result<Row, RowError>, _ decoder: VoiceDecoder) throws {
        switch row {
        case .failure(let error):
            found.append(.failure(RowProblem(line: error.line, field: error.field, reason: error.message)))
        case .success(let row):
            if columns == nil {
                // Without its columns no row of the table can be read.
                columns = try VoiceColumns(header: row.header?.names ?? [])
            }
            guard let columns else { return }
            found.append(
                Result { () throws(RowProblem) in
                    try decoder.voice(of: row.texts, in: columns, line: row.line)
                })
        }
    }

    private func drain() -> [Result<Voice, RowProblem>] {
        defer { found.removeAll(keepingCapacity: true) }
        return found
    }
}
