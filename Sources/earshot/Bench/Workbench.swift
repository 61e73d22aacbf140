import Earshot
import FoundationEssentials
import Sample
import Synchronization

/// What benchmarks share: a site with sample people, sample voices as NDJSON, and the database made from them.
final class Workbench: Sendable {
    /// Removed at the end.
    let folder: String
    let site: BenchSite
    let installation: Installation
    /// The voices of the shared database.
    let voices: Int
    private let data: String?
    private let keep: String?
    private let made = Mutex(Made())

    private struct Made: Sendable {
        var file: String?
        var database: Intake?
        var overview: Double?
    }

    /// What taking in a file of voices came to.
    struct Intake: Sendable {
        var accepted: Int
        var seconds: Double
        var bytes: Int
    }

    init(configPath: String, voices: Int, data: String?, keep: String?) throws {
        folder = FileManager.default.temporaryDirectory.path + "/earshot-bench-\(UUID().uuidString)"
        self.voices = voices
        self.data = data
        self.keep = keep
        site = try BenchSite(of: configPath, in: folder)
        installation = try Installation.read(site.configPath(dataFolder: "\(folder)/unused"))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The folder of the shared database; made at the first use.
    func database() async throws -> String {
        if let data { return data }
        let folder = keep ?? "\(folder)/shared"
        if made.withLock({ $0.database }) == nil {
            let intake = try await take(try sampleFile(), into: folder)
            made.withLock { $0.database = intake }
        }
        return folder
    }

    /// How the shared database was made, if that was in this run.
    var intake: Intake? { made.withLock { $0.database } }

    /// The same voices as NDJSON; written at the first use.
    func sampleFile() throws -> String {
        if let known = made.withLock({ $0.file }) { return known }
        let path = "\(folder)/voices.ndjson"
        try SampleFile.write(brand(voices), to: path)
        made.withLock { $0.file = path }
        return path
    }

    func brand(_ count: Int) -> SampleBrand {
        SampleBrand(seed: 20_261_121, today: today, count: count)
    }

    var today: Day { installation.calendar.day(of: SystemClock().now) }

    /// Takes a file in, the way `earshot ingest` does.
    func take(_ file: String, into folder: String) async throws -> Intake {
        let comprehension = try installation.comprehension()
        let stores = try Stores(folder: folder)
        let watch = Stopwatch()
        var input = try InputFile(file)
        let intake = FileIntake(
            file, VoiceStream(comprehension, into: stores.voices, clock: SystemClock()),
            now: SystemClock().now,
            calendar: installation.calendar, rejections: RejectionReport(path: "\(self.folder)/rejected.csv"))
        var progress = Progress("taking in \(Figures.count(voices)) voices", total: input.size)
        while let piece = try input.next() {
            try await intake.feed(piece)
            progress.update(input.position, detail: "\(Figures.count(intake.rows)) rows")
        }
        let counts = try await intake.finish()
        let seconds = watch.seconds
        progress.end()
        await stores.close()
        guard intake.rejections.count == 0 else { throw Failure("sample voices were rejected") }
        return Intake(accepted: counts.accepted, seconds: seconds, bytes: input.position)
    }

    /// The 99th percentile of the overview on the shared database, in milliseconds, once it was measured.
    var overviewTime: Double? {
        get { made.withLock { $0.overview } }
        set { made.withLock { $0.overview = newValue } }
    }
}
