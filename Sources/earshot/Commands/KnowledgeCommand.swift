import CSV
import Earshot
import FoundationEssentials
import Store

/// `earshot knowledge`: the lines to take and common questions, from and to tables.
struct KnowledgeCommand: Command {
    static let name = "knowledge"
    static let summary = "imports, lists, exports and retires lines to take"
    static let usage = """
        usage: earshot knowledge import FILE [--config FILE]
               earshot knowledge list [--all] [--config FILE]
               earshot knowledge export [--all] [--config FILE]
               earshot knowledge retire NUMBER --reason TEXT [--config FILE]

        import reads CSV with the columns question, answer and, where wanted, variants (other ways to ask, between bars),
        scope (全国, a region or a city; 全国 where nothing is said), valid_until (2026-12-31; nothing for no end) and
        approver. A row whose question is known in the same scope changes that entry where it says something else. Nothing
        is imported while a row is wrong: each is named with its line, field and reason. list and export give those in use,
        with --all the retired ones, too. All work while the service runs.
        """
    static let options: [Option] = [.flag("--all"), .value("--reason")]

    private let configPath: String
    private let action: Action
    private let all: Bool

    private enum Action {
        case importing(String)
        case list
        case export
        case retire(Int64, reason: String)
    }

    /// Who is said to have done what is done by hand.
    private static let actor = "operator"

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        all = arguments.has("--all")
        let reason = arguments.value("--reason")
        let operands = arguments.operands
        switch (operands.first, operands.count) {
        case ("import", 2): action = .importing(operands[1])
        case ("list", 1): action = .list
        case ("export", 1): action = .export
        case ("retire", 2):
            guard let number = Int64(operands[1]) else {
                throw UsageError("retire needs the number of an entry, not \(operands[1])")
            }
            guard let reason, !reason.isEmpty else { throw UsageError("retire needs --reason") }
            action = .retire(number, reason: String(reason.prefix(200)))
        default: throw UsageError("import FILE, list, export or retire NUMBER?")
        }
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let stores = try Stores(folder: installation.dataFolder)
        do {
            try await work(installation, stores)
        } catch {
            await stores.close()
            throw error
        }
        await stores.close()
    }

    private func work(_ installation: Installation, _ stores: Stores) async throws {
        let sheet = KnowledgeSheet(installation: installation)
        switch action {
        case .importing(let path): try await take(path, installation, stores, sheet)
        case .list, .export:
            let found = try await stores.bot.entries(
                KnowledgeFilter(includesRetired: all), within: .all, offset: 0, limit: Int(Int32.max))
            if case .export = action {
                var writer = SuggestionSheet.writer
                writer.write(KnowledgeSheet.header)
                for entry in found { writer.write(sheet.row(of: entry)) }
                try await stores.bot.record(
                    "knowledge.exported", of: "\(found.count) entries", by: KnowledgeCommand.actor,
                    at: SystemClock().now)
                Terminal.write(writer.take(), to: 1)
            } else {
                for entry in found { Terminal.print(sheet.line(of: entry)) }
            }
            Terminal.say("\(found.count) entries")
        case .retire(let number, let reason):
            guard let entry = try await stores.bot.entry(number, within: .all), entry.retirement == nil
            else { throw Failure("there is no entry \(number) in use") }
            try await stores.bot.keep([
                KnowledgeChange(retiring: entry, because: reason, mark)
            ])
            Terminal.print("\(number): retired")
        }
    }

    private var mark: KnowledgeEntry.Mark {
        KnowledgeEntry.Mark(by: KnowledgeCommand.actor, at: SystemClock().now)
    }

    private func take(
        _ path: String, _ installation: Installation, _ stores: Stores, _ sheet: KnowledgeSheet
    ) async throws {
        let words = try installation.router().knowledgeWords
        let today = installation.calendar.day(of: SystemClock().now)
        let reading = try sheet.drafts(in: path, words: words, today: today)
        for fault in reading.faults { Terminal.say("\(path): \(fault)") }
        guard reading.faults.isEmpty else {
            throw Failure("nothing was imported: \(reading.faults.count) rows are wrong")
        }
        for line in reading.over { Terminal.say("\(path): line \(line): is retired or over, and left out") }
        var (filed, changed, unchanged) = (0, 0, 0)
        var changes: [KnowledgeChange] = []
        for content in reading.contents {
            if let known = try await stores.bot.entry(asking: content.key, in: content.place) {
                let content = reading.revision(of: known.content, content)
                if known.content == content {
                    unchanged += 1
                } else {
                    changes.append(KnowledgeChange(known, to: content, mark))
                    changed += 1
                }
            } else {
                changes.append(
                    KnowledgeChange(
                        filing: KnowledgeEntry(
                            number: try await stores.bot.nextEntry(), content, filed: mark)))
                filed += 1
            }
        }
        do {
            try await stores.bot.keep(changes)
        } catch is ConversationConflict {
            throw Failure("an entry was changed meanwhile, and nothing was imported: try again")
        }
        Terminal.print("filed \(filed), changed \(changed), unchanged \(unchanged)")
    }
}
