import CSV
import Earshot
import Store

/// `earshot reports`: the reports that people were given, and each as it was.
struct ReportsCommand: Command {
    static let name = "reports"
    static let summary = "lists reports and makes them again"
    static let usage = """
        usage: earshot reports list [--limit N] [--config FILE]
               earshot reports show NUMBER [--csv] [--config FILE]

        list shows the reports that people were given, the newest first (100, or N): number, when, kind, days, place, person,
        and whether it came late or was asked for. show makes one again from what was kept of it, as the person read it, or
        its figures as CSV; what a spreadsheet would take for a formula begins with an apostrophe. Both work while the
        service runs.
        """
    static let options: [Option] = [.value("--limit"), .flag("--csv")]

    private let configPath: String
    /// Nothing to list them.
    private let number: Int64?
    private let isTable: Bool
    private let limit: Int

    private static let usualLimit = 100

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        isTable = arguments.has("--csv")
        limit = try arguments.integer("--limit", in: 1...100_000) ?? ReportsCommand.usualLimit
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1):
            number = nil
            if isTable { throw UsageError("--csv goes with show") }
        case ("show", 2):
            let word = arguments.operands[1]
            guard let shown = Int64(word), shown > 0 else {
                throw UsageError("show needs the number of a report, not \(word)")
            }
            number = shown
            if arguments.value("--limit") != nil { throw UsageError("--limit does not go with show") }
        default: throw UsageError("list, or show and a number?")
        }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let words = ReportWords(try installation.texts())
        let stores = try Stores(folder: installation.dataFolder)
        if let number {
            guard let issue = try await stores.bot.reportIssue(number) else {
                await stores.close()
                throw Failure("there is no report \(number); earshot reports list shows those there are")
            }
            try await stores.bot.record(
                isTable ? "report.exported" : "report.seen", of: String(number), by: "operator",
                at: SystemClock().now)
            try show(issue, words)
        } else {
            for issue in try await stores.bot.reportIssues(limit: limit) {
                Terminal.print(line(of: issue, installation))
            }
        }
        await stores.close()
    }

    private func show(_ issue: ReportIssue, _ words: ReportWords) throws {
        guard isTable else {
            for line in try words.reply(issue).lines { Terminal.print(line) }
            return
        }
        var writer = SuggestionSheet.writer
        writer.write(ReportWords.header)
        for row in try words.rows(issue) { writer.write(row) }
        Terminal.write(writer.take(), to: 1)
    }

    private func line(of issue: ReportIssue, _ installation: Installation) -> String {
        let report = issue.report
        return [
            issue.number.map { String($0) } ?? "", installation.calendar.text(of: issue.at),
            issue.kind.rawValue, "\(report.days.lowerBound)..\(report.days.upperBound)",
            report.place ?? "nation", report.aspect?.name ?? "",
            installation.everybody.person(id: issue.person)?.name ?? issue.person,
            issue.subscription == nil ? "asked for" : issue.isLate ? "late" : "",
        ].map(Terminal.field).joined(separator: "\t")
    }
}

extension Reply {
    /// Its words, a line a block.
    fileprivate var lines: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .title(let text), .text(let text): [text]
            case .figure(let label, let value): ["\(label)  \(value)"]
            case .quote(let text, let source): ["「\(text)」 \(source)"]
            case .item(let text): ["· \(text)"]
            case .choices: []
            }
        }
    }
}
