import CSV
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

/// What `earshot detect` finds of outbreaks that others have simulated, by their own scorer: a little below the figures of
/// README's section on accuracy, what may not be lost.
@Suite(
    "Outbreaks that others have simulated and labelled",
    .enabled(if: Labelled.exists("\(Labelled.data)/score.py"), "skipped: no labelled outbreaks here"),
    .enabled(
        if: Labelled.exists(Labelled.program), "skipped: no released program here; make build leaves one"))
struct LabelledOutbreaksTests {
    private struct Figures: Decodable {
        var pod: Double
        var recallFirst: Double?
        var recallLast: Double?
        var nationalDayAlarmRate: Double?

        enum CodingKeys: String, CodingKey {
            case pod
            case recallFirst = "recall_first"
            case recallLast = "recall_last"
            case nationalDayAlarmRate = "national_day_alarm_rate"
        }
    }

    private struct Score: Decodable {
        var missing: Int?
        var atOwnThreshold: Figures
        var atOnePercent: Figures
        var atOnePerMille: Figures?

        enum CodingKeys: String, CodingKey {
            case missing = "missing_rows"
            case atOwnThreshold = "operating_point"
            case atOnePercent = "fpr_1pct"
            case atOnePerMille = "fpr_0.1pct"
        }
    }

    @Test("by weeks at least 65 of 100 are found at 1 % false alarms, and 44 at 0.1 %")
    func weekly() async throws {
        let alarms = try await alarms(in: "weekly", from: "2025-01-13", ["--freq", "weekly"])
        let score = try await score(of: alarms, in: "weekly", as: "series")
        #expect(score.missing == 0)
        #expect(score.atOnePercent.pod >= 0.65, "\(score)")
        #expect(try #require(score.atOnePerMille).pod >= 0.44, "\(score)")
    }

    @Test("by days at least 78 of 100 are found at 1 % false alarms, and 58 at 0.1 %")
    func daily() async throws {
        let alarms = try await alarms(in: "daily", from: "2024-07-07", ["--freq", "daily"])
        let score = try await score(of: alarms, in: "daily", as: "series")
        #expect(score.missing == 0)
        #expect(score.atOnePercent.pod >= 0.78, "\(score)")
        #expect(try #require(score.atOnePerMille).pod >= 0.58, "\(score)")
    }

    @Test(
        "on maps at least 60 of 100 clusters with 85 of 100 places, and hardly any where the whole country rises"
    )
    func maps() async throws {
        let file = try Data(contentsOf: URL(filePath: "\(Labelled.data)/space/maps.csv"))
        let maps = try Table([UInt8](file)).rows.map { row in
            (name: try #require(row["map"]), from: try #require(row["eval_from"]))
        }
        // A day of a map takes as long as 1,400 of a series; each map is judged from its own first day on, and all at once.
        let parts = try await withThrowingTaskGroup(of: Data.self) { group in
            for (name, from) in maps {
                group.addTask {
                    try await alarms(
                        in: "space", only: name, from: from,
                        ["--places", "\(Labelled.data)/space/cities.csv"])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let header = try #require(parts.first?.split(separator: UInt8(ascii: "\n")).first)
        let rows = parts.map { $0.dropFirst(header.count + 1) }
        let score = try await score(
            of: Data((header + [UInt8(ascii: "\n")]) + rows.joined()), in: "space", as: "space")
        #expect(score.atOnePercent.pod >= 0.6, "\(score)")
        #expect(try #require(score.atOnePercent.recallFirst) >= 0.85, "\(score)")
        #expect(try #require(score.atOnePercent.recallLast) >= 0.85, "\(score)")
        for figures in [score.atOnePercent, score.atOwnThreshold] {
            #expect(try #require(figures.nationalDayAlarmRate) <= 0.05, "\(score)")
        }
    }

    /// What the command writes for a folder of the set.
    ///
    /// - Parameters:
    ///   - map: the only one that is judged; nothing to judge all there is.
    ///   - from: no later than the first step that is scored.
    private func alarms(
        in folder: String, only map: String? = nil, from: String, _ options: [String]
    ) async throws -> Data {
        let select = map.map { " | awk -F, 'NR == 1 || $4 == \"\($0)\"'" } ?? ""
        let detect = ["detect", "--holidays", "\(Labelled.data)/holidays.csv", "--from", from] + options
        return try await Labelled.output(
            of: ["/bin/sh", "-c", "gzip -dc \"$0\"\(select) | \"$@\""]
                + ["\(Labelled.data)/\(folder)/series.csv.gz", Labelled.program] + detect)
    }

    /// - Parameter kind: whose scorer, `series` or `space`.
    private func score(of alarms: Data, in folder: String, as kind: String) async throws -> Score {
        let place = try TemporaryFolder()
        try alarms.write(to: URL(filePath: place.file("alarms.csv")))
        let told = try await Labelled.output(of: [
            "/usr/bin/env", "python3", "\(Labelled.data)/score.py", kind,
            "--data", "\(Labelled.data)/\(folder)", "--alarms", place.file("alarms.csv"), "--json",
        ])
        return try JSONDecoder().decode(Score.self, from: told)
    }
}

private enum Labelled {
    static let data = SampleSite.project + "/../shared/data/detection"
    /// As it is built for tests it takes minutes for a map.
    static let program = SampleSite.project + "/.build/release/earshot"

    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// What a program that ends well writes to its output.
    static func output(of words: [String]) async throws -> Data {
        let run = try await RunningProgram.run(Array(words.dropFirst()), of: URL(filePath: words[0]))
        #expect(run.end == .init(status: 0, isSignal: false), "\(words): \(run.log)")
        return Data(run.output.utf8)
    }
}
