import Earshot
import FoundationEssentials
import PlatformStandIns
import Store

/// What it takes that the reports of thousands are due at one instant: when all are on disk, when all have gone at the rate that
/// the platform takes, and how long others wait for an answer meanwhile.
enum ReportsBenchmark: Benchmark {
    static let name = "reports"
    static let summary =
        "5,000 reports due at one instant, sent at DingTalk's rate, and the p99 of answers meanwhile"

    /// Each has a report of the own store's city.
    private static let subscribers = BenchSite.people
    /// DingTalk is asked for 20 a second; those that were under way longer arrive together with later ones.
    private static let mostInASecond = 22
    private static let messagesPerSecond = 50.0
    private static let targetTime = 50.0
    /// By then all have gone at half the rate, or something is wrong.
    private static let patience = 600.0

    static func run(on bench: Workbench) async throws -> [BenchResult] {
        let folder = try await dataFolder(of: bench)
        let clock = SystemClock()
        try await subscribe(bench, folder, at: clock.now)
        let people = Set((0..<subscribers).map { "bench\($0)" })
        let platform = StandIn(
            DingTalkPlatform(appKey: BenchSite.appKey, appSecret: bench.site.appSecret, people: people),
            clock: clock)
        let config = try bench.site.configPath(dataFolder: folder, sendingTo: try platform.start())
        let service = try ServedProcess(configPath: config, log: "\(bench.folder)/reports.log")
        defer { service.stop() }
        let load = try DingTalkLoad(bench.site, run: UUID().uuidString.lowercased())

        var progress = Progress("sending reports", total: subscribers)
        let watch = Stopwatch()
        var secondsToDisk: Double?
        var answers = (whileComposing: Load.Result(), whileSending: Load.Result())
        var number = 0
        while platform.platform.messages.count < subscribers, watch.seconds < patience {
            var asking = try Load(
                port: service.port, connections: 16, firstNumber: number, request: load.request)
            let result = try asking.paced(rate: messagesPerSecond, seconds: 2)
            number = asking.nextNumber
            if secondsToDisk == nil {
                answers.whileComposing.add(result)
                if try service.metric("earshot_reports_sent_total") >= Double(subscribers) {
                    secondsToDisk = watch.seconds
                }
            } else {
                answers.whileSending.add(result)
            }
            progress.update(platform.platform.messages.count, detail: "")
        }
        let seconds = watch.seconds
        progress.end()
        let memory = try service.residentMegabytes()
        await platform.stop()

        let recipients = platform.platform.messages.flatMap(\.recipients)
        let fastest = fastestSecond(of: platform)
        let slowest = [answers.whileComposing, answers.whileSending].map {
            Percentiles($0.milliseconds).percentile(0.99)
        }
        let failed = answers.whileComposing.failed + answers.whileSending.failed
        var figures = JSONLine()
        figures.add("reports", recipients.count)
        figures.add("recipients", Set(recipients).count)
        figures.add("seconds_to_disk", secondsToDisk ?? .nan, digits: 0)
        figures.add("seconds_to_last", seconds, digits: 0)
        figures.add("most_in_a_second", fastest)
        figures.add("answers", answers.whileComposing.answered + answers.whileSending.answered)
        figures.add("p99_ms_while_composing", slowest[0])
        figures.add("p99_ms_while_sending", slowest[1])
        figures.add("failed", failed)
        figures.add("peak_mb", memory.peak, digits: 0)
        let isComplete = recipients.count == subscribers && Set(recipients) == people
        return [
            BenchResult(
                figures: figures, target: "everybody once, 20 a second (arriving: 22), p99_ms below 50",
                isMet: isComplete && fastest <= mostInASecond && failed == 0
                    && slowest.allSatisfy { $0 < targetTime })
        ]
    }

    /// The shared voices in a folder of its own: whoever has subscribed there is nobody's subscriber elsewhere.
    private static func dataFolder(of bench: Workbench) async throws -> String {
        let shared = try await bench.database()
        let folder = "\(bench.folder)/reports"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: "\(shared)/voices.db", toPath: "\(folder)/voices.db")
        } catch {
            throw Failure("the voices cannot be copied: \(error)")
        }
        return folder
    }

    /// Daily reports whose time has just come.
    private static func subscribe(_ bench: Workbench, _ folder: String, at now: Timestamp) async throws {
        let calendar = bench.installation.calendar
        guard let time = TimeOfDay(String(calendar.text(of: now).suffix(5))) else {
            throw Failure("the clock shows no time")
        }
        let dealers = bench.installation.everybody.dealers
        let effects = (0..<subscribers).map { number in
            Turn.Effect.subscribeToReport(
                ReportSubscription(
                    person: "bench\(number)",
                    topic: ReportTopic(.daily, of: .city(dealers[number % dealers.count].city)),
                    schedule: ReportSchedule(.daily, at: time), since: now - .seconds(3 * 86_400)))
        }
        let stores = try Stores(folder: folder)
        _ = try await stores.bot.commit(
            Turn(
                message: MessageKey(channel: "bench", id: "subscriptions"),
                conversation: ConversationKey(account: "bench", chat: "bench"),
                state: DialogueState(updatedAt: now), reply: Reply(), effects: effects, at: now))
        await stores.close()
    }

    /// The most messages that came within one second of the first of them.
    private static func fastestSecond(of platform: StandIn<DingTalkPlatform>) -> Int {
        let moments = platform.exchanges.filter { $0.request.path.hasSuffix("batchSend") }
            .map(\.at.milliseconds).sorted()
        var (most, first) = (0, 0)
        for (index, moment) in moments.enumerated() {
            while moments[first] <= moment - 1000 { first += 1 }
            most = max(most, index - first + 1)
        }
        return most
    }
}

extension Load.Result {
    fileprivate mutating func add(_ other: Load.Result) {
        answered += other.answered
        failed += other.failed
        seconds += other.seconds
        milliseconds += other.milliseconds
    }
}
