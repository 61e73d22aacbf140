import Earshot
import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("earshot knowledge")
struct KnowledgeRunTests {
    private let site: SampleSite

    init() throws { site = try SampleSite() }

    private func knowledge(
        _ words: String...
    ) async throws -> (end: RunningProgram.End?, output: String, log: [String]) {
        try await RunningProgram.run(
            ["knowledge"] + words + ["--config", site.config], environment: SampleSite.environment)
    }

    private func write(_ name: String, _ rows: [String]) throws -> String {
        try site.write(rows.joined(separator: "\n") + "\n", to: name)
        return site.folder.file(name)
    }

    private func entries() async throws -> [KnowledgeEntry.Content] {
        try await site.withStores { stores in
            try await stores.bot.entries(KnowledgeFilter(), within: .all, offset: 0, limit: 9).map(\.content)
        }
    }

    @Test("a table is imported once, and one without a column leaves what that holds as it is")
    func imports() async throws {
        let until = LocalCalendar.shanghai.day(of: SystemClock().now) + 100
        let whole = try write(
            "whole.csv",
            [
                "question,variants,answer,scope,valid_until,approver",
                "刹车异响怎么解释,刹车吱吱响|踩刹车有声音,请到店检测,华东,\(until),赵敏", "保养多少钱,,以门店报价为准,,,赵敏",
            ])
        for filed in [2, 0] {
            let run = try await knowledge("import", whole)
            #expect(run.end?.status == 0, "\(run.log)")
            #expect(run.output.contains("filed \(filed),"), "\(run.output)")
        }
        let short = try write(
            "short.csv", ["question,answer,scope,approver", "刹车异响怎么解释,请尽快到店检测,华东,赵敏"])
        let run = try await knowledge("import", short)
        #expect(run.output.contains("changed 1,"), "\(run.output)")
        let kept = try #require(try await entries().first { $0.question == "刹车异响怎么解释" })
        #expect(kept.answer == "请尽快到店检测" && kept.variants.count == 2)
        #expect(kept.validUntil == until)
    }

    @Test("what is exported can be imported again, without what is retired or over")
    func again() async throws {
        let rows = [
            "question,answer,valid_until,approver", "保养多少钱,以门店报价为准,,赵敏", "去年的活动,已经结束,2020-01-01,赵敏",
        ]
        let first = try await knowledge("import", try write("rows.csv", rows))
        #expect(first.end?.status == 0 && first.log.joined().contains("line 3: is retired or over"))
        #expect(try await knowledge("retire", "1", "--reason", "改版").end?.status == 0)
        let export = try await knowledge("export", "--all")
        #expect(export.output.contains("保养多少钱"))
        let second = try await knowledge(
            "import", try write("again.csv", export.output.split(separator: "\n").map(String.init)))
        #expect(second.end?.status == 0, "\(second.log)")
        #expect(try await entries().isEmpty)
    }

    @Test("wrong rows are named by line, and nothing is imported")
    func wrong() async throws {
        let rows = ["question,answer,scope,approver", "保养多少钱,以门店报价为准,,赵敏", "能退吗,不能,火星,赵敏", ",空的,,赵敏"]
        let run = try await knowledge("import", try write("wrong.csv", rows))
        #expect(run.end?.status == 1)
        let log = run.log.joined(separator: "\n")
        #expect(log.contains("line 3: scope") && log.contains("line 4: question"), "\(log)")
        #expect(try await entries().isEmpty)
    }
}
