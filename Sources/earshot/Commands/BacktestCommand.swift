import Configuration
import Earshot
import Store

/// `earshot backtest`: what warnings would have been sent to whom, and when.
struct BacktestCommand: Command {
    static let name = "backtest"
    static let summary =
        "replays stored voices, and tells which warnings would have been sent to whom, and when"
    static let usage = """
        usage: earshot backtest [--from DATE] [--to DATE] [--budget N[,N]] [--decisions] [--json] [--config FILE]

        Replays the voices of days that are over through the watch and the warnings, with the people, regions, holidays
        and rules of the settings, and prints in order which warnings would have been opened, grown and ended, and who would
        have been told of them; then how many warnings that makes a week, how bad they were, how many notices each person
        would have had, and how many warnings ended unclaimed.

        --from DATE   the first day whose complaints are replayed (29 days before the last)
        --to DATE     the last one (yesterday); at most 1,000 days
        --budget N    false warnings that ordinary weeks may give (as in the settings); with two, as in 1,4, both are tried,
                      and what is printed is how many warnings each gives, and which of them only one does
        --decisions   also who was not told, and why not
        --json        an object a line

        Nobody acts in it: it shows the whole escalation, and every warning ends by itself. It begins without warnings.
        Who has subscribed to warnings by now counts as having done so before the first day. Of dealers those are told only with
        releaseToDealers: true in the settings, as nobody releases a line to take.
        Every voice counts as having come in when it was published: a danger of which one voice is enough is told within the
        half hour, a source that falls silent is noticed in the morning. All else of a day is known as a whole at 08:30 on the
        next one, as daily counts have no hours: what a running day would have shown earlier is not replayed. Who has an account
        on a channel that the settings send through counts as reached by it.

        It works while the service runs. Nothing is written, and nobody is told. How far it is stands on standard error, in a log
        at most once in ten seconds.
        """
    static let options: [Option] = [
        .value("--from"), .value("--to"), .value("--budget"), .flag("--decisions"), .flag("--json"),
    ]

    private let configPath: String
    private let from: Day?
    private let to: Day?
    private let budgets: [Double]
    private let showsDecisions: Bool
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        from = try arguments.day("--from")
        to = try arguments.day("--to")
        budgets = try arguments.budgets(most: 2)
        showsDecisions = arguments.has("--decisions")
        isJSON = arguments.has("--json")
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        // Beside a rehearsal it is the day that is rehearsed.
        let now = RehearsalMark.clock(in: DataFolder(path: installation.dataFolder)).now
        let yesterday = installation.calendar.day(of: now) - 1
        let last = to ?? yesterday
        guard last <= yesterday else {
            throw Failure("--to \(last): that day is not over; the last one that is, is \(yesterday)")
        }
        let days = try ClosedRange<Day>.replayed(from ?? last - 29, last)
        let texts = try installation.texts()
        let holidays = try installation.workCalendar(for: days)
        let safety = try installation.safetyWords()
        let budgets = budgets.isEmpty ? [installation.site.settings.warnings.budget] : budgets
        let stores = try Stores(folder: installation.dataFolder)
        let replayed = await Task {
            try await replay(
                days, budgets, stores, safety, installation.directory.regions
            ) { bindings, shares, subscriptions in
                SiteBacktest(
                    installation, texts, holidays, safety, bindings: bindings, shares: shares,
                    subscriptions: subscriptions)
            }
        }.result
        await stores.close()
        let (courses, isKnown) = try replayed.get()
        try report(
            zip(courses, budgets).map { ($0, $1) }, BacktestSheet(installation, texts), installation.calendar)
        if !isKnown {
            Terminal.say(
                "\(days.lowerBound) to \(last): no voice was taken in, nothing is known of these days")
        }
    }

    /// A course for each budget, and whether anything is known of the days.
    private func replay(
        _ days: ClosedRange<Day>, _ budgets: [Double], _ stores: Stores, _ safety: SafetyWords,
        _ regions: [Region],
        _ backtest: (
            [(account: String, person: String)], [String: AlarmShare], [WarningSubscription]
        ) -> SiteBacktest
    ) async throws -> ([BacktestCourse], isKnown: Bool) {
        let signs = try await BacktestCommand.signs(of: days, safety, in: stores.voices)
        let counts = try await stores.voices.complaints(
            during: (days.lowerBound - Watch.memory)...days.upperBound)
        let backtest = backtest(
            try await stores.bot.bindings(), try await stores.bot.alarmShares(),
            try await stores.bot.subscriptions(regions: regions))
        var progress = Progress("replaying days", total: days.count * budgets.count, isLogged: true)
        var courses: [BacktestCourse] = []
        for (index, budget) in budgets.enumerated() {
            let course = try await backtest.course(
                of: days, counts, from: stores.voices, signs: signs, budget: budget
            ) { done in
                let all = index * days.count + done
                progress.update(all, detail: "\(Figures.count(all)) days")
            }
            courses.append(course)
        }
        progress.end()
        return (courses, days.contains(where: counts.isKnown))
    }

    /// Reads all voices, as only their words tell of a danger.
    private static func signs(
        of days: ClosedRange<Day>, _ safety: SafetyWords, in voices: VoiceStore
    ) async throws -> ReplayedSigns {
        var signs = ReplayedSigns(of: days, safety)
        var progress = Progress(
            "reading voices", total: Int(try await voices.lastArrival()), isLogged: true)
        try await signs.add(all: voices) { last in
            progress.update(Int(last), detail: "\(Figures.count(Int(last))) voices")
        }
        progress.end()
        return signs
    }

    private func report(
        _ runs: [(course: BacktestCourse, budget: Double)], _ sheet: BacktestSheet, _ calendar: LocalCalendar
    ) throws {
        for run in runs {
            let rows = BacktestRows(budget: run.budget, calendar)
            // Two courses beside each other are too much to read.
            for event in run.course.events where isJSON || runs.count == 1 {
                if !event.isSilent { write(try sheet.line(event), rows.row(event)) }
                guard showsDecisions else { continue }
                for (line, row) in zip(try sheet.withheld(event), rows.withheld(event)) { write(line, row) }
            }
            let summary = BacktestSummary(run.course, budget: run.budget, sheet)
            if !isJSON, runs.count == 1, !run.course.events.isEmpty { Terminal.print("") }
            if isJSON { write("", summary.json) } else { summary.lines.forEach(Terminal.print) }
        }
        guard runs.count == 2 else { return }
        for (run, other) in [(runs[0], runs[1]), (runs[1], runs[0])] {
            let only = run.course.warnings(missingIn: other.course)
            let rows = BacktestRows(budget: run.budget, calendar)
            if !isJSON {
                Terminal.print("")
                let budget = BacktestSummary.text(run.budget)
                Terminal.print("only with \(budget): \(only.isEmpty ? "none" : "\(only.count)")")
            }
            for warning in only { write("    " + (try sheet.line(warning)), rows.only(warning)) }
        }
    }

    private func write(_ line: String, _ row: JSONLine) {
        Terminal.print(isJSON ? String(decoding: row.finished, as: UTF8.self) : line)
    }
}
