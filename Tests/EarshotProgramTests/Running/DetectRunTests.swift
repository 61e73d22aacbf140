import Earshot
import Testing

@testable import EarshotProgram

@Suite("earshot detect, of the running program")
struct DetectRunTests {
    private func rows(_ name: String, days: Int, risen: ClosedRange<Int>) -> [String] {
        let first = Day(year: 2026, month: 1, day: 1)!
        return (0..<days).map { day in
            let count = risen.contains(day) ? 14 : [3, 4, 2, 5, 3, 2, 4][day % 7]
            return "\(name),\(first + day),\(count)"
        }
    }

    @Test("a rise is an alarm, rows in any order and a line that cannot be read are no hindrance")
    func series() async throws {
        let site = try TemporarySite()
        let table =
            ["series_id,t,count"] + rows("\"甲,乙\"", days: 84, risen: 80...81).reversed() + [
                "x,2026-02-30,1", "x,2026-01-01,-1",
            ]
        let run = try await RunningProgram.run(
            ["detect", "--config", try site.write("earshot.json", "{}"), "--freq", "daily"],
            input: table.joined(separator: "\n"))
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines[0] == "series_id,t,alarm,score")
        #expect(
            lines.filter { $0.contains(",1,") }.first?.hasPrefix("\"甲,乙\",2026-03-23,1,") == true, "\(lines)")
        #expect(!lines.contains { $0.hasPrefix("x,") })
        #expect(
            run.log.contains("standard input, line 86: t: 2026-02-30 is no day (YYYY-MM-DD)"), "\(run.log)")
        #expect(run.log.contains("standard input, line 87: count: -1 is no whole number from 0"))
        #expect(run.end?.status == 1)
    }

    @Test("a table too short to be judged is said to be")
    func tooShort() async throws {
        let site = try TemporarySite()
        let table =
            ["series_id,t,count"] + rows("短", days: 20, risen: 18...19) + rows("长", days: 84, risen: 80...81)
        let config = try site.write("earshot.json", "{}")
        let run = try await RunningProgram.run(
            ["detect", "--config", config, "--freq", "daily"], input: table.joined(separator: "\n"))
        #expect(
            run.log.contains(
                "standard input: 1 of 2 series have no step with 28 days before it, 20 with data, and are not judged"
            ),
            "\(run.log)")
        #expect(run.end?.status == 0 && !run.output.contains("短"))
        let later = try await RunningProgram.run(
            ["detect", "--config", config, "--freq", "daily", "--from", "2027-01-01"],
            input: table.joined(separator: "\n"))
        #expect(
            later.log.contains(
                "standard input: 2 of 2 series have no step from 2027-01-01 on with 28 days before it, 20 with data, and are not judged"
            ), "\(later.log)")
    }

    @Test("the best cluster of each day is given, and more only where they alarm")
    func places() async throws {
        let site = try TemporarySite()
        let cities = try site.write(
            "cities.csv", "city,lat,lon\n甲,30,110\n乙,30.5,110\n丙,31,110\n丁,40,120\n")
        var table = ["series_id,t,count,map,city"]
        for (place, city) in ["甲", "乙", "丙", "丁"].enumerated() {
            for row in rows("s", days: 84, risen: place < 2 ? 80...83 : 90...90) {
                table.append("\(row),m,\(city)")
            }
        }
        let run = try await RunningProgram.run(
            ["detect", "--places", cities, "--from", "2026-03-22"], input: table.joined(separator: "\n"))
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(run.end?.status == 0, "\(run.log)")
        #expect(lines.count == 5 && lines[0] == "map,t,alarm,cities,score")
        #expect(
            lines[4].hasPrefix("m,2026-03-25,1,甲|乙,") || lines[4].hasPrefix("m,2026-03-25,1,乙|甲,"), "\(lines)"
        )
    }

    @Test("a year that the calendar does not know is told, and wrong usage and tables are refused")
    func faults() async throws {
        let site = try TemporarySite()
        let holidays = try site.write("holidays.csv", "date,kind\n2025-01-01,holiday\n")
        let table = (["series_id,t,count"] + rows("a", days: 40, risen: 90...90)).joined(separator: "\n")
        let run = try await RunningProgram.run(["detect", "--holidays", holidays], input: table)
        #expect(run.end?.status == 0)
        #expect(run.log.contains { $0.hasPrefix("\(holidays): has no day of 2026") }, "\(run.log)")
        let wrong = try site.write("wrong.csv", "date,kind\n2025-01-32,holiday\n2025-01-01,feast\n")
        let refused = try await RunningProgram.run(["detect", "--holidays", wrong], input: table)
        #expect(refused.end?.status == 1 && refused.output.isEmpty)
        #expect(
            refused.log.contains { $0.contains("wrong.csv:2: date") }
                && refused.log.contains { $0.contains("wrong.csv:3: kind") }, "\(refused.log)")
        for arguments in [
            ["--freq", "hourly"], ["--rate", "2"], ["--from", "today"],
            ["--places", "x", "--freq", "weekly"],
        ] {
            #expect(try await RunningProgram.run(["detect"] + arguments, input: table).end?.status == 2)
        }
        for arguments in [
            ["--config", "\(site.path)/missing.json"], ["--config", try site.write("broken.json", "{")],
        ] {
            let broken = try await RunningProgram.run(["detect"] + arguments, input: table)
            #expect(broken.end?.status == 1 && broken.output.isEmpty, "\(broken.log)")
        }
        let headless = try await RunningProgram.run(["detect"], input: "a,2026-01-01,3\n")
        #expect(headless.end?.status == 1)
        #expect(headless.log.contains { $0.contains("\"series_id\" is missing") }, "\(headless.log)")
    }
}
