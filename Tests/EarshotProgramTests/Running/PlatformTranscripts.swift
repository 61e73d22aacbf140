import EarshotTesting
import Foundation
import HTTP
import JSON
import PlatformStandIns

/// The transcripts of a house's stand-ins, one a platform: in the folder that `EARSHOT_TRANSCRIPTS` names, where they stay,
/// or in one that is gone after the test.
struct PlatformTranscripts {
    private let folder: String
    private let temporary: TemporaryFolder?

    init() throws {
        if let kept = ProcessInfo.processInfo.environment["EARSHOT_TRANSCRIPTS"] {
            (folder, temporary) = (kept, nil)
            try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
        } else {
            let made = try TemporaryFolder()
            (folder, temporary) = (made.path, made)
        }
    }

    func begin(_ platform: String) throws -> StandInTranscript {
        try StandInTranscript(path: "\(folder)/\(platform).transcript")
    }

    /// A request and its answer, byte for byte.
    struct Exchange: Hashable {
        /// `POST /path?query`.
        let request: String
        let sent: [UInt8]
        let got: [UInt8]

        /// Whether the platform said that it took a message.
        var isTaken: Bool {
            guard let answer = try? JSONValue(got) else { return false }
            return answer["errcode"] == .number(0) || answer["code"] == .number(0)
                || answer["processQueryKey"] != .null
        }
    }

    /// What a transcript holds.
    func exchanges(_ platform: String) throws -> [Exchange] {
        var requests: [Int: (line: String, body: [UInt8])] = [:]
        var exchanges: [Exchange] = []
        for entry in try StandInTranscript.read("\(folder)/\(platform).transcript") {
            let end = entry.bytes.firstRange(of: Array("\r\n\r\n".utf8))
            let head = String(decoding: entry.bytes[..<(end?.lowerBound ?? 0)], as: UTF8.self)
            let body = Array(entry.bytes[(end?.upperBound ?? 0)...])
            if entry.isRequest {
                let words = head.prefix { $0 != "\r\n" }.split(separator: " ")
                requests[entry.exchange] = (words.dropLast().joined(separator: " "), body)
            } else if let request = requests.removeValue(forKey: entry.exchange) {
                exchanges.append(Exchange(request: request.line, sent: request.body, got: body))
            }
        }
        return exchanges + requests.values.map { Exchange(request: $0.line, sent: $0.body, got: []) }
    }

    /// What stands in a transcript and did not happen at the stand-in, or the other way round.
    func differences<Platform>(_ platform: String, from standIn: StandIn<Platform>) throws -> Int {
        var counts: [Exchange: Int] = [:]
        for exchange in try exchanges(platform) { counts[exchange, default: 0] += 1 }
        for exchange in standIn.exchanges {
            let query = exchange.request.rawQuery.isEmpty ? "" : "?\(exchange.request.rawQuery)"
            let request = "\(exchange.request.method.rawValue) \(exchange.request.path)\(query)"
            let happened = Exchange(request: request, sent: exchange.request.body, got: exchange.answer.body)
            counts[happened, default: 0] -= 1
        }
        return counts.values.reduce(0) { $0 + abs($1) }
    }
}
