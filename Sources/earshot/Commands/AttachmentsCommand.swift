import Earshot
import FoundationEssentials
import Store

/// `earshot attachments`: pictures, files and recordings that people sent.
struct AttachmentsCommand: Command {
    static let name = "attachments"
    static let summary = "lists, saves and drops pictures and files that people sent"
    static let usage = """
        usage: earshot attachments list [--account ACCOUNT] [--suggestion N] [--limit N]
                                       [--config FILE]
               earshot attachments save NUMBER [--to FOLDER] [--config FILE]
               earshot attachments drop NUMBER... [--config FILE]

        list shows what is kept, the newest first (100, or N): number, time, kind (picture, file, recording), format by
        what stands in it, bytes, when it is removed, account, channel, and #57 where it belongs to a suggestion (--suggestion
        57 lists only those). save writes one into FOLDER (here, if left out) as
        attachment-NUMBER with the ending of its format, and overwrites nothing. drop removes before the time is up,
        which stays in the audit trail. All work while the service runs. What others sent may be meant to harm: open it
        with care.
        """
    static let options: [Option] = [
        .value("--account"), .value("--suggestion"), .value("--limit"), .value("--to"),
    ]

    private enum Action {
        case list(account: String?, suggestion: Int64?, limit: Int)
        case save(Int64, folder: String)
        case drop([Int64])
    }

    private let configPath: String
    private let action: Action

    private static let usualLimit = 100

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        let options: [String]
        switch (arguments.operands.first, arguments.operands.count) {
        case ("list", 1):
            options = ["--account", "--suggestion", "--limit"]
            let limit = try arguments.integer("--limit", in: 1...100_000)
            action = .list(
                account: arguments.value("--account").map(Account.canonical),
                suggestion: try arguments.integer("--suggestion", in: 1...Int(Int32.max)).map(Int64.init),
                limit: limit ?? AttachmentsCommand.usualLimit)
        case ("save", 2):
            options = ["--to"]
            action = .save(
                try AttachmentsCommand.number(arguments.operands[1]), folder: arguments.value("--to") ?? ".")
        case ("drop", 2...):
            options = []
            var numbers: [Int64] = []
            for word in arguments.operands.dropFirst() { numbers.append(try AttachmentsCommand.number(word)) }
            action = .drop(numbers)
        default: throw UsageError("list, save NUMBER or drop NUMBER...?")
        }
        for option in ["--account", "--suggestion", "--limit", "--to"]
        where arguments.value(option) != nil && !options.contains(option) {
            throw UsageError("\(option) does not go with \(arguments.operands[0])")
        }
    }

    private static func number(_ word: String) throws(UsageError) -> Int64 {
        guard let number = Int64(word) else {
            throw UsageError("\(word) is no number; earshot attachments list shows them")
        }
        return number
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let stores = try Stores(folder: installation.dataFolder)
        switch action {
        case .list(let account, let suggestion, let limit):
            for kept in try await stores.bot.attachments(
                of: account, forSuggestion: suggestion, limit: limit)
            {
                Terminal.print(AttachmentsCommand.line(of: kept, installation.calendar))
            }
        case .save(let number, let folder):
            guard let (kept, bytes) = try await stores.bot.attachment(number) else {
                throw Failure("\(number): there is no such attachment; it may have been removed in time")
            }
            let path = "\(folder)/\(kept.fileName)"
            // Told first: what was seen without a trace cannot be told afterwards.
            try await stores.bot.recordAttachmentSaved(number, by: "operator", at: SystemClock().now)
            try PrivateFile.write(bytes, to: path)
            Terminal.print(path)
        case .drop(let numbers):
            for number in numbers {
                let isGone = try await stores.bot.dropAttachment(
                    number, by: "operator", at: SystemClock().now)
                Terminal.say(isGone ? "\(number): removed" : "\(number): there is no such attachment")
            }
        }
        await stores.close()
    }

    /// One line of the list, its fields separated by tabs.
    private static func line(of kept: KeptAttachment, _ calendar: LocalCalendar) -> String {
        [
            String(kept.number), calendar.text(of: kept.receivedAt), "\(kept.kind)", kept.format.rawValue,
            String(kept.size), calendar.text(of: kept.forgetAt), kept.account, kept.message.channel,
            kept.suggestion.map { "#\($0)" } ?? "",
        ].map(Terminal.field).joined(separator: "\t")
    }
}
