import Earshot
import Store

/// `earshot feedback`: what people think of the bot's answers.
struct FeedbackCommand: Command {
    static let name = "feedback"
    static let summary = "lists and shows what people think of answers"
    static let usage = """
        usage: earshot feedback list [--since DATE] [--negative] [--limit N] [--config FILE]
               earshot feedback worst [--since DATE] [--limit N] [--config FILE]
               earshot feedback show NUMBER [--config FILE]

        list shows the last word of each person on each answer, the newest first (100, or N): number, time, verdict
        (positive, negative, withdrawn), reasons (irrelevant, incomplete, wrong, analysis), what was understood, account,
        and the person's own words. DATE is YYYY-MM-DD; --negative leaves out everything but 👎. worst puts the 👎
        since DATE (of the last seven days) together by what was asked, those that failed most often first: how often, what
        was understood without place and time, the words where they are known, reasons with their counts, the number of the
        latest, the beginning of its answer and what somebody wrote of it. show prints all about one, and the answer that was
        given. All work while the service runs.
        """
    static let options: [Option] = [.value("--since"), .flag("--negative"), .value("--limit")]

    private enum Action {
        case list(since: Day?, onlyNegative: Bool, limit: Int)
        case worst(since: Day?, limit: Int)
        case show(Int64)
    }

    private let configPath: String
    private let action: Action

    private static let usualLimit = 100

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1):
            let limit = try arguments.integer("--limit", in: 1...100_000)
            action = .list(
                since: try FeedbackCommand.day(arguments.value("--since")),
                onlyNegative: arguments.has("--negative"), limit: limit ?? FeedbackCommand.usualLimit)
        case ("worst", 1):
            guard !arguments.has("--negative") else {
                throw UsageError("--negative does not go with worst, which is of nothing else")
            }
            let limit = try arguments.integer("--limit", in: 1...100_000)
            action = .worst(
                since: try FeedbackCommand.day(arguments.value("--since")),
                limit: limit ?? FeedbackCommand.usualLimit)
        case ("show", 2):
            let given = ["--since", "--limit"].filter { arguments.value($0) != nil }
            if let option = given.first ?? (arguments.has("--negative") ? "--negative" : nil) {
                throw UsageError("\(option) does not go with show")
            }
            guard let number = Int64(arguments.operands[1]) else {
                throw UsageError("\(arguments.operands[1]) is no number; earshot feedback list shows them")
            }
            action = .show(number)
        default: throw UsageError("list, worst or show NUMBER?")
        }
    }

    private static func day(_ word: String?) throws(UsageError) -> Day? {
        guard let word else { return nil }
        guard let day = Day(word) else { throw UsageError("--since needs a date, 2026-11-20, not \(word)") }
        return day
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let stores = try Stores(folder: installation.dataFolder)
        let calendar = installation.calendar
        switch action {
        case .list(let day, let onlyNegative, let limit):
            let since = day.map(calendar.start) ?? Timestamp(milliseconds: 0)
            let verdicts: Set<Feedback.Verdict> =
                onlyNegative ? [.negative] : Set(Feedback.Verdict.allCases)
            for rated in try await stores.bot.feedback(since: since, verdicts: verdicts, limit: limit) {
                Terminal.print(FeedbackSheet.line(of: rated, calendar: calendar))
            }
            let counts = try await stores.bot.feedbackCounts(since: since)
            Terminal.say(
                Feedback.Verdict.allCases.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", "))
        case .worst(let day, let limit):
            let since = day ?? calendar.day(of: SystemClock().now) - 6
            let failed = FailedQuestion.grouped(
                try await stores.bot.feedback(
                    since: calendar.start(of: since), verdicts: [.negative], limit: Int(Int32.max)))
            for question in failed.prefix(limit) { Terminal.print(FeedbackSheet.line(of: question)) }
            Terminal.say(
                "\(failed.count) questions, \(failed.reduce(0) { $0 + $1.count }) times negative since \(since)"
            )
        case .show(let number):
            guard let rated = try await stores.bot.feedback(number) else {
                throw Failure("\(number): there is no such feedback; it is kept for a year")
            }
            try await stores.bot.record(
                "feedback.seen", of: String(number), by: "operator", at: SystemClock().now)
            Terminal.print(FeedbackSheet.text(of: rated, calendar: calendar))
        }
        await stores.close()
    }
}
