import CSV
import Earshot

/// How the voices stand in a file.
enum VoiceFileFormat: Equatable {
    /// NDJSON, or one JSON array.
    case json
    /// A table with a header row.
    case table

    /// So much of a file's beginning is enough to tell its format.
    static let startLength = 64 * 1024

    /// The format of a file.
    ///
    /// The name's ending decides; without a known one the first line that can be read either way.
    ///
    /// - Parameters:
    ///   - name: as it was given; `-` is standard input.
    ///   - start: its first bytes.
    /// - Throws: a file that is no text, or not the table that its ending promises.
    static func of(_ name: String, start: [UInt8]) throws(Failure) -> VoiceFileFormat {
        if let program = program(of: start) {
            throw Failure("is no text file but \(program); save it as CSV UTF-8 and take that in")
        }
        let dot = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
        switch dot {
        case "ndjson", "jsonl", "json": return .json
        case "csv":
            guard !beginsLikeJSON(start) else {
                throw Failure("is JSON and not a table; name such a file .ndjson or .json")
            }
            return .table
        default: return guess(start)
        }
    }

    /// What a file is that cannot be read as text; nothing for text.
    private static func program(of start: [UInt8]) -> String? {
        let beginnings: [([UInt8], String)] = [
            (Array("PK\u{3}\u{4}".utf8), "an Excel workbook or another zip archive"),
            ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
            ([0x1F, 0x8B], "compressed with gzip"),
            (Array("%PDF-".utf8), "a PDF document"),
        ]
        if let known = beginnings.first(where: { start.starts(with: $0.0) }) { return known.1 }
        // UTF-16 is full of zeros too; who reads the rows says what to do about it.
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return nil }
        // One zero may have slipped into a text; that row is rejected.
        let zeros = start.count { $0 == 0 }
        return zeros * 100 > start.count ? "binary data" : nil
    }

    private static func guess(_ start: [UInt8]) -> VoiceFileFormat {
        let lines = withoutMark(start).split { $0 == 0x0A || $0 == 0x0D }.filter { !$0.allSatisfy(isBlank) }
        for line in lines {
            if isObject(line) { return .json }
            if isHeader(line) { return .table }
        }
        return beginsLikeJSON(start) ? .json : .table
    }

    private static func beginsLikeJSON(_ start: [UInt8]) -> Bool {
        let first = withoutMark(start).first { !isBlank($0) && $0 != 0x0A && $0 != 0x0D }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    private static func withoutMark(_ start: [UInt8]) -> ArraySlice<UInt8> {
        start.starts(with: [0xEF, 0xBB, 0xBF]) ? start[3...] : start[...]
    }

    private static func isObject(_ line: ArraySlice<UInt8>) -> Bool {
        let end = line.last { !isBlank($0) && $0 != UInt8(ascii: ",") }
        return line.first { !isBlank($0) } == UInt8(ascii: "{") && end == UInt8(ascii: "}")
    }

    private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        guard let header = (try? Table(Array(line)))?.header else { return false }
        return (try? VoiceColumns(header: header.names)) != nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
