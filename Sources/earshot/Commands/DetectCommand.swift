import CSV
import Earshot
import FoundationEssentials

/// `earshot detect`: which counts of a table are abnormally high.
struct DetectCommand: Command {
    static let name = "detect"
    static let summary = "reads counts as CSV and tells which are abnormally high"
    static let usage = """
        usage: earshot detect [--freq daily|weekly] [--holidays FILE] [--from DATE] [--rate N] [FILE] > OUT.csv
               earshot detect --places CITIES.csv [--holidays FILE] [--from DATE] [--rate N] [FILE] > OUT.csv

        Reads series_id,t,count from FILE or standard input (a week is named by one of its days, always the same) and
        writes series_id,t,alarm,score for every step that has data and 28 days (26 weeks) before it, 20 (18) with data. A row that is
        absent is a step without data, not a zero. The score is the decimal logarithm of how much better an outbreak of
        up to ten days (three weeks) explains the newest counts than the ordinary course; 1.2 (1.7) is exceeded by about
        one ordinary step in 1,000. Without --freq series whose days are all Mondays are weekly.

        With --places (city,lat,lon) it reads series_id,t,count,map,city by days and writes map,t,alarm,cities,score: the
        places near each other that stand out most from all places together, and up to two further clusters that alarm.
        The score is −log10 of how often an ordinary day has a cluster as conspicuous anywhere.

        --from DATE      judges the steps from this day on
        --rate N         false alarms that ordinary steps may give: 0.001 a step, with --places 0.01 a map and day
        --holidays FILE  date,kind (holiday or workday); without it holidays.csv of the configuration, if there is one

        Rows that cannot be read are told with their line; the rest counts, and the command ends with 1.
        """
    static let options: [Option] = [
        .value("--freq"), .value("--holidays"), .value("--from"), .value("--places"), .value("--rate"),
    ]

    private let configPath: String
    private let isConfigurationNamed: Bool
    private let path: String
    private let rhythm: CountSeries.Rhythm?
    private let holidays: String?
    private let start: Day?
    private let places: String?
    private let rate: Double

    init(_ arguments: Arguments) throws(UsageError) {
        guard arguments.operands.count <= 1 else { throw UsageError("one table at a time") }
        configPath = arguments.configPath
        isConfigurationNamed = arguments.value("--config") != nil
        path = arguments.operands.first ?? "-"
        holidays = arguments.value("--holidays")
        places = arguments.value("--places")
        rhythm = try arguments.value("--freq").map { text throws(UsageError) in
            guard let rhythm = CountSeries.Rhythm(rawValue: text) else {
                throw UsageError("--freq is daily or weekly, not \(text)")
            }
            return rhythm
        }
        guard places == nil || rhythm != .weekly else { throw UsageError("--places goes by days") }
        start = try arguments.value("--from").map { text throws(UsageError) in
            guard let day = Day(text) else {
                throw UsageError("--from needs a day (YYYY-MM-DD), not \(text)")
            }
            return day
        }
        rate =
            try arguments.value("--rate").map { text throws(UsageError) in
                guard let rate = Double(text), rate > 0, rate < 1 else {
                    throw UsageError("--rate needs a number between 0 and 1, not \(text)")
                }
                return rate
            } ?? (places == nil ? 0.001 : 0.01)
    }

    func run() async throws {
        let calendar = try workCalendar()
        var table = InputTable(path)
        let faults = try places.map { try maps(PlaceTable($0), calendar, &table) } ?? series(calendar, &table)
        for fault in faults { Terminal.say("\(table.name): \(fault)") }
        let count = table.faults + faults.count
        guard count == 0 else {
            throw Failure("\(count) \(count == 1 ? "row or series" : "rows or series") left out or doubtful")
        }
    }

