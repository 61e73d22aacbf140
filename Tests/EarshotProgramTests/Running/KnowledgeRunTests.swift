import EarshotTesting
import Foundation
import Testing

@Suite("earshot knowledge")
struct KnowledgeRunTests {
    private func run(
        _ arguments: [String], _ site: SampleSite
    ) async throws -> (status: Int32?, output: String, log: String) {
        let program = try RunningProgram(
            ["knowledge"] + arguments + ["--config", site.config], environment: SampleSite.environment)
        let end = await program.end()
        return (end?.status, program.output, program.log.joined(separator: "\n"))
    }

    @Test("a table is imported, read again changes only what says something else, and is given back")
    func table() async throws {
        let site = try SampleSite()
        let file = site.folder.file("lines.csv")
        let header = "question,variants,answer,scope,valid_until,approver\n"
        try (header + "刹车异响怎么解释,刹车吱吱响|踩刹车有声音,属正常,华东,2099-12-31,孙总\n订金能退吗,,能退,,,孙总\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        // Nothing may stand farther ahead than three years.
        let late = try await run(["import", file], site)
        #expect(late.status == 1)
        #expect(late.log.contains("line 2: valid_until: 2099-12-31 is no day"))
        try (header + "刹车异响怎么解释,刹车吱吱响|踩刹车有声音,属正常,华东,,孙总\n订金能退吗,,能退,,,孙总\n")
            .write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try await run(["import", file], site).output == "filed 2, changed 0, unchanged 0\n")
        #expect(try await run(["import", file], site).output == "filed 0, changed 0, unchanged 2\n")
        try (header + "刹车异响怎么解释,,请到店,华东,,孙总\n").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try await run(["import", file], site).output == "filed 0, changed 1, unchanged 0\n")
        let retired = try await run(["retire", "2", "--reason", "政策已变"], site)
        #expect(retired.status == 0)
        #expect(try await run(["retire", "2", "--reason", "政策已变"], site).status == 1)
        let list = try await run(["list"], site)
        #expect(list.output == "1\tin use\t华东\t\t孙总\t刹车异响怎么解释\t请到店\n")
        let export = try await run(["export", "--all"], site)
        #expect(export.output.contains("2,订金能退吗,,能退,全国,,孙总,2,operator,"))
        #expect(export.output.contains("政策已变"))
    }

    @Test("wrong rows are named by line and field, and nothing is imported")
    func wrongRows() async throws {
        let site = try SampleSite()
        let file = site.folder.file("lines.csv")
        try """
        question,answer,scope,approver
        好问题,好答案,,孙总
        ,没有问题,,孙总
        没有答案,,,孙总
        没有人批准,答案,,
        江南的问题,答案,江南,孙总
        好问题,又一次,,孙总

        """.write(toFile: file, atomically: true, encoding: .utf8)
        let wrong = try await run(["import", file], site)
        #expect(wrong.status == 1)
        for fault in [
            "line 3: question: is missing", "line 4: answer: is missing", "line 5: approver: is missing",
            "line 6: scope: there is no region or city 江南", "line 7: question: stands on line 2 as well",
        ] {
            #expect(wrong.log.contains(fault))
        }
        #expect(try await run(["list"], site).output.isEmpty)
        #expect(try await run(["retire", "1"], site).status == 2)
    }
}
