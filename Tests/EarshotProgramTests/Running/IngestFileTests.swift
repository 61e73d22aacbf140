import EarshotTesting
import Foundation
import Store
import Testing

@testable import EarshotProgram

@Suite("earshot ingest")
struct IngestFileTests {
    @Test("a GB18030 table with bad rows: good ones are taken in, bad ones reported; again, all are repeated")
    func chineseTable() async throws {
        let site = try SampleSite()
        let table = """
            id,text,published_at,source,city
            1,高速油耗太高,2026-10-01T10:00:00+08:00,论坛,杭州
            2,"空间真大,家人都说好",2026-10-02T10:00:00+08:00,论坛,宁波
            ,没有编号,2026-10-02T10:00:00+08:00,论坛,宁波
            4,明年的事,2099-10-02T10:00:00+08:00,论坛,宁波
            5,时间不对,昨天,论坛,宁波
            6,保养等太久,2026-10-03T10:00:00+08:00,论坛,杭洲

            """
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        let bytes = try #require(table.data(using: encoding))
        #expect(bytes != Data(table.utf8))
        try bytes.write(to: URL(filePath: site.folder.file("voices.csv")))
        let arguments = ["ingest", "--config", site.config, site.folder.file("voices.csv")]
        let first = try await RunningProgram.run(arguments, environment: SampleSite.environment)
        #expect(first.end?.status == 0, "\(first.log)")
        #expect(
            first.output.contains(
                #""accepted":3,"reposts":0,"repeated":0,"unplaced":1,"unknown_cities":["杭洲"],"rejected":3"#),
            "\(first.output)")
        let report = try String(contentsOfFile: site.folder.file("voices.csv.rejected.csv"), encoding: .utf8)
        let lines = report.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
        }
        #expect(
            lines == ["line,element,field", "4,,id", "5,,published_at", "6,,published_at"], "\(report)")
        let second = try await RunningProgram.run(arguments, environment: SampleSite.environment)
        #expect(
            second.output.contains(#""accepted":0,"reposts":0,"repeated":3,"unplaced":0,"rejected":3"#),
            "\(second.output)")
        #expect(try await site.withStores { try await $0.voices.count() } == 3)
    }

    @Test("a file that is missing fails with its name, and the other file is taken in all the same")
    func missing() async throws {
        let site = try SampleSite()
        try site.write(
            #"{"id":"1","text":"油耗太高","published_at":"2026-10-01T10:00:00+08:00"}"#, to: "good.ndjson")
        let result = try await RunningProgram.run(
            [
                "ingest", "--config", site.config, site.folder.file("none.csv"),
                site.folder.file("good.ndjson"),
            ],
            environment: SampleSite.environment)
        #expect(result.end?.status == 1)
        #expect(result.log.contains { $0.contains("none.csv") })
        #expect(result.output.contains("\"accepted\":1,"))
    }
}