    private func series(_ calendar: DatedCalendar, _ input: inout InputTable) throws -> [String] {
        let table = try SeriesTable(path, &input)
        let rhythm = rhythm ?? table.rhythm
        let threshold = AlarmThreshold.score(rate: rate, rhythm)
        let detector = CountDetector(calendar: calendar.calendar)
        var output = OutputBuffer()
        defer { output.flush() }
        output.append(line: "series_id,t,alarm,score".utf8)
        var watch = calendar
        var (all, judged) = (0, 0)
        let faults = table.each(rhythm) { name, series in
            if rhythm == .daily { watch.tell(series.first, series.day(of: series.counts.count - 1)) }
            let quoted = DetectCommand.field(name)
            let judgements = detector.judge(series, from: start.map(series.step) ?? 0)
            all += 1
            judged += judgements.isEmpty ? 0 : 1
            for judgement in judgements {
                let row = [
                    quoted, "\(series.day(of: judgement.step))", judgement.score > threshold ? "1" : "0",
                    DetectCommand.number(judgement.score),
                ]
                output.append(line: row.joined(separator: ",").utf8)
            }
        }
        if judged < all { Terminal.say("\(input.name): \(tooShort(all - judged, of: all, rhythm))") }
        return faults
    }

    /// Why nothing is written of some series.
    private func tooShort(_ count: Int, of all: Int, _ rhythm: CountSeries.Rhythm) -> String {
        let before = rhythm == .daily ? "28 days before it, 20" : "26 weeks before it, 18"
        let from = start.map { " from \($0) on" } ?? ""
        return "\(count) of \(all) series have no step\(from) with \(before) with data, and are not judged"
    }

    private func maps(
        _ places: PlaceTable, _ calendar: DatedCalendar, _ input: inout InputTable
    ) throws -> [String] {
        let table = try MapTable(path, &input, places)
        let detector = PlaceDetector(
            calendar: calendar.calendar, neighbourhoods: Neighbourhoods(places.points))
        let threshold = PlaceDetector.score(rate: rate)
        var output = OutputBuffer()
        defer { output.flush() }
        output.append(line: "map,t,alarm,cities,score".utf8)
        var watch = calendar
        return table.each { name, map in
            watch.tell(map.first, map.first + (map.days - 1))
            let quoted = DetectCommand.field(name)
            let from = start.map { max(0, map.first.distance(to: $0)) } ?? 0
            for judgement in detector.judge(map, from: from) {
                for (rank, cluster) in judgement.clusters.enumerated() {
                    let isAlarm = cluster.score > threshold
                    guard rank == 0 || isAlarm else { break }
                    let row = [
                        quoted, "\(map.first + judgement.day)", isAlarm ? "1" : "0",
                        DetectCommand.field(cluster.places.map { places.names[$0] }.joined(separator: "|")),
                        DetectCommand.number(cluster.score),
                    ]
                    output.append(line: row.joined(separator: ",").utf8)
                }
            }
        }
    }

    private func workCalendar() throws -> DatedCalendar {
        if let holidays { return DatedCalendar(file: holidays, calendar: try HolidayFile.read(holidays)) }
        // Whoever has no configuration can judge counts all the same.
        let isThere = FileManager.default.fileExists(atPath: configPath)
        guard isConfigurationNamed || isThere else {
            return DatedCalendar(file: nil, calendar: WorkCalendar())
        }
        let site = try Site.read(configPath, needsSecrets: false)
        guard let path = HolidayFile.path(of: site) else {
            Terminal.say(
                "\(configPath): there is no table of holidays, so they are judged like other days (--holidays FILE)"
            )
            return DatedCalendar(file: nil, calendar: WorkCalendar())
        }
        return DatedCalendar(file: path, calendar: try HolidayFile.read(path))
    }

    /// Four digits behind the point are more than the counts say.
    private static func number(_ value: Double) -> String { String((value * 1e4).rounded() / 1e4) }

    private static func field(_ text: String) -> String {
        var writer = RowWriter(options: lines)
        writer.write([text])
        return String(decoding: writer.bytes.dropLast(), as: UTF8.self)
    }

    private static let lines: RowWriter.Options = {
        var options = RowWriter.Options()
        options.lineEnd = "\n"
        return options
    }()
}

/// A calendar that tells once of each year that it does not know.
private struct DatedCalendar {
    /// Nothing where there is no table, and none is missed.
    let file: String?
    let calendar: WorkCalendar
    private var told: Set<Int> = []

    init(file: String?, calendar: WorkCalendar) {
        (self.file, self.calendar) = (file, calendar)
    }

    mutating func tell(_ first: Day, _ last: Day) {
        guard let file else { return }
        for year in first.civil.year...last.civil.year where told.insert(year).inserted {
            if let fault = HolidayFile.fault(calendar, years: year...year) {
                Terminal.say("\(file): \(fault)")
            }
        }
    }
}
