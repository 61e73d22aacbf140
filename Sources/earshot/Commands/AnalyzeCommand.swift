import Earshot
import FoundationEssentials

/// `earshot analyze`: texts to what was understood of them.
struct AnalyzeCommand: Command {
    static let name = "analyze"
    static let summary = "reads texts as NDJSON and writes what was understood of each"
    static let usage = """
        usage: earshot analyze [--config FILE] < IN.ndjson > OUT.ndjson

        Reads {"id","text"} a line and writes, in the same order, a line
        {"id","sentiment","opinions":[{"aspect","polarity","lean","evidence","target","probability"}],"city","brand",
        "series","dealer","courier","supplier","intent_to_buy","advertisement"}; probability is given where the model
        judged. A line that cannot be read is reported on standard error with its number; the rest goes on, and the
        command ends with 1.
        """

    private let configPath: String

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
    }

    private struct Input: Decodable {
        var id: String
        var text: String

        enum CodingKeys: String, CodingKey {
            case id, text
        }

        init(from decoder: any Decoder) throws {
            let keys = try decoder.container(keyedBy: CodingKeys.self)
            text = try keys.decode(String.self, forKey: .text)
            if let name = try? keys.decode(String.self, forKey: .id) {
                id = name
            } else {
                id = String(try keys.decode(Int64.self, forKey: .id))
            }
        }
    }

    func run() async throws {
        let analyzer = try Installation.read(configPath, needsSecrets: false).analyzer()
        var lines = InputLines()
        var output = OutputBuffer()
        var broken = 0
        let decoder = JSONDecoder()
        while let line = try lines.next() {
            if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            let input: Input
            do {
                input = try decoder.decode(Input.self, from: Data(line))
            } catch {
                Terminal.say("line \(lines.line) is not {\"id\",\"text\"}: \(LineFault(error))")
                broken += 1
                continue
            }
            output.append(line: AnalyzeCommand.line(input.id, analyzer.analyze(input.text), of: input.text))
        }
        output.flush()
        if broken > 0 { throw Failure("\(broken) lines could not be read") }
    }

    private static func line(_ id: String, _ reading: Reading, of text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var line = JSONLine()
        line.add("id", id)
        line.add("sentiment", reading.sentiment, digits: 6)
        line.add(
            "opinions",
            reading.opinions.map { opinion in
                var object = JSONLine()
                object.add("aspect", opinion.aspect.name)
                object.add("polarity", opinion.polarity.rawValue)
                object.add("lean", opinion.lean, digits: 6)
                let evidence = opinion.evidence.clamped(to: 0..<bytes.count)
                object.add("evidence", String(decoding: bytes[evidence], as: UTF8.self))
                object.add("target", opinion.target)
                if let probability = opinion.probability { object.add("probability", probability) }
                return object
            })
        line.add("city", reading.city)
        line.add("brand", reading.brand)
        line.add("series", reading.series)
        line.add("dealer", reading.dealer)
        line.add("courier", reading.courier)
        line.add("supplier", reading.supplier)
        line.add("intent_to_buy", reading.intentToBuy)
        line.add("advertisement", reading.isAdvertisement)
        return line.finished
    }
}
