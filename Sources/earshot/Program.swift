import Glibc

/// The program: finds the command, and turns its end into an exit code (0 good, 1 failed, 2 wrong usage).
@main
struct Program {
    /// Goes up with every release (semver.org).
    static let version = "0.1.0"

    static var commands: [any Command.Type] {
        [
            ServeCommand.self, DemoCommand.self, RehearseCommand.self, ReplayCommand.self, IngestCommand.self,
            AnalyzeCommand.self,
            WatchCommand.self, BacktestCommand.self, DetectCommand.self,
            TrainCommand.self, ScoreCommand.self, LexiconCommand.self, UnderstandCommand.self,
            ChatCommand.self, CheckCommand.self, RereadCommand.self, PeopleCommand.self, OutboxCommand.self,
            AttachmentsCommand.self, FeedbackCommand.self, SuggestionsCommand.self, ReportsCommand.self,
            KnowledgeCommand.self, AuditCommand.self, ForgetCommand.self, RetentionCommand.self,
            BackupCommand.self,
            RestoreCommand.self, BenchCommand.self,
        ]
    }

    static func main() async {
        // A reader that goes away ends a write with an error instead of the program with a signal.
        signal(SIGPIPE, SIG_IGN)
        exit(await run(Array(CommandLine.arguments.dropFirst())))
    }

    private static func run(_ words: [String]) async -> Int32 {
        guard let name = words.first, name != "--help", name != "-h" else {
            Terminal.print(overview)
            return words.isEmpty ? 2 : 0
        }
        if name == "--version" {
            Terminal.print("earshot \(Program.version)")
            return 0
        }
        if name == "help" {
            guard let wanted = words.dropFirst().first else {
                Terminal.print(overview)
                return 0
            }
            return help(wanted)
        }
        guard let command = commands.first(where: { $0.name == name }) else { return unknown(name) }
        do {
            let arguments = try Arguments(Array(words.dropFirst()), options: command.options)
            if arguments.has("--help") { return help(name) }
            try await command.init(arguments).run()
            return 0
        } catch let error as UsageError {
            Terminal.say("earshot \(name): \(error.message)\n\n\(command.usage)")
            return 2
        } catch let failure as Failure where !failure.hasHeading {
            Terminal.say(failure.description)
            return 1
        } catch {
            Terminal.say("earshot \(name): \(error)")
            return 1
        }
    }

    private static func help(_ name: String) -> Int32 {
        guard let command = commands.first(where: { $0.name == name }) else { return unknown(name) }
        Terminal.print(command.usage)
        return 0
    }

    private static func unknown(_ name: String) -> Int32 {
        Terminal.say("earshot: there is no command \(name)\n\n\(overview)")
        return 2
    }

    private static var overview: String {
        let width = commands.map { $0.name.count }.max() ?? 0
        let lines = commands.map { command in
            "  \(command.name)\(String(repeating: " ", count: width - command.name.count))  \(command.summary)"
        }
        return """
            usage: earshot COMMAND [--config bot-config/earshot.json]

            \(lines.joined(separator: "\n"))

            earshot help COMMAND tells more of one; earshot --version says which edition this is.
            """
    }
}
