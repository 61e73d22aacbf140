import Configuration
import Earshot
import Store

/// `earshot watch`: which complaints are abnormally many.
struct WatchCommand: Command {
    static let name = "watch"
    static let summary = "tells which complaints are abnormally many, and where"
    static let usage = """
        usage: earshot watch [--day DATE] [--from DATE] [--budget N] [--json] [--config FILE]

        Judges the complaints about the own brand of every city, region and the nation, on the whole and by aspect, as of a
        day (yesterday, which is whole) and prints what stands out, the most conspicuous first: place, aspect, days, how many
        complaints came and how many were expected, and how often chance brings as many in this very place and aspect, and one
        as conspicuous in any. Below it, what is a part of it, and three of the voices. What has one reason is given once: a city rather than its region where it
        makes up most of it, the nation rather than all its cities.

        --day DATE   the day to judge
        --from DATE  every day from this one on, to see what would have been found, and when
        --budget N   false alarms that ordinary weeks may give, for all places and aspects together (2)
        --json       an object a line, without voices

        It works while the service runs. Nobody is told by it.
        """
    static let options: [Option] = [
        .value("--day"), .value("--from"), .value("--budget"), .flag("--json"),
    ]

    private let configPath: String
    private let day: Day?
    private let from: Day?
    private let budget: Double
    private let isJSON: Bool

    init(_ arguments: Arguments) throws(UsageError) {
        try arguments.expectNoOperands()
        configPath = arguments.configPath
        day = try arguments.day("--day")
        from = try arguments.day("--from")
        budget = try arguments.budgets().first ?? 2
        isJSON = arguments.has("--json")
    }

    func run() async throws {
        let installation = try Installation.read(configPath, needsSecrets: false)
        // Beside a rehearsal it is the day that is rehearsed.
        let now = RehearsalMark.clock(in: DataFolder(path: installation.dataFolder)).now
        let last = day ?? installation.calendar.day(of: now) - 1
        let days = try ClosedRange<Day>.replayed(from ?? last, last)
        let calendar = try installation.workCalendar(for: days)
        let watch = Watch(
            calendar: calendar, regions: installation.directory.regions,
            stores: installation.everybody.dealers, budget: budget)
        let stores = try Stores(folder: installation.dataFolder)
        let result = await Task { try await report(watch, days, stores.voices, installation) }.result
        await stores.close()
        try result.get()
    }

    private func report(
        _ watch: Watch, _ days: ClosedRange<Day>, _ voices: VoiceStore, _ installation: Installation
    ) async throws {
        let counts = try await voices.complaints(during: (days.lowerBound - Watch.memory)...days.upperBound)
        var total = 0
        let rises = watch.rises(in: counts, during: days, sparseOn: nil)
        let all = rises.joined(by: try await voices.together(rises.pairs)).abnormal
        for day in days {
            let found = all[day] ?? []
            total += found.count
            for abnormality in found {
                let sheet = AbnormalitySheet(abnormality, on: day)
                guard !isJSON else {
                    Terminal.print(String(decoding: sheet.json.finished, as: UTF8.self))
                    continue
                }
                Terminal.print(sheet.line)
                for part in abnormality.parts {
                    Terminal.print("    " + AbnormalitySheet(part, on: day).line)
                }
                for quote in try await quotes(abnormality, voices, installation) {
                    Terminal.print("    " + quote)
                }
            }
            if !counts.isKnown(day) { Terminal.say("\(day): no voice was taken in, nothing is known of it") }
        }
        if total == 0 { Terminal.say("nothing stands out") }
    }

    /// Three of the voices, with the places of a person of headquarters: who runs commands here reads the file anyway.
    private func quotes(
        _ abnormality: Abnormality, _ voices: VoiceStore, _ installation: Installation
    ) async throws -> [String] {
        let reader = WarningScope(of: Person(id: "", name: "", role: .hq), in: installation.directory)
        let subject = WarningSubject(abnormality.matter)
        guard let read = reader.voices(of: subject) else { return [] }
        let selection = VoiceSelection(
            read.subject, during: abnormality.days, aspect: abnormality.matter.aspect,
            polarity: abnormality.matter.polarity)
        return try await voices.voices(selection, limit: 3).map { voice in
            let text = Terminal.field(PersonalData.masked(voice.text))
            return
                "\(voice.day) \(Terminal.field(voice.source)): \(text.prefix(80))\(text.count > 80 ? "…" : "")"
        }
    }
}
