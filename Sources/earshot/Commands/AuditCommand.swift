import Earshot
import Store

/// `earshot audit`: who did and saw what, and whether the trail of it is as it was written.
struct AuditCommand: Command {
    static let name = "audit"
    static let summary = "lists who did and saw what, and proves that the list was not changed"
    static let usage = """
        usage: earshot audit list [--since DATE] [--until DATE] [--actor WHO] [--action ACTION] [--object WHAT]
                            [--limit N] [--json] [--config FILE]
               earshot audit head [--config FILE]
               earshot audit verify [--head NUMBER:HASH] [--config FILE]

        list shows entries, the newest first (100, or N): number, time, who, what was done, to what. DATE is YYYY-MM-DD, and
        the day of --until is included; WHO is exactly one: an id of people.csv, with what was done for it through the console
        (console:ID), or one account (console:ID alone, dingtalk:0123), or operator; ACTION is one (words.seen) or all that begin so (suggestion.*). --json prints one
        object a line, null for a name that was forgotten. head prints the number and hash of the last entry: write it down
        where nobody who can write the data folder can write, every day, for instance. verify reads the whole trail, and says
        the first entry that is not as it was written, with exit code 1; with --head, whether the trail still contains what
        was written down. All work while the service runs.
        """
    static let options: [Option] = [
        .value("--since"), .value("--until"), .value("--actor"), .value("--action"), .value("--object"),
        .value("--limit"), .flag("--json"), .value("--head"),
    ]

    private enum Action {
        case list
        case head
        case verify(AuditHead?)
    }

    private let configPath: String
    private let action: Action
    private let days: (since: Day?, until: Day?)
    private var filter = AuditFilter()
    private let limit: Int
    private let isJSON: Bool

    private static let usualLimit = 100
    private static let pageSize = 1000

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        let options: [String]
        let known = arguments.value("--head")
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1):
            options = ["--since", "--until", "--actor", "--action", "--object", "--limit"]
            action = .list
        case ("head", 1):
            options = []
            action = .head
        case ("verify", 1):
            options = ["--head"]
            let head = known.flatMap { AuditHead($0) }
            if let known, head == nil {
                throw UsageError("--head is what earshot audit head printed, 128:9f86…, not \(known)")
            }
            action = .verify(head)
        default: throw UsageError("list, head or verify?")
        }
        for option in ["--since", "--until", "--actor", "--action", "--object", "--limit", "--head"]
        where arguments.value(option) != nil && !options.contains(option) {
            throw UsageError("\(option) does not go with \(arguments.operands[0])")
        }
        isJSON = arguments.has("--json")
        if isJSON, options.count < 2 { throw UsageError("--json goes with list") }
        days = (try arguments.day("--since"), try arguments.day("--until"))
        limit = try arguments.integer("--limit", in: 1...100_000_000) ?? AuditCommand.usualLimit
        filter.actor = arguments.value("--actor")
        filter.action = arguments.value("--action")
        filter.object = arguments.value("--object")
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        try await Stores.within(installation.dataFolder) { stores in
            switch action {
            case .list: try await list(stores.bot, installation.calendar)
            case .head: Terminal.print("\(try await stores.bot.auditHead())")
            case .verify(let known): try await verify(stores.bot, containing: known)
            }
        }
    }

    private func list(_ desk: some AuditDesk, _ calendar: LocalCalendar) async throws {
        var filter = filter
        filter.since = days.since.map(calendar.start)
        filter.until = days.until.map { calendar.start(of: $0.advanced(by: 1)) }
        if let actor = filter.actor {
            var whoever = AuditFilter()
            whoever.actor = actor
            guard try await !desk.audit(whoever, before: nil, limit: 1).isEmpty else {
                return Terminal.say(
                    "nobody called \(actor) has an entry; --actor takes an id of people.csv, an account or operator"
                )
            }
        }
        var (last, left): (Int64?, Int) = (nil, limit)
        while left > 0 {
            let wanted = min(left, AuditCommand.pageSize)
            let page = try await desk.audit(filter, before: last, limit: wanted)
            for entry in page { Terminal.print(isJSON ? json(entry) : line(entry, calendar)) }
            guard page.count == wanted else { return }
            (last, left) = (page.last?.number, left - page.count)
        }
    }

    private func line(_ entry: AuditEntry, _ calendar: LocalCalendar) -> String {
        [
            String(entry.number), calendar.text(of: entry.at), entry.actor ?? "(forgotten)", entry.action,
            entry.object ?? "(forgotten)",
        ].map(Terminal.field).joined(separator: "\t")
    }

    private func json(_ entry: AuditEntry) -> String {
        var line = JSONLine()
        line.add("number", Int(entry.number))
        line.add("at", entry.at.iso8601)
        line.add("actor", entry.actor)
        line.add("action", entry.action)
        line.add("object", entry.object)
        return String(decoding: line.finished, as: UTF8.self)
    }

    private func verify(_ desk: some AuditDesk, containing known: AuditHead?) async throws {
        let verdict = try await desk.verifyAudit(containing: known)
        if let fault = verdict.fault { throw Failure("the audit trail is not as it was written: \(fault)") }
        var words = ["\(verdict.entries) entries are as they were written"]
        if verdict.expired > 0 { words.append("those up to \(verdict.expired) were removed in time") }
        if verdict.forgotten > 0 { words.append("\(verdict.forgotten) have lost a name on request") }
        if let known { words.append("they contain entry \(known.number) as it is known") }
        Terminal.print(words.joined(separator: "; "))
        Terminal.print("\(verdict.head)")
    }
}
