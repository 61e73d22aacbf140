import EarshotTesting
import Foundation
import SQLite
import Testing

@testable import EarshotProgram

/// Reports that were given, made again by the program as it runs.
@Suite("earshot reports")
struct ReportRunTests {
    private let site: SampleSite

    init() throws {
        site = try SampleSite()
        // Prompts of its own, to be changed.
        let prompts = "\(SampleSite.project)/prompts/zh-CN"
        try FileManager.default.copyItem(atPath: prompts, toPath: site.folder.file("prompts"))
        let settings = try String(contentsOfFile: site.config, encoding: .utf8)
        try site.write(
            settings.replacing("prompts: \"\(prompts)\"", with: "prompts: \"prompts\""), to: "earshot.json")
    }

    private func show(_ form: String?) async throws -> (output: String, log: [String]) {
        let run = try await RunningProgram.run(
            ["reports", "show", "1"] + [form].compactMap(\.self) + ["--config", site.config])
        #expect(run.end?.status == 0, "\(run.log)")
        return (run.output, run.log)
    }

    @Test(
        "message, page and table have the same figures, and are the same to the byte after the templates changed"
    )
    func again() async throws {
        try await site.fill(40)
        try await site.fill(25, "空间真大", about: "space", sentiment: 0.9)
        try await site.fill(9, "售后等了半天", about: "after_sales.waiting")
        let asked = try await RunningProgram.run(
            ["chat", "--as", "dingtalk:d1", "--config", site.config], environment: SampleSite.environment,
            input: "看周报\n看昨天的日报\n")
        #expect(asked.end?.status == 0)
        let forms = [nil, "--csv", "--page"]
        var before: [String] = []
        for form in forms { before.append(try await show(form).output) }
        let (message, table, page) = (before[0], before[1], before[2])
        for line in message.split(separator: "\n").prefix(3) {
            let words = line.split(separator: " ").joined(separator: " ")
            #expect(asked.output.split(separator: " ").joined(separator: " ").contains(words), "\(line)")
        }
        for row in table.split(separator: "\r\n").map({ $0.split(separator: ",").map(String.init) })
        where row.count > 2 && row[0].hasPrefix("most_") {
            #expect(message.contains("\(row[1]) \(row[2])"), "\(row)")
            #expect(page.contains("<td>\(row[1])</td><td class=\"number\">\(row[2])</td>"), "\(row)")
        }
        #expect(table.contains("aspect_complaints,油耗,") && page.contains("各方面的声量"))
        let templates = try FileManager.default.contentsOfDirectory(atPath: site.folder.file("prompts"))
        for name in templates where name.hasPrefix("report") || name == "aspect.mustache" {
            let path = site.folder.file("prompts/\(name)")
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try site.write(
                text.replacing("声量", with: "讨论量").replacing("抱怨", with: "不满").replacing("油耗", with: "能耗"),
                to: "prompts/\(name)")
        }
        for (form, was) in zip(forms, before) {
            let shown = try await show(form)
            #expect(shown.output == was)
            #expect(shown.log.isEmpty)
        }
        let today = try await RunningProgram.run(
            ["chat", "--as", "dingtalk:d1", "--config", site.config], environment: SampleSite.environment,
            input: "看周报\n")
        #expect(today.output.contains("讨论量"))
    }

    @Test("of a report of an earlier edition the words are made again, and that is said")
    func earlier() async throws {
        try await site.fill(40)
        _ = try await RunningProgram.run(
            ["chat", "--as", "dingtalk:d1", "--config", site.config], environment: SampleSite.environment,
            input: "看周报\n")
        let before = try await show("--csv")
        try Connection(path: site.folder.file("data/bot.db")).executeScript(
            "UPDATE report_issue SET words = NULL")
        let after = try await show("--csv")
        #expect(after.output == before.output)
        #expect(after.log == ["its words were not kept; they are made again with today's templates"])
    }
}
