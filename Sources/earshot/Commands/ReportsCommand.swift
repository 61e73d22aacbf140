import Earshot
import Store
import Web

/// `earshot reports`: the reports that people were given, and each as it was.
struct ReportsCommand: Command {
    static let name = "reports"
    static let summary = "lists reports and makes them again"
    static let usage = """
        usage: earshot reports list [--limit N] [--config FILE]
               earshot reports show NUMBER [--csv | --page] [--config FILE]

        list shows the reports that people were given, the newest first (100, or N): number, when, kind, days, place, person,
        and whether it came late or was asked for. show gives one as the person read it, in the words that were kept then, its
        figures as CSV, or both as a page for a browser; what a spreadsheet would take for a formula begins with an
        apostrophe. Of a report of which an earlier edition of the program kept no words, they are made again with today's
        templates, and that is said. All work while the service runs.
        """
    static let options: [Option] = [.value("--limit"), .flag("--csv"), .flag("--page")]

    private let configPath: String
    /// Nothing to list them.
    private let number: Int64?
    private let form: Form
    private let limit: Int

    private static let usualLimit = 100

    private enum Form { case message, table, page }

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        form = arguments.has("--csv") ? .table : arguments.has("--page") ? .page : .message
        if arguments.has("--csv"), arguments.has("--page") { throw UsageError("--csv or --page?") }
        limit = try arguments.integer("--limit", in: 1...100_000) ?? ReportsCommand.usualLimit
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1):
            number = nil
            guard form == .message else { throw UsageError("--csv and --page go with show") }
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
        let stores = try Stores(folder: installation.dataFolder)
        if let number {
            guard let issue = try await stores.bot.reportIssue(number) else {
                await stores.close()
                throw Failure("there is no report \(number); earshot reports list shows those there are")
            }
            try await stores.bot.record(
                form == .message ? "report.seen" : "report.exported", of: String(number), by: "operator",
                at: SystemClock().now)
            try show(issue, installation)
        } else {
            for issue in try await stores.bot.reportIssues(limit: limit) {
                Terminal.print(line(of: issue, installation))
            }
        }
        await stores.close()
    }

    private func show(_ issue: ReportIssue, _ installation: Installation) throws {
        if issue.text == nil {
            Terminal.say("its words were not kept; they are made again with today's templates")
        }
        let text =
            try issue.text
            ?? ReportWords(try installation.texts(), frame: ReportPage.frame).text(of: issue)
        switch form {
        case .message: for line in text.message.lines { Terminal.print(line) }
        case .table: Terminal.write(ReportSheet.bytes(of: text), to: 1)
        case .page: Terminal.write(try ReportPage(text).html(offersTable: false), to: 1)
        }
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
            case .choices, .link: []
            }
        }
    }
}
