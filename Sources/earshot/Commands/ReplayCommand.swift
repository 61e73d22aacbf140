import Earshot
import FoundationEssentials
import Glibc
import Store

/// `earshot replay`: a recorded day once more, and which answers are other ones now.
struct ReplayCommand: Command {
    static let name = "replay"
    static let summary = "plays a recorded day of messages, and shows which answers differ"
    static let usage = """
        usage: earshot replay FILE [--voices FILE] [--bot FILE] [--config FILE]

        FILE is a day of the folder of recordings (recording.folder of the settings), messages-2026-11-27.ndjson. Its messages are
        answered once more, one after the other and each at its moment, by this program and this configuration, from copies in
        a temporary folder; nothing is sent, and nothing of the site is changed. Each answer that is another one is printed
        with both. Prints {"messages","same","different","skipped"} at the end; with a difference the exit code is 1.

        --voices  voices.db as it was then, of a backup; without it every answer comes from a file without voices
        --bot     bot.db as it was before the first message, of a backup: bindings, open conversations, warnings,
                  suggestions; without it there are none

        Skipped are messages that came with pictures, files or recordings, which are not recorded. What came in or happened
        between the messages, other than by them, is not played: voices, warnings, deliveries.
        """
    static let options: [Option] = [.value("--voices"), .value("--bot")]

    private let configPath: String
    private let file: String
    private let voices: String?
    private let bot: String?

    init(_ arguments: Arguments) throws(UsageError) {
        configPath = arguments.configPath
        guard let file = arguments.operands.first, arguments.operands.count == 1, !file.isEmpty else {
            throw UsageError("one recorded file is needed")
        }
        self.file = file
        voices = arguments.value("--voices")
        bot = arguments.value("--bot")
    }

    private struct Tally {
        var (same, different, skipped) = (0, 0, 0)
    }

    func run() async throws {
        let recorded = try read()
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let data = DataFolder(path: folder)
        try copy(bot, to: data.bot)
        try copy(voices, to: data.voices)
        if voices == nil {
            Terminal.say("without --voices every answer comes from a file without voices")
        }
        let clock = ReplayClock()
        if let first = recorded.first { clock.set(Timestamp(milliseconds: first.at)) }
        let installation = try Installation.read(configPath, needsSecrets: false, clock: clock)
        let tally = try await Stores.within(folder) {
            try await play(recorded, installation, $0, clock)
        }
        try report(tally, of: recorded.count)
    }

    private func play(
        _ recorded: [RecordedMessage], _ installation: Installation, _ stores: Stores, _ clock: ReplayClock
    ) async throws -> Tally {
        let parts = try Parts(installation, stores)
        let conversations = Conversations(
            register: stores.bot, dialogue: { parts.dialogue }, clock: clock, calendar: installation.calendar)
        var tally = Tally()
        var progress = Progress("replaying", total: recorded.count)
        for (index, one) in recorded.enumerated() {
            progress.update(index, detail: "")
            guard one.attachments == 0 else {
                tally.skipped += 1
                continue
            }
            clock.set(Timestamp(milliseconds: one.at))
            let reply = try await conversations.handle(one.message)
            if reply == one.reply {
                tally.same += 1
            } else {
                tally.different += 1
                show(one, reply, line: index + 1, installation.calendar)
            }
        }
        progress.end()
        return tally
    }

    private func show(
        _ recorded: RecordedMessage, _ reply: Reply, line: Int, _ calendar: LocalCalendar
    ) {
        let time = calendar.text(of: Timestamp(milliseconds: recorded.at))
        Terminal.print("\(line)\t\(time)\t\(recorded.account ?? "")\t\(Terminal.field(recorded.text ?? ""))")
        for (mark, reply) in [("-", recorded.reply), ("+", reply)] {
            for line in TerminalText.of(reply).split(separator: "\n", omittingEmptySubsequences: false) {
                Terminal.print("\(mark) \(Terminal.harmless(String(line)))")
            }
        }
    }

    private func report(_ tally: Tally, of messages: Int) throws(Failure) {
        var line = JSONLine()
        line.add("messages", messages)
        line.add("same", tally.same)
        line.add("different", tally.different)
        line.add("skipped", tally.skipped)
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
        guard tally.different == 0 else { throw Failure("\(tally.different) of \(messages) answers differ") }
    }

    // MARK: Files

    private func read() throws(Failure) -> [RecordedMessage] {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure("\(file) cannot be read")
        }
        var recorded: [RecordedMessage] = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do {
                recorded.append(try JSONDecoder().decode(RecordedMessage.self, from: Data(line)))
            } catch {
                throw Failure("\(file): line \(index + 1) is no recorded message")
            }
        }
        return recorded
    }

    private func temporaryFolder() throws(Failure) -> String {
        let place = FileManager.default.temporaryDirectory.path
        var template = Array("\(place)/earshot-replay-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure("no folder can be made in \(place): \(String(cString: strerror(errno)))")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private func copy(_ source: String?, to target: String) throws(Failure) {
        guard let source else { return }
        do {
            try FileManager.default.copyItem(atPath: source, toPath: target)
            // Of a file that was in use and is no backup.
            let log = source + "-wal"
            if FileManager.default.fileExists(atPath: log) {
                try FileManager.default.copyItem(atPath: log, toPath: target + "-wal")
            }
        } catch {
            throw Failure("\(source) cannot be copied: \(error)")
        }
    }
}
