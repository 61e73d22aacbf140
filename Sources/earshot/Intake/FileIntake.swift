import CSV
import Earshot

/// Takes in one file of voices, NDJSON, a JSON array or CSV: the first character decides.
final class FileIntake {
    private let stream: VoiceStream
    private let decoder: VoiceDecoder
    let rejections: RejectionReport
    private var format: Format?
    /// Rows read, good and bad.
    private(set) var rows = 0

    private enum Format {
        case json(RowSplitter)
        case table(TableIntake)
    }

    init(_ stream: VoiceStream, now: Timestamp, rejections: RejectionReport) {
        self.stream = stream
        decoder = VoiceDecoder(now: now)
        self.rejections = rejections
    }

    func feed(_ bytes: [UInt8]) async throws {
        if format == nil {
            guard let first = FileIntake.firstCharacter(of: bytes) else { return }
            let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
            format = isJSON ? .json(RowSplitter()) : .table(TableIntake())
        }
        switch format {
        case .json(var splitter):
            let found = splitter.feed(bytes)
            format = .json(splitter)
            try await take(found)
        case .table(let table):
            try await take(try table.feed(bytes, decoder))
        case nil: break
        }
    }

    /// Waits until everything is on disk.
    func finish() async throws -> IntakeCounts {
        switch format {
        case .json(var splitter): try await take(splitter.finish())
        case .table(let table): try await take(try table.finish(decoder))
        case nil: break
        }
        try rejections.flush()
        return try await stream.finish()
    }

    private func take(_ found: [IntakeRow]) async throws {
        try await take(found.map { row in Result { () throws(RowProblem) in try decoder.voice(of: row) } })
    }

    private func take(_ found: [Result<Voice, RowProblem>]) async throws {
        for row in found {
            rows += 1
            switch row {
            case .success(let voice): try await stream.add(voice)
            case .failure(let problem): try rejections.add(problem)
            }
        }
    }

    /// The first byte that is neither blank nor part of a byte order mark.
    private static func firstCharacter(of bytes: [UInt8]) -> UInt8? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return bytes[start...].first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    }
}

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
