import Earshot
import FoundationEssentials

/// `earshot analyze`: texts to what was understood of them.
struct AnalyzeCommand: Command {
    static let name = "analyze"
    static let summary = "reads texts as NDJSON and writes what was understood of each"
    static let usage = """
        usage: earshot analyze [--config FILE] < IN.ndjson > OUT.ndjson
               earshot analyze [--config FILE] --explain < IN.ndjson
               earshot analyze [--config FILE] --diff OLD < IN.ndjson

        Reads {"id","text"} a line and writes, in the same order, a line
        {"id","sentiment","opinions":[{"aspect","polarity","lean","evidence","target","probability"}],"edge":[...],"city",
        "city_confidence","brand","series","dealer","courier","supplier","intent_to_buy","advertisement"}; probability is
        given where the model judged, city_confidence with a city: how likely the writer is of it. "edge" has the same as
        "opinions" of what is a little too unlikely to be one: its probability is up to 0.16 below the model's threshold. It
        is right in one case of four, and stands in no figure. A line that cannot be read is reported on standard error with
        its number; the rest goes on, and the command ends with 1.

        With --explain it writes for a person why each text is understood so: the clauses and the terms found in them,
        what the rules conclude, for each aspect the weights of which the model's decision is the sum (log-odds, those
        that weigh most first), and where the city comes from.

        With --diff it writes which texts are understood differently than with OLD: a model's file, or a folder that
        is a copy of the lexicon as it was (with its model, if there is one in it).
        """
    static let options: [Option] = [.flag("--explain"), .value("--diff")]

    private let configPath: String
    private let isExplaining: Bool
    private let old: String?

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        isExplaining = arguments.has("--explain")
        old = arguments.value("--diff")
        if isExplaining, old != nil { throw UsageError("--explain and --diff do not go together") }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let analyzer = try installation.analyzer()
        var output = OutputBuffer()
        defer { output.flush() }
        if isExplaining {
            try AnalyzedTexts.each { text in
                let sheet = ExplanationSheet(text.id, text.text, analyzer.explain(text.text))
                output.append(line: sheet.text.utf8)
            }
        } else if let old {
            let before = try installation.analyzer(asIn: old)
            var difference = ReadingDifference()
            // Also where lines could not be read.
            defer { output.append(line: difference.summary.utf8) }
            try AnalyzedTexts.each { text in
                let changes = difference.add(before.analyze(text.text), analyzer.analyze(text.text))
                guard !changes.isEmpty else { return }
                output.append(line: "\(Terminal.field(text.id))  \(Terminal.field(text.text))".utf8)
                for change in changes { output.append(line: "    \(Terminal.field(change))".utf8) }
            }
        } else {
            try AnalyzedTexts.each { text in
                output.append(
                    line: ReadingLine.line(
                        text.id, analyzer.analyze(text.text, withEdge: true), of: text.text))
            }
        }
    }
}
