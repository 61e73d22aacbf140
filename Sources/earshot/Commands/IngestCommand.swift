import Earshot
import FoundationEssentials
import Glibc
import Store

/// `earshot ingest`: voices from files.
struct IngestCommand: Command {
    static let name = "ingest"
    static let summary = "takes voices in from NDJSON or CSV files (- is standard input)"
    static let usage = """
        usage: earshot ingest FILE... [--config FILE] [--report FILE]

        NDJSON has one voice a line: {"id","text","published_at"} and, if known, "source", "kind", "author", "url",
        "title", "location" {"city","province","ip"}, "brand", "series", "dealer_id", "rating", "likes", "replies".
        CSV has a header row with the same names (city, province and ip for the location). Both may be in UTF-8 or
        GB18030. The ending .ndjson, .jsonl, .json or .csv says which it is; of other files, and of standard input,
        the first line that can be read as one of them. The same source and id counts once, so that a file may be
        taken in again.

        Prints what was accepted, repeated and rejected, and as "key" by what the voices were read (the key of earshot
        reread --status). Rejected rows go to the report with line, number of the element (of a JSON array), field and
        reason (by default FILE.rejected.csv); good rows are taken in all the same.
        "advertisements" counts accepted voices that offer something: they are kept and stand in no figure.
        "unplaced" counts accepted voices whose "city" is not known; "unknown_cities" gives the first of the names.
        "unassigned" and "unknown_dealers" do the same for "dealer_id".
        Ends with 1 when a file cannot be read, ends within its JSON array, or has rows and every one is rejected. Goes on when its terminal is closed
        (SIGHUP is ignored); Ctrl-C ends it, and what was taken in by then stays.
        """
    static let options: [Option] = [.value("--report")]

    private let configPath: String
    private let files: [String]
    private let report: String?

    init(_ arguments: Arguments) throws(UsageError) {
        guard !arguments.operands.isEmpty else { throw UsageError("which file?") }
        files = arguments.operands
        configPath = arguments.configPath
        report = arguments.value("--report")
        guard report == nil || files.count == 1 else {
            throw UsageError("--report is for one file; each of several gets a report of its own")
        }
    }

    func run() async throws {
        // A load of hours outlives the terminal it was begun in.
        signal(SIGHUP, SIG_IGN)
        let installation = try Installation.read(configPath, needsSecrets: false)
        let comprehension = try installation.comprehension()
        let stores = try Stores(folder: installation.dataFolder)
        var failed = 0
        var isUnread = false
        let editionBefore = try stores.voices.edition()
        for file in files {
            do {
                try await take(
                    file, comprehension, stores, installation.site.settings.retention.rules,
                    isUnread: &isUnread)
            } catch {
                Terminal.say("earshot ingest: \(file): \(error)")
                failed += 1
            }
        }
        if let edition = editionBefore, edition.reading != comprehension.edition {
            Terminal.say(
                "the figures of the voices before are of another reading; a service reads all of them again on kill -HUP "
                    + "or when it is started, earshot reread does so without one")
        }
        await stores.close()
        if isUnread { throw Failure("what became of the rows could not be printed") }
        if failed > 0 {
            throw Failure("\(failed) of \(files.count) files could not be taken in, or not whole")
        }
    }

    /// - Throws: also when every row was rejected: such a file is not what it was taken for.
    private func take(
        _ file: String, _ comprehension: Comprehension, _ stores: Stores, _ retention: RetentionRules,
        isUnread: inout Bool
    ) async throws {
        var input = try InputFile(file)
        let path = report ?? (file == "-" ? "stdin" : file) + ".rejected.csv"
        let intake = FileIntake(
            file, VoiceStream(comprehension, into: stores.voices, clock: SystemClock()),
            now: SystemClock().now,
            calendar: comprehension.calendar, retention: retention, rejections: RejectionReport(path: path))
        var progress = Progress(file, total: input.size)
        while let piece = try input.next() {
            try await intake.feed(piece)
            progress.update(input.position, detail: "\(Figures.count(intake.rows)) rows")
        }
        let counts = try await intake.finish()
        progress.end()
        var line = JSONLine()
        line.add("file", file)
        line.add("accepted", counts.accepted)
        line.add("reposts", counts.reposts)
        line.add("advertisements", counts.advertisements)
        line.add("repeated", counts.repeated)
        line.add("unplaced", counts.unplaced.count)
        if counts.unplaced.count > 0 { line.add("unknown_cities", counts.unplaced.cities) }
        line.add("unassigned", counts.unassigned.count)
        if counts.unassigned.count > 0 { line.add("unknown_dealers", counts.unassigned.dealers) }
        line.add("rejected", intake.rejections.count)
        if intake.rejections.count > 0 { line.add("report", path) }
        line.add("key", comprehension.edition.key)
        line.add("seconds", progress.seconds)
        // Not as other commands print: where nobody reads any more, the next file is taken in all the same.
        if !Terminal.put(line.finished + [0x0A], to: STDOUT_FILENO), errno != EPIPE { isUnread = true }
        if counts.accepted + counts.repeated == 0, intake.rejections.count > 0 {
            throw Failure("every row was rejected; \(path) says why")
        }
        if intake.isCutOff {
            throw Failure("ends in the middle of the JSON array; what stands before the end is taken in")
        }
    }
}
