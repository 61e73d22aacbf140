import Earshot
import LanguageModels
import Metrics

/// What a service has of its site's language model.
struct LanguageModelParts: Sendable {
    private let server: LanguageModelServer
    private let settings: Settings.LanguageModel
    private let archive: any SecondReadingArchive
    private let clock: any Clock
    private let log: SecondReadingLog
    /// Nothing where none are wanted.
    let summaries: PreparedSummaries?

    /// Nothing for a site that has none.
    init?(
        _ installation: Installation, _ archive: any SecondReadingArchive, clock: any Clock,
        _ metrics: Metrics
    ) throws {
        let site = installation.site
        guard let settings = site.settings.languageModel, let server = try site.languageModel() else {
            return nil
        }
        self.server = server
        self.settings = settings
        self.archive = archive
        self.clock = clock
        let today: @Sendable () -> Day = { installation.calendar.day(of: clock.now) }
        log = SecondReadingLog(metrics, of: archive, textsPerDay: settings.textsPerDay, today: today)
        summaries =
            settings.summaries
            ? PreparedSummaries(
                by: LanguageModelWriter(server), clock: clock,
                spend: { try await archive.spend(on: today(), of: settings.textsPerDay) },
                onEvent: SummaryLog(metrics).record)
            : nil
    }

    /// What the second readings and summaries do for as long as the service runs.
    func background(by comprehension: @escaping @Sendable () -> Comprehension) -> @Sendable () async -> Void {
        let reading = BackgroundSecondReading(
            SecondReadings(
                of: archive, by: comprehension, reader: LanguageModelReader(server), clock: clock,
                limits: SecondReadings.Limits(settings), onEvent: log.record), log: log)
        return { [summaries] in
            async let writing: Void? = summaries?.run()
            await reading.run()
            await writing
        }
    }

    /// A line for whoever asks whether the service is ready.
    func remark() async -> String { await log.remark() }
}
