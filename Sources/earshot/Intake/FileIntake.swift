import CSV
import Earshot

/// Takes in one file of voices: NDJSON, a JSON array or CSV.
final class FileIntake {
    private let name: String
    private let stream: VoiceStream
    private let decoder: VoiceDecoder
    let rejections: RejectionReport
    /// The beginning, until there is enough of it to tell the format.
    private var start: [UInt8] = []
    private var rowsOfFile: Rows?
    /// Rows read, good and bad.
    private(set) var rows = 0

    /// Whether the file ended within its JSON array.
    var isCutOff: Bool {
        if case .json(let json) = rowsOfFile { json.isCutOff } else { false }
    }

    private enum Rows {
        case json(JSONRows)
        case table(TableIntake)
    }

    /// - Parameter name: of the file; `-` for standard input.
    init(
        _ name: String, _ stream: VoiceStream, now: Timestamp, calendar: LocalCalendar,
        retention: RetentionRules = RetentionRules(), rejections: RejectionReport
    ) {
        self.name = name
        self.stream = stream
        decoder = VoiceDecoder(now: now, calendar: calendar, retention: retention)
        self.rejections = rejections
    }

    func feed(_ bytes: [UInt8]) async throws {
        if rowsOfFile == nil {
            start += bytes
            guard start.count >= VoiceFileFormat.startLength else { return }
            try await begin()
        } else {
            try await read(bytes)
        }
    }

    /// Waits until everything is on disk.
    func finish() async throws -> IntakeCounts {
        let isBlank = start.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        if rowsOfFile == nil, !isBlank { try await begin() }
        switch rowsOfFile {
        case .json(let json): try await take(try json.finish())
        case .table(let table): try await take(try table.finish(decoder))
        case nil: break
        }
        try rejections.finish()
        return try await stream.finish()
    }

    private func begin() async throws {
        switch try VoiceFileFormat.of(name, start: start) {
        case .json: rowsOfFile = .json(JSONRows())
        case .table: rowsOfFile = .table(TableIntake())
        }
        let bytes = start
        start = []
        try await read(bytes)
    }

    private func read(_ bytes: [UInt8]) async throws {
        switch rowsOfFile {
        case .json(let json): try await take(try json.feed(bytes[...]))
        case .table(let table): try await take(try table.feed(bytes, decoder))
        case nil: break
        }
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
}

/// The rows of NDJSON or of a JSON array, in UTF-8 or GB18030.
private final class JSONRows {
    private var text = TextDecoder()
    private var splitter = RowSplitter()

    var isCutOff: Bool { splitter.isCutOff }

    func feed(_ bytes: ArraySlice<UInt8>) throws -> [IntakeRow] {
        splitter.feed(Array(try text.decode(bytes, isLast: false)))
    }

    func finish() throws -> [IntakeRow] {
        splitter.feed(Array(try text.decode([], isLast: true))) + splitter.finish()
    }
}
