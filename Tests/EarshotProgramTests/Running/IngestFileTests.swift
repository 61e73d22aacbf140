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
                #""accepted":3,"reposts":0,"advertisements":0,"repeated":0,"unplaced":1,"unknown_cities":["杭洲"],"#
                    + #""unassigned":0,"rejected":3"#),
            "\(first.output)")
        let report = try String(contentsOfFile: site.folder.file("voices.csv.rejected.csv"), encoding: .utf8)
        let lines = report.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
        }
        #expect(
            lines == ["line,element,field", "4,,id", "5,,published_at", "6,,published_at"], "\(report)")
        let second = try await RunningProgram.run(arguments, environment: SampleSite.environment)
        #expect(
            second.output.contains(
                #""accepted":0,"reposts":0,"advertisements":0,"repeated":3,"unplaced":0,"unassigned":0,"rejected":3"#
            ),
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

    private static let good = #"{"id":"g1","text":"油耗太高","published_at":"2026-10-01T10:00:00+08:00"}"#
    private static let header = "id,text,published_at"

    private func ingest(
        _ files: [String], _ site: SampleSite, input: String? = nil
    ) async throws -> (end: RunningProgram.End?, output: [String], log: [String]) {
        let report = input == nil ? [] : ["--report", site.folder.file("report.csv")]
        let result = try await RunningProgram.run(
            ["ingest", "--config", site.config] + report
                + files.map { $0 == "-" ? $0 : site.folder.file($0) },
            environment: SampleSite.environment, input: input)
        return (result.end, result.output.split(separator: "\n").map(String.init), result.log)
    }

    private func counts(_ accepted: Int, _ repeated: Int, _ rejected: Int) -> String {
        "\"accepted\":\(accepted),\"reposts\":0,\"advertisements\":0,\"repeated\":\(repeated),\"unplaced\":0,\"unassigned\":0,"
            + "\"rejected\":\(rejected)"
    }

    @Test("a bad first row stops none of the good ones, in a file as on standard input")
    func badStart() async throws {
        let site = try SampleSite()
        try site.write("garbage\n\(IngestFileTests.good)\n", to: "f.ndjson")
        let file = try await ingest(["f.ndjson"], site)
        #expect(file.end?.status == 0)
        #expect(file.output.first?.contains(counts(1, 0, 1)) == true, "\(file)")
        let report = try String(contentsOfFile: site.folder.file("f.ndjson.rejected.csv"), encoding: .utf8)
        #expect(report == "line,element,field,reason\r\n1,,,is not JSON\r\n")
        let piped = try await ingest(["-"], site, input: "// a comment\n\(IngestFileTests.good)\n")
        #expect(piped.output.first?.contains(counts(0, 1, 1)) == true, "\(piped)")
    }

    @Test("NDJSON in GB18030, a table of carriage returns and one with blanks and capitals are read")
    func unusual() async throws {
        let site = try SampleSite()
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        try #require("\(IngestFileTests.good)\n".data(using: encoding))
            .write(to: URL(filePath: site.folder.file("gb.ndjson")))
        try site.write(
            "\(IngestFileTests.header)\rc1,空间大,2026-10-01T10:00:00Z\rc2,空间小,2026-10-01T10:00:00Z\r",
            to: "mac.csv")
        try site.write("ID,Text,Published_At\n c1 ,空间大, 2026-10-01T10:00:00Z\n", to: "capitals.txt")
        let result = try await ingest(["gb.ndjson", "mac.csv", "capitals.txt"], site)
        #expect(result.end?.status == 0, "\(result.log)")
        for (line, expected) in zip(result.output, [counts(1, 0, 0), counts(2, 0, 0), counts(0, 1, 0)]) {
            #expect(line.contains(expected), "\(line)")
        }
    }

    @Test("new voices with a dealer_id that nobody knows are counted, and the first of the ids told")
    func unknownDealers() async throws {
        let site = try SampleSite()
        try site.write(
            """
            id,text,published_at,dealer_id
            1,保养等太久,2026-10-01T10:00:00Z,D001
            2,保养等太久了,2026-10-01T10:00:00Z,D-1
            3,油耗太高,2026-10-01T10:00:00Z,
            4,空间真大,2026-10-01T10:00:00Z,D-1

            """, to: "dealers.csv")
        let first = try await ingest(["dealers.csv"], site)
        #expect(
            first.output.first?.contains(#""unassigned":2,"unknown_dealers":["D-1"],"rejected":0"#) == true,
            "\(first)")
        let again = try await ingest(["dealers.csv"], site)
        #expect(again.output.first?.contains(#""unassigned":0,"rejected":0"#) == true, "\(again)")
    }

    @Test("a table with another separator than the comma is told so")
    func separators() async throws {
        let site = try SampleSite()
        try site.write("id;text;published_at\n1;油耗太高;2026-10-01T10:00:00Z\n", to: "semicolons.csv")
        try site.write("id\ttext\tpublished_at\n1\t油耗太高\t2026-10-01T10:00:00Z\n", to: "tabs.txt")
        let result = try await ingest(["semicolons.csv", "tabs.txt"], site)
        #expect(result.end?.status == 1)
        for (file, separator) in [("semicolons.csv", "a semicolon"), ("tabs.txt", "a tab")] {
            let reason =
                "line 1: the columns seem to be separated by \(separator); save the table with commas"
            #expect(
                result.log.contains { $0.contains(file) && $0.contains(reason) }, "\(result.log)")
        }
    }

    @Test("a file that is not what it was taken for fails with its reason")
    func fruitless() async throws {
        let site = try SampleSite()
        try site.write("x", to: "one")
        try site.write("id,text\n", to: "short.csv")
        try site.write("\(IngestFileTests.header)\n1,a,b\n", to: "bad.csv")
        try Data(Array("PK\u{3}\u{4}".utf8) + [0, 1, 2]).write(
            to: URL(filePath: site.folder.file("book.csv")))
        try site.write("\(IngestFileTests.good)\n", to: "json.csv")
        try site.write("", to: "empty.csv")
        try site.write("\(IngestFileTests.header)\n", to: "norows.csv")
        let result = try await ingest(["one", "short.csv", "bad.csv", "book.csv", "json.csv"], site)
        #expect(result.end?.status == 1)
        for (file, reason) in [
            ("json.csv", "is JSON and not a table; name such a file .ndjson or .json"),
            ("one", "line 1: x is not a field of a voice"),
            ("short.csv", "line 1: published_at is missing in the header"),
            ("bad.csv", "every row was rejected; \(site.folder.file("bad.csv")).rejected.csv says why"),
            (
                "book.csv",
                "is no text file but an Excel workbook or another zip archive; save it as CSV UTF-8"
            ),
        ] {
            #expect(
                result.log.contains { $0.contains("\(site.folder.file(file)): ") && $0.contains(reason) },
                "\(result.log)")
        }
        let empty = try await ingest(["empty.csv", "norows.csv"], site)
        #expect(empty.end?.status == 0, "\(empty.log)")
    }

    @Test("a JSON array that ends early fails, though what came before the end is taken in")
    func cutOff() async throws {
        let site = try SampleSite()
        try site.write("[\(IngestFileTests.good),\n{\"id\":\"g2\",\"te", to: "cut.json")
        let result = try await ingest(["cut.json"], site)
        #expect(result.end?.status == 1)
        #expect(result.output.first?.contains(counts(1, 0, 1)) == true, "\(result)")
        #expect(result.log.contains { $0.contains("ends in the middle of the JSON array") }, "\(result.log)")
    }

    @Test("what a file brings cannot steer the terminal")
    func controls() async throws {
        let site = try SampleSite()
        try site.write("\u{1B}[2J\u{7},text\n1,2\n", to: "odd.csv")
        let result = try await ingest(["odd.csv"], site)
        #expect(result.end?.status == 1)
        #expect(!result.log.joined().contains("\u{1B}"), "\(result.log)")
    }

    @Test(
        "the report of an earlier run goes when nothing is rejected any more; a file of somebody else stays")
    func staleReport() async throws {
        let site = try SampleSite()
        let report = site.folder.file("f.ndjson.rejected.csv")
        try site.write("garbage\n\(IngestFileTests.good)\n", to: "f.ndjson")
        _ = try await ingest(["f.ndjson"], site)
        #expect(FileManager.default.fileExists(atPath: report))
        try site.write("\(IngestFileTests.good)\n", to: "f.ndjson")
        _ = try await ingest(["f.ndjson"], site)
        #expect(!FileManager.default.fileExists(atPath: report))
        try site.write("line,notes\n", to: "f.ndjson.rejected.csv")
        _ = try await ingest(["f.ndjson"], site)
        #expect(FileManager.default.fileExists(atPath: report))
    }
}
