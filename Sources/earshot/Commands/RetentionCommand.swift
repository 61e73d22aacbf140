import Earshot
import Store

/// `earshot retention`: what is kept how long, and what would go now.
struct RetentionCommand: Command {
    static let name = "retention"
    static let summary = "shows what is kept how long, and what would be removed now"
    static let usage = """
        usage: earshot retention [--dry-run | --now] [--config FILE]

        Prints a kind of data a line: name, days (- for ever, or each to its own end), entries, how many of them would be
        removed now. The service removes them within the hour, a part at a time; --now does so at once, also while it runs;
        --dry-run is what it does anyway. The days are those of the section retention of the settings. Voices are counted from
        the day on which they were published; authors are voices that still have author, address and personal numbers.
        """
    static let options: [Option] = [.flag("--dry-run"), .flag("--now")]

    private let configPath: String
    private let removes: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        try arguments.expectNoOperands()
        removes = arguments.has("--now")
        if removes, arguments.has("--dry-run") { throw UsageError("--dry-run does not go with --now") }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let rules = installation.site.settings.retention.rules
        let stores = try Stores(folder: installation.dataFolder)
        let now = SystemClock().now
        let keeping = VoiceKeeping(installation, stores) { try installation.comprehension() }
        let amounts = try await stores.bot.retained(at: now, rules)
            .merging(keeping.amounts(at: now)) { $1 }
        for kind in RetainedKind.allCases {
            let days =
                kind == .attachments ? installation.site.settings.attachments.days : rules.days(of: kind)
            let amount = amounts[kind] ?? RetainedAmount(entries: 0, due: 0)
            Terminal.print(
                [kind.rawValue, days.map { String($0) } ?? "-", String(amount.entries), String(amount.due)]
                    .joined(separator: "\t"))
        }
        if removes {
            let removed = try await stores.bot.forget(at: now, rules)
            Terminal.say("\(removed) rows were removed")
            let done = try await keeping.run(at: now, by: "operator")
            if done.voices.removed > 0 { Terminal.say("\(done.voices.removed) voices were removed") }
            if done.authors.voices > 0 { Terminal.say("\(done.authors.voices) voices are nobody's now") }
            if done.voices.isPutOff {
                Terminal.say("the voices are being read again: those that are due go when that is done")
            }
        }
        await stores.close()
    }
}
