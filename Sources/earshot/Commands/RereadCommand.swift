import Earshot
import Store

/// `earshot reread`: voices that are in, read again with the word lists, model and products as they are now.
struct RereadCommand: Command {
    static let name = "reread"
    static let summary = "reads stored voices again after word lists, model, products or stores have changed"
    static let usage = """
        usage: earshot reread [--status] [--config FILE]

        A running service does it by itself, in the background, after its start and after SIGHUP. This is for doing it
        while the service is stopped. The figures stay those of the edition before until all voices are read, and change
        over in one step; Ctrl-C or a kill loses nothing, and it goes on where it was. Prints
        {"edition","key","since","read","seconds"}; "read" is 0 when nothing has changed.

        --status  reads nothing, and prints how it stands, also beside a running service: the "edition" of the figures,
                  its "key" (what decides a reading, as a number) and "since" when; the number of the newest of the
                  "voices", and how many were added by another reading ("strays"); the key that the configuration has now
                  ("wanted") and whether all voices were read by it ("up_to_date"); and, where the next edition was
                  begun, in "next" its "edition" and "key", and the voices "read" and "left". It changes nothing, and
                  prints nothing of a file that an earlier edition of the program wrote.
        """
    static let options: [Option] = [.flag("--status")]

    private let configPath: String
    private let isStatus: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        isStatus = arguments.has("--status")
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        let comprehension = try installation.comprehension()
        if isStatus { return try await status(installation, comprehension.edition) }
        let signals = Signals.watch()
        let lock = try RereadCommand.lock(DataFolder(path: installation.dataFolder))
        let stores = try Stores(folder: installation.dataFolder)
        let work = RereadingByHand(of: stores.voices, by: comprehension)
        let watching = Task {
            for await signal in signals {
                if case .stop = signal { work.stop() }
            }
        }
        let result = await work.run()
        watching.cancel()
        let edition = Result { try stores.voices.edition() }
        await stores.close()
        lock.release()
        let done = try result.get()
        guard done.outcome == .upToDate else { throw Failure("stopped; it goes on where it was") }
        var line = RereadCommand.line(try edition.get(), installation.calendar)
        line.add("read", done.read)
        line.add("seconds", done.seconds)
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
    }

    private static func lock(_ folder: DataFolder) throws(Failure) -> ServiceLock {
        do throws(Failure) {
            return try ServiceLock(on: folder)
        } catch {
            throw Failure(
                "\(error). A service reads the voices again by itself: kill -HUP has it look, --status tells how far it is"
            )
        }
    }

    private func status(_ installation: Installation, _ wanted: ReadingEdition) async throws {
        let status = try await RereadingStatus(of: DataFolder(path: installation.dataFolder).voices)
        var line = RereadCommand.line(status.edition, installation.calendar)
        line.add("voices", status.voices)
        line.add("strays", status.edition?.strays ?? 0)
        line.add("wanted", wanted.key)
        line.add("up_to_date", status.isUpToDate(with: wanted))
        line.add(
            "next",
            [status.next].compactMap(\.self).map { next in
                var object = JSONLine()
                object.add("edition", next.edition.number)
                object.add("key", next.edition.reading?.key)
                object.add("read", Int(next.reached))
                object.add("left", Int(next.left))
                return object
            })
        Terminal.print(String(decoding: line.finished, as: UTF8.self))
    }

    private static func line(_ edition: FiguresEdition?, _ calendar: LocalCalendar) -> JSONLine {
        var line = JSONLine()
        line.add("edition", edition?.number ?? 0)
        line.add("key", edition?.reading?.key)
        line.add("since", edition?.since.map { calendar.text(of: $0) })
        return line
    }
}
