import Earshot
import Store

/// `earshot lexicon`: which terms of the word lists decide how the newest voices are read.
struct LexiconCommand: Command {
    static let name = "lexicon"
    static let summary = "shows which terms of the word lists decide, and which are overruled"
    static let usage = """
        usage: earshot lexicon [--voices N] [--overruled] [--term WORD] [--json] [--config FILE]

        Reads the newest 5,000 stored voices (or N), without advertisements and reposts, with the word lists and the model as
        they are now, and prints a line for each term that stands in them, its fields separated by tabs: term, in how many
        texts it stands, its votes that were followed (the reading gives the aspect in that direction), overruled (in the
        other direction, or not at all) and undecided (without a direction), the share that was overruled, and followed/
        overruled by aspect. In one text a term has one vote for an aspect and a direction, where the rules conclude it from
        the term; what is asked, wished or supposed is none. Those that carry most opinions come first.

        --overruled  orders by the share overruled, of terms with at least 10 votes: where an editor should look.
        --term WORD  only terms with WORD in them.
        --json       an object a line, with three quotes of each term.

        It works while the service runs. The console shows the same at /console/lexicon.
        """
    static let options: [Option] = [
        .value("--voices"), .flag("--overruled"), .value("--term"), .flag("--json"),
    ]

    private let configPath: String
    private let limits: LexiconUse.Limits
    private let order: LexiconUse.Order
    private let term: String
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        limits =
            try arguments.integer("--voices", in: 1...10_000_000)
            .map { LexiconUse.Limits(voices: $0, bytes: .max) } ?? LexiconUse.Limits()
        order = arguments.has("--overruled") ? .overruled : .followed
        term = arguments.value("--term") ?? ""
        isJSON = arguments.has("--json")
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let analyzer = try installation.analyzer()
        let stores = try Stores(folder: installation.dataFolder)
        let result = Result { try count(stores.voices, by: analyzer) }
        await stores.close()
        let use = try result.get()
        var output = OutputBuffer()
        defer { output.flush() }
        for term in use.ranked(by: order, containing: term) {
            let sheet = TermSheet(use: term, order: order)
            if isJSON { output.append(line: sheet.json) } else { output.append(line: sheet.line.utf8) }
        }
        if !isJSON { Terminal.say(TermSheet.columns.joined(separator: "\t")) }
        Terminal.say("\(Figures.count(use.texts)) voices were counted")
    }

    private func count(_ archive: VoiceStore, by analyzer: Analyzer) throws -> LexiconUse {
        var progress = Progress("reading the newest voices", total: limits.voices)
        defer { progress.end() }
        return try LexiconUse.counting(limits, newestOf: archive, by: analyzer) { done in
            progress.update(done, detail: "\(Figures.count(done)) voices")
        }
    }
}
