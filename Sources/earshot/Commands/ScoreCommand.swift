import Earshot

/// `earshot score`: how well labelled texts are understood.
struct ScoreCommand: Command {
    static let name = "score"
    static let summary = "tells how well what is understood agrees with labelled texts"
    static let usage = """
        usage: earshot score [--config FILE] --labels FILE [FILE...]

        Understands the texts of each file and prints a line of JSON with the micro-F1 over (text, aspect, polarity) and
        over (text, aspect), the recall of each polarity, recall and precision of complaints by the sign of the lean,
        the calibration error of the probabilities, F1 by aspect, and the accuracy of the sign of the sentiment. The
        files are those of earshot train. A line that cannot be read is told; the rest counts, and the command ends with 1.

        Words can be marked, too: a table text,term,polarity, with a column aspect or without, or "terms":[{"words","polarity"}] beside a text in NDJSON.
        Of them it prints the share that the evidence of an opinion overlaps (terms_in_evidence), the share of those
        where such an opinion leans as the term does (sign_of_those), and the share of all opinions whose evidence
        overlaps a marked word (evidence_on_terms).

        A table text,city with a city's short name, or nothing where the text does not tell of the writer's, is scored by how
        often the city given is right, for each confidence that it was given with.
        """
    static let options: [Option] = [.value("--labels")]

    private let configPath: String
    private let files: [String]

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        files = try LabelArguments.files(arguments)
    }

    func run() async throws {
        let analyzer = try Installation.read(configPath, needsSecrets: false).analyzer()
        var rejected = 0
        for path in files {
            let file = try LabelArguments.read(path)
            var score = LabelScore(file.texts)
            for text in file.texts { score.add(text, analyzer.analyze(text.text)) }
            Terminal.print(String(decoding: score.line(path).finished, as: UTF8.self))
            rejected += file.faults.count
        }
        if rejected > 0 { throw Failure("\(rejected) lines could not be read, and are not in the figures") }
    }
}
