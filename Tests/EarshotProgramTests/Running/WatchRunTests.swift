import Earshot
import EarshotTesting
import Foundation
import Testing

@testable import EarshotProgram

@Suite("earshot watch, of the running program")
struct WatchRunTests {
    /// Voices of Hangzhou: a praise a day for 60 days, and complaints about fuel of which most come on the last three.
    static func lines(today: Day) -> String {
        voices(today: today, in: "杭州", "油耗太高了，实在受不了", "高速油耗太高，太费油了")
            .joined(separator: "\n")
    }

    /// The same of a city and what it complains of, a line each; on the last days with other words where there are.
    static func voices(today: Day, in city: String, _ complaint: String, _ more: String? = nil) -> [String] {
        var lines: [String] = []
        func add(_ text: String, _ day: Day) {
            let number = lines.count
            lines.append(
                "{\"id\":\"\(city)\(number)\",\"text\":\"\(text)，\(city)第\(number * 7919)次说\",\"source\":\"论坛\","
                    + "\"published_at\":\"\(day)T10:00:00+08:00\",\"location\":{\"city\":\"\(city)\"}}")
        }
        for ago in 1...60 {
            add("外观很好看，我很喜欢", today - ago)
            if ago % 9 == 0 || ago <= 3 { add(complaint, today - ago) }
            if ago <= 3 { for _ in 0..<4 { add(more ?? complaint, today - ago) } }
        }
        return lines
    }

    @Test("what stands out is told with its figures and its voices, and the days before it have nothing")
    func found() async throws {
        let site = try SampleSite()
        let today = LocalCalendar.shanghai.day(of: SystemClock().now)
        let taken = try await RunningProgram.run(
            ["ingest", "--config", site.config, "-"], input: WatchRunTests.lines(today: today))
        #expect(taken.end?.status == 0, "\(taken.log)")
        let run = try await RunningProgram.run(["watch", "--config", site.config])
        #expect(run.end?.status == 0, "\(run.log)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("\(today - 1)  杭州  fuel  1") == true, "\(lines)")
        #expect(lines.count { $0.contains("油耗太高") } == 3, "\(lines)")
        let json = try await RunningProgram.run(["watch", "--json", "--config", site.config]).output
        let row = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(row["place"] as? String == "杭州" && row["aspect"] as? String == "fuel")
        let before = try await RunningProgram.run(
            ["watch", "--config", site.config, "--from", "\(today - 20)", "--day", "\(today - 4)"])
        #expect(before.output.isEmpty && before.log.contains("nothing stands out"), "\(before.output)")
        let unknown = try await RunningProgram.run([
            "watch", "--config", site.config, "--day", "\(today + 1)",
        ])
        #expect(unknown.log.contains("\(today + 1): no voice was taken in, nothing is known of it"))
        for arguments in [["--day", "x"], ["--budget", "0"], ["more"]] {
            #expect(try await RunningProgram.run(["watch"] + arguments).end?.status == 2)
        }
    }
}
