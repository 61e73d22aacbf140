import Earshot
import FoundationEssentials

/// `earshot train`: fits the opinion model to labelled texts.
struct TrainCommand: Command {
    static let name = "train"
    static let summary = "fits the opinion model to labelled texts"
    static let usage = """
        usage: earshot train [--config FILE] --labels FILE [FILE...] --out MODEL

        Reads labelled texts and writes a model for the setting files.model. A file is NDJSON with a text a line,
        {"text","opinions":[{"aspect","polarity"}],"sentiment"}, where opinions are all that the text has ([] for none)
        and either of the two may be left out; or a table with the columns id, text, aspect, polarity (one opinion a
        row) or text, sentiment (or label, 1 for praise and 0 for complaint). An aspect is learned that at least
        40 texts have. Takes some minutes for 70,000 texts.
        """
    static let options: [Option] = [.value("--labels"), .value("--out")]

    private let configPath: String
    private let files: [String]
    private let output: String

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        files = try LabelArguments.files(arguments)
        guard let output = arguments.value("--out") else { throw UsageError("--out names no file") }
        self.output = output
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let analyzer = try installation.analyzer(usesModel: false)
        let texts = LabelFile.balanced(try files.map { try LabelArguments.read($0) })
        let trainer = OpinionTrainer(analyzer: analyzer) { Terminal.say($0) }
        let content: Data
        do {
            content = try await trainer.fit(texts)
        } catch let error as TrainingError {
            throw Failure(error.sentence)
        }
        do {
            try content.write(to: URL(filePath: output), options: .atomic)
        } catch {
            throw Failure("\(output) cannot be written: \(error)")
        }
        Terminal.say("\(output): \(content.count) bytes")
    }
}
