import CSV
import Earshot
import Store

/// `earshot suggestions`: what was suggested, and what became of it.
struct SuggestionsCommand: Command {
    static let name = "suggestions"
    static let summary = "lists and exports suggestions"
    static let usage = """
        usage: earshot suggestions list [--status STATUS] [--city CITY] [--since DATE] [--limit N] [--config FILE]
               earshot suggestions export [--status STATUS] [--city CITY] [--since DATE] [--config FILE]

        list shows suggestions, the newest first (100, or N): number, status, city, dealers and cities behind it, day due,
        words. STATUS is open, accepted, declined, in_progress, shipped or withdrawn; DATE is YYYY-MM-DD. export writes all of them
        as CSV with everything that is known of each; what a spreadsheet would take for a formula begins with an
        apostrophe. Those that became a part of others are included, and in the
        export those that were withdrawn. Both work while the service runs.
        """
    static let options: [Option] = [
        .value("--status"), .value("--city"), .value("--since"), .value("--limit"),
    ]

    private let configPath: String
    private let exports: Bool
    private let state: SuggestionState?
    private let city: String?
    private let since: Day?
    private let limit: Int

    private static let usualLimit = 100

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1): exports = false
        case ("export", 1): exports = true
        default: throw UsageError("list or export?")
        }
        if exports, arguments.value("--limit") != nil {
            throw UsageError("--limit does not go with export")
        }
        limit =
            try arguments.integer("--limit", in: 1...100_000)
            ?? (exports ? Int(Int32.max) : SuggestionsCommand.usualLimit)
        let status = arguments.value("--status")
        state = status.flatMap { SuggestionState(named: $0) }
        if let status, state == nil {
            let names = SuggestionState.allCases.map(\.name).joined(separator: ", ")
            throw UsageError("--status is one of \(names), not \(status)")
        }
        let place = arguments.value("--city")
        city = place.flatMap { Gazetteer.china.city(named: $0)?.name }
        if let place, city == nil { throw UsageError("there is no city \(place)") }
        let day = arguments.value("--since")
        since = day.flatMap { Day($0[...]) }
        if let day, since == nil { throw UsageError("--since needs a date, 2026-11-20, not \(day)") }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let stores = try Stores(folder: installation.dataFolder)
        let sheet = SuggestionSheet(directory: installation.everybody, calendar: installation.calendar)
        var filter = SuggestionFilter()
        filter.state = state
        filter.cities = city.map { [$0] }
        filter.since = since.map(installation.calendar.start)
        filter.includesParts = true
        filter.includesWithdrawn = exports
        let found = try await stores.bot.suggestions(filter, within: .all, offset: 0, limit: limit)
        var writer = SuggestionSheet.writer
        if exports { writer.write(SuggestionSheet.header) }
        for suggestion in found {
            let weight = try await stores.bot.weight(of: suggestion.number)
            if exports {
                writer.write(sheet.row(of: suggestion, weight))
            } else {
                Terminal.print(sheet.line(of: suggestion, weight))
            }
        }
        if exports {
            // Told first: what was seen without a trace cannot be told afterwards.
            try await stores.bot.record(
                "suggestion.exported", of: "\(found.count) suggestions", by: "operator", at: SystemClock().now
            )
            Terminal.write(writer.take(), to: 1)
        }
        Terminal.say("\(found.count) suggestions")
        await stores.close()
    }
}
